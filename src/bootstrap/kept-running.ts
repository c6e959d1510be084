import type { ScheduleClock } from '../application/ports/schedule-clock.ts';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** Milliseconds of work after which a failure is a new one, and the pauses begin anew. */
const LONG_ENOUGH = 300_000;

/** Begins a work again whenever it fails, after pauses that double, until the signal aborts. Never rejects. */
export const keptRunning = async (
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  clock: Pick<ScheduleClock, 'monotonic' | 'pass'>,
  onFault: (error: unknown) => void,
): Promise<void> => {
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    const startedAt = clock.monotonic();
    try {
      await work(signal);
    } catch (error) {
      onFault(error);
    }
    if (signal.aborted) return;
    if (clock.monotonic() - startedAt > LONG_ENOUGH) pause = FIRST_PAUSE;
    await clock.pass(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
};
