import type { Failure, FailureCode } from './failure.ts';

/**
 * Whether a failure may pass by itself. What an administrator has to mend is tried twice at most: a third refused
 * login could lock the account.
 */
export type FaultKind = 'passing' | 'lasting';

const PASSING: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'plan-unavailable',
  'workbook-failed',
  'host-not-reachable',
  'connection-refused',
  'no-answer',
  'connection-lost',
  'deadline-passed',
  'tls-failed',
  'passive-mode-refused',
  'upload-failed',
  'size-unavailable',
  'size-differs',
  'rename-failed',
  'disk-full',
  'other-file-failed',
  'attempt-overtaken',
]);

export const faultKind = ({ code }: Failure): FaultKind => (PASSING.has(code) ? 'passing' : 'lasting');

const MOST_TRIES = { passing: 6, lasting: 2 } as const satisfies Record<FaultKind, number>;

const FIRST_PAUSE = 60_000;
const LONGEST_PAUSE = 30 * 60_000;

/**
 * Milliseconds until a failed night is tried again, or undefined if it is not: a minute, then doubled each time,
 * half an hour at most. `spread` from 0 up to 1 shortens a pause by up to a half, so that those who failed together do not
 * come back together.
 */
export const pauseBeforeRetry = (failures: readonly Failure[], tries: number, spread: number): number | undefined => {
  const kind = failures.some((failure) => faultKind(failure) === 'lasting') ? 'lasting' : 'passing';
  if (tries >= MOST_TRIES[kind]) return undefined;
  const pause = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE);
  return Math.round(pause * (1 - spread / 2));
};
