import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locale } from '../src/domain/backup-configuration/settings.ts';

export interface Call {
  /** Absolute. */
  readonly keepIn: string;
  readonly language: Locale;
  readonly help: boolean;
}

/** The message says which part of the call is wrong. */
export class BadCall extends Error {
  override readonly name = 'BadCall';
}

const DEFAULT_KEEP = 'planning-backup-demo';

const OPTIONS = { keep: { type: 'string' }, lang: { type: 'string' }, help: { type: 'boolean' } } as const;

/** @throws {BadCall} */
export const readCall = (args: readonly string[]): Call => {
  const { keep = DEFAULT_KEEP, lang = 'en', help = false } = parsed(args);
  if (lang !== 'en' && lang !== 'de') throw new BadCall(`--lang ${lang}`);
  if (keep === '') throw new BadCall('--keep ""');
  return { keepIn: resolve(keep), language: lang, help };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new BadCall(error instanceof Error ? error.message : String(error));
  }
};
