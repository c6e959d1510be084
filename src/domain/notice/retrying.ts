import { Temporal } from 'temporal-polyfill';

/** How long a notice is tried for, counted from the change. */
export const TRIED_FOR = Temporal.Duration.from({ hours: 72 });

const FIRST_PAUSE_MINUTES = 1;
const LONGEST_PAUSE_MINUTES = 6 * 60;

/** When the next try is due after so many: a minute after the first, then doubled each time, six hours at most. */
export const nextTryAt = (lastTriedAt: Temporal.Instant, attempts: number): Temporal.Instant => {
  const minutes = Math.min(FIRST_PAUSE_MINUTES * 2 ** Math.min(attempts - 1, 16), LONGEST_PAUSE_MINUTES);
  return lastTriedAt.add({ minutes });
};

export const isToBeGivenUp = (changedAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, changedAt.add(TRIED_FOR)) >= 0;
