import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { NightTrouble } from '../../../../domain/backup-health/events.ts';
import type { Failure } from '../../../../domain/backup-run/failure.ts';
import { impossible } from '../../../../domain/impossible.ts';
import { stepSaid } from '../../wording/failures.ts';
import { failureSaidToAdministrators } from '../../wording/failures-for-administrators.ts';
import type { Section } from '../content.ts';
import type { HealthWording } from './wording.ts';

export const causeSection = (
  trouble: NightTrouble,
  heading: string,
  locale: Locale,
  { cause }: HealthWording,
): Section => {
  const explained = (texts: readonly string[]): Section => ({ kind: 'explanation', heading, texts });
  switch (trouble.kind) {
    case 'missed':
      return explained([cause.missed]);
    case 'overwritten-late':
      return explained([cause.overwrittenLate]);
    case 'failed':
    case 'half-delivered':
      return explained(
        causesOf(trouble).map((failure) => {
          const step = stepSaid(failure.step, locale);
          const { what } = failureSaidToAdministrators(failure, locale);
          return `${step.charAt(0).toUpperCase()}${step.slice(1)}: ${what}`;
        }),
      );
    default:
      return impossible(trouble satisfies never);
  }
};

/** The remedy first, then where it can be tried, and what happens by itself. */
export const stepsSection = (trouble: NightTrouble, locale: Locale, { steps: words }: HealthWording): Section => {
  const steps = (...texts: readonly string[]): Section => ({ kind: 'steps', heading: words.heading, steps: texts });
  switch (trouble.kind) {
    case 'missed':
    case 'overwritten-late':
      return steps(words.nothingAtTheServer, words.backUpNow, words.again);
    case 'failed':
    case 'half-delivered': {
      const failures = causesOf(trouble);
      const remedies = failures.map((failure) => failureSaidToAdministrators(failure, locale).remedy);
      const isAtTheServer = failures.some(({ step }) => !BEFORE_THE_SERVER.has(step));
      return steps(...new Set(remedies), ...(isAtTheServer ? [words.testConnection] : []), words.backUpNow);
    }
    default:
      return impossible(trouble satisfies never);
  }
};

/** Where no test of the connection finds anything. */
const BEFORE_THE_SERVER: ReadonlySet<Failure['step']> = new Set<Failure['step']>(['collect', 'render', 'record']);

/** Each once, and not that of a file that only waited for the other one. */
const causesOf = ({ failures }: Extract<NightTrouble, { failures: unknown }>): readonly Failure[] => {
  const all = failures.map(({ failure }) => failure);
  const own = all.filter(({ code }) => code !== 'other-file-failed');
  const byText = new Map((own.length > 0 ? own : all).map((failure) => [`${failure.step}/${failure.code}`, failure]));
  return [...byText.values()];
};
