import { setTimeout as passing } from 'node:timers/promises';

/** Milliseconds between tries: they grow, up to the longest, and each is somewhere between half and all of it. */
export interface Pauses {
  readonly first: number;
  readonly longest: number;
}

/** Machines that lost the cluster in the same moment do not come back in the same moment. */
export const pauseAfter = (tries: number, { first, longest }: Pauses): number =>
  Math.min(first * 2 ** tries, longest) * (0.5 + Math.random() / 2);

/** Ends early, without an error, when the signal aborts. */
export const pause = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
  try {
    await passing(milliseconds, undefined, signal && { signal });
  } catch {
    // The signal: whoever waits looks at it.
  }
};

/** The work's result, or a rejection with `late()` after so many milliseconds; then nobody hears of what becomes of it. */
export const within = async <Result>(
  milliseconds: number,
  work: Promise<Result>,
  late: () => Error,
): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
};
