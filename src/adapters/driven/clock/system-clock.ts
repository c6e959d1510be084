import { Temporal } from 'temporal-polyfill';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';

/** A timer of more than 2^31 - 1 ms would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** How late a step of the wall clock, or the end of the machine's sleep, is noticed at most. */
const LOOKS_AT_WALL_CLOCK_EVERY = 15_000;

/** The machine's own clocks. Its waits keep the process alive. */
export class SystemClock implements ScheduleClock {
  now(): Temporal.Instant {
    // Whole milliseconds, as the polyfill's clock has: Node 26 has a Temporal of its own, with nanoseconds.
    return Temporal.Instant.fromEpochMilliseconds(Date.now());
  }

  monotonic(): number {
    return performance.now();
  }

  waitUntil(instant: Temporal.Instant, signal?: AbortSignal): Promise<void> {
    const left = (): number => instant.epochMilliseconds - this.now().epochMilliseconds;
    return waitWhile(left, LOOKS_AT_WALL_CLOCK_EVERY, signal);
  }

  pass(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const end = this.monotonic() + milliseconds;
    return waitWhile(() => end - this.monotonic(), LONGEST_TIMER, signal);
  }
}

/** In pieces: after each the clock is asked again, because a timer may fire a little early, or the clock be set. */
const waitWhile = async (left: () => number, longestPiece: number, signal?: AbortSignal): Promise<void> => {
  for (let rest = left(); rest > 0 && signal?.aborted !== true; rest = left()) {
    await piece(Math.min(Math.ceil(rest), longestPiece), signal);
  }
};

const piece = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
  });
