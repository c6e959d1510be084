import type { Locale } from '../../src/domain/backup-configuration/settings.ts';
import { english } from './english.ts';
import { german } from './german.ts';

/** One workbook at its destination. */
export interface FileFigures {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * What the demo says, but for names and figures. Rules that say no, settings and changes are told in the product's
 * own words. Nights come as `YYYY-MM-DD`.
 */
export interface Words {
  readonly title: string;
  readonly opening: string;

  readonly newsroom: {
    readonly title: string;
    readonly plan: (name: string, figures: { stories: number; events: number; administrators: number }) => string;
  };
  readonly testing: {
    readonly title: (administrator: string) => string;
    readonly identity: string;
    readonly trust: string;
    readonly ok: (steps: readonly string[]) => string;
  };
  readonly settingUp: {
    readonly title: (administrator: string) => string;
    readonly saved: (version: number, told: readonly string[]) => string;
    readonly promise: string;
  };
  readonly night: {
    readonly title: (night: string) => string;
    readonly titleAgain: string;
    readonly collected: (stories: number, events: number) => string;
    readonly rendered: string;
    readonly reached: string;
    readonly uploaded: string;
    readonly replaced: string;
    readonly delivered: (destination: string) => string;
    readonly file: (figures: FileFigures) => string;
  };
  readonly moving: {
    readonly title: (administrator: string) => string;
    readonly without: string;
    readonly why: string;
    readonly identity: string;
    readonly saved: (version: number) => string;
    readonly filesRemain: (destination: string) => string;
  };
  readonly stranger: {
    readonly title: (name: string) => string;
    readonly recorded: string;
  };
  readonly pausing: {
    readonly title: string;
    readonly paused: (name: string) => string;
    readonly tonight: string;
  };
  readonly mail: {
    readonly title: (name: string) => string;
    readonly subject: (subject: string) => string;
    readonly others: string;
    readonly resumed: (name: string) => string;
  };
  readonly history: {
    readonly title: string;
    readonly change: (version: number, at: string, name: string) => string;
    readonly chained: string;
  };
  readonly keeping: {
    readonly title: string;
    readonly open: string;
    readonly next: string;
  };
  readonly usage: string;
  readonly badCall: (problem: string) => string;
  readonly cannotKeep: (directory: string, code: string) => string;
  readonly wentWrong: (problem: string) => string;
}

export const wordsIn = (language: Locale): Words => (language === 'de' ? german : english);
