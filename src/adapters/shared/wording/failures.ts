import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { Failure, FailureStep } from '../../../domain/backup-run/failure.ts';
import { ENGLISH_AT_STEP, ENGLISH_FAILURES, ENGLISH_STEPS } from './failures-english.ts';
import { GERMAN_AT_STEP, GERMAN_FAILURES, GERMAN_STEPS } from './failures-german.ts';
import type { Said } from './said.ts';

const WORDS = {
  en: { steps: ENGLISH_STEPS, failures: ENGLISH_FAILURES, atStep: ENGLISH_AT_STEP },
  de: { steps: GERMAN_STEPS, failures: GERMAN_FAILURES, atStep: GERMAN_AT_STEP },
} as const;

/** What a failure means and how to mend it; where the step says more than the code alone, by both. */
export const failureSaid = ({ step, code }: Failure, locale: Locale): Said => {
  const { failures, atStep } = WORDS[locale];
  return atStep[`${step}/${code}`] ?? failures[code];
};

/** What was being done when it failed: *connecting to the server*, *beim Verbinden mit dem Server*. */
export const stepSaid = (step: FailureStep, locale: Locale): string => WORDS[locale].steps[step];
