import type { Temporal } from 'temporal-polyfill';

/** The only clock inside. */
export interface ScheduleClock {
  now(): Temporal.Instant;
  /** Milliseconds that never jump; only differences mean something. */
  monotonic(): number;
  /** Resolves at the instant, however the wall clock is set in between, or when the signal aborts. */
  waitUntil(instant: Temporal.Instant, signal?: AbortSignal): Promise<void>;
  /** Resolves when so many milliseconds have passed on the monotonic clock, or when the signal aborts. */
  pass(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
