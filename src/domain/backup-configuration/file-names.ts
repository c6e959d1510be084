import { type Reading, read, unreadable } from '../reading.ts';
import type { FileNames, Locale } from './settings.ts';

export type FileNameProblem = 'file-prefix-malformed';

const PREFIX = /^[A-Za-z0-9_-]{0,40}$/;

/** The two names by the organisation's language, behind an optional prefix of `[A-Za-z0-9_-]`, 40 at most. */
export const fileNamesFor = (locale: Locale, prefix: string): Reading<FileNames, FileNameProblem> => {
  if (!PREFIX.test(prefix)) return unreadable('file-prefix-malformed');
  return read(
    locale === 'de'
      ? { storyPlan: `${prefix}Themenplanung.xlsx`, eventPlan: `${prefix}Terminplanung.xlsx` }
      : { storyPlan: `${prefix}story-plan.xlsx`, eventPlan: `${prefix}event-plan.xlsx` },
  );
};

export const hasSameFileNames = (a: FileNames, b: FileNames): boolean =>
  a.storyPlan === b.storyPlan && a.eventPlan === b.eventPlan;
