import { Temporal } from 'temporal-polyfill';

/** How long a notice is tried for, counted from the first try: what nobody could try is not given up. */
const TRIED_FOR = Temporal.Duration.from({ hours: 72 });

const FIRST_PAUSE_MINUTES = 1;
const LONGEST_PAUSE_MINUTES = 6 * 60;

/** When one notice was first and last tried. */
export interface Tried {
  readonly since: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
}

/**
 * When the next try is due after so many: a minute after the first, then doubled each time, six hours at most.
 * A pause ends where the 72 hours do, so that a mail server that is back by then is met once more.
 */
export const nextTryAt = ({ since, lastAt }: Tried, attempts: number): Temporal.Instant => {
  const minutes = Math.min(FIRST_PAUSE_MINUTES * 2 ** Math.min(attempts - 1, 16), LONGEST_PAUSE_MINUTES);
  const next = lastAt.add({ minutes });
  const last = since.add(TRIED_FOR);
  return Temporal.Instant.compare(next, last) > 0 && Temporal.Instant.compare(lastAt, last) < 0 ? last : next;
};

/** Once a try has failed that was made when the 72 hours were over. */
export const isToBeGivenUp = ({ since, lastAt }: Tried): boolean =>
  Temporal.Instant.compare(lastAt, since.add(TRIED_FOR)) >= 0;
