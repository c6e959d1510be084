import type { Temporal } from 'temporal-polyfill';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';

interface Wait {
  /** Milliseconds until it is over, as the clocks stand now. */
  readonly left: () => number;
  readonly end: () => void;
}

/** Time that goes on only when told. What waits is woken in the order of its time, at exactly its time. */
export class SimulatedClock implements ScheduleClock {
  readonly #waits = new Set<Wait>();
  #now: Temporal.Instant;
  #monotonic = 0;

  constructor(startsAt: Temporal.Instant) {
    this.#now = startsAt;
  }

  /** How many are waiting: a test that sees one knows that advancing will reach it. */
  get waiting(): number {
    return this.#waits.size;
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  waitUntil(instant: Temporal.Instant, signal?: AbortSignal): Promise<void> {
    return this.#wait(() => millisecondsBetween(this.#now, instant), signal);
  }

  pass(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const end = this.#monotonic + milliseconds;
    return this.#wait(() => end - this.#monotonic, signal);
  }

  /** Both clocks go on. Resolves when all that was due by then has been woken, and has had its turn to go on. */
  async advance(milliseconds: number): Promise<void> {
    let rest = milliseconds;
    await turn();
    for (let next = this.#next(); next !== undefined && next.left() <= rest; next = this.#next()) {
      const step = Math.max(next.left(), 0);
      rest -= step;
      this.#go(step);
      this.#waits.delete(next);
      next.end();
      await turn();
    }
    this.#go(rest);
  }

  /** As if somebody set the wall clock: the monotonic one does not notice. */
  async setWallClock(instant: Temporal.Instant): Promise<void> {
    this.#now = instant;
    await this.advance(0);
  }

  #next(): Wait | undefined {
    return [...this.#waits].sort((a, b) => a.left() - b.left())[0];
  }

  #go(milliseconds: number): void {
    this.#monotonic += milliseconds;
    this.#now = this.#now.add({ nanoseconds: Math.round(milliseconds * 1_000_000) });
  }

  #wait(left: () => number, signal?: AbortSignal): Promise<void> {
    if (!(left() > 0) || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        this.#waits.delete(wait);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const wait: Wait = { left, end };
      this.#waits.add(wait);
      signal?.addEventListener('abort', end, { once: true });
    });
  }
}

const millisecondsBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Number(to.epochNanoseconds - from.epochNanoseconds) / 1_000_000;

/** Lets all that is ready to go on do so, before time goes on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
