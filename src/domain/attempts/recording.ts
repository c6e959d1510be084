import type { AttemptEvent } from './events.ts';

/** The first so many attempts an hour are kept one by one; the log must not grow with an attacker's patience. */
export const KEPT_AN_HOUR = 20;

/**
 * What is recorded of an hour's n-th attempt (n from 1): itself, or a count at the 21st and whenever the number
 * has doubled (40, 80, 160, …), or nothing.
 */
export const attemptToRecord = (attempt: AttemptEvent, hour: string, n: number): readonly AttemptEvent[] => {
  if (n <= KEPT_AN_HOUR) return [attempt];
  const isMilestone = n === KEPT_AN_HOUR + 1 || Number.isInteger(Math.log2(n / KEPT_AN_HOUR));
  return isMilestone ? [{ type: 'FurtherAttemptsCounted', hour, count: n }] : [];
};
