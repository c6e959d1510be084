import { Temporal } from 'temporal-polyfill';
import type { ScheduleClock } from '../../../src/application/ports/schedule-clock.ts';
import type { Scheduled, Scheduler } from '../engine/scheduler.ts';
import { type Life, never } from './life.ts';

/** Of two hours at the most: a clock that is a day ahead has missed today's night, and says so. */
export const LONGEST_STEP = 2 * 3_600_000;

/** A machine's wall clock, which may be wrong and may be set. */
export class WallClock {
  /** Milliseconds since 1970 at which the simulation begins, in truth. */
  readonly #startsAt: number;
  readonly #scheduler: Scheduler;
  readonly #waits = new Set<() => void>();
  /** Milliseconds that it is ahead of the truth. */
  ahead: number;

  constructor(startsAt: number, scheduler: Scheduler, ahead: number) {
    this.#startsAt = startsAt;
    this.#scheduler = scheduler;
    this.ahead = ahead;
  }

  get now(): number {
    return this.#startsAt + this.#scheduler.now + this.ahead;
  }

  /** Whoever waits for a moment of it waits for another span now. */
  set(ahead: number): void {
    this.ahead = ahead;
    for (const again of [...this.#waits]) again();
  }

  /** Forward or, if negative, back; no further from the truth than {@link LONGEST_STEP}. */
  step(milliseconds: number): void {
    this.set(Math.max(-LONGEST_STEP, Math.min(this.ahead + milliseconds, LONGEST_STEP)));
  }

  onSet(again: () => void): () => void {
    this.#waits.add(again);
    return () => this.#waits.delete(again);
  }
}

/** The clock as one process sees it. The monotonic one starts anew with each process, and cannot be set. */
export class MachineClock implements ScheduleClock {
  readonly #life: Life;
  readonly #wall: WallClock;
  readonly #scheduler: Scheduler;
  readonly #startedAt: number;
  readonly #stretch: number;
  #last: Temporal.Instant;

  /** `stretch`: by how much the longest rest of a worker is drawn out, to spare the simulation what is no event. */
  constructor(life: Life, wall: WallClock, scheduler: Scheduler, stretch: number) {
    this.#life = life;
    this.#wall = wall;
    this.#scheduler = scheduler;
    this.#startedAt = scheduler.now;
    this.#stretch = stretch;
    this.#last = Temporal.Instant.fromEpochMilliseconds(wall.now);
  }

  /** Made once for each moment: it is asked for more often than it moves on. */
  now(): Temporal.Instant {
    const { now } = this.#wall;
    if (now !== this.#last.epochMilliseconds) this.#last = Temporal.Instant.fromEpochMilliseconds(now);
    return this.#last;
  }

  monotonic(): number {
    return this.#scheduler.now - this.#startedAt;
  }

  waitUntil(instant: Temporal.Instant, signal?: AbortSignal): Promise<void> {
    const { epochMilliseconds } = instant;
    const left = (): number => epochMilliseconds - this.#wall.now;
    const stretch = left() >= LONGEST_REST ? this.#stretch : 1;
    return this.#wait(
      () => left() * stretch,
      signal,
      (again) => this.#wall.onSet(again),
    );
  }

  pass(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const end = this.#scheduler.now + milliseconds;
    return this.#wait(
      () => end - this.#scheduler.now,
      signal,
      () => () => false,
    );
  }

  #wait(
    left: () => number,
    signal: AbortSignal | undefined,
    onChange: (again: () => void) => () => unknown,
  ): Promise<void> {
    if (this.#life.isOver) return never();
    if (!(left() > 0) || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      let scheduled: Scheduled | undefined;
      const plan = (): void => {
        if (scheduled !== undefined) scheduled.isCalledOff = true;
        const rest = left();
        scheduled = Number.isFinite(rest) ? this.#scheduler.in(rest, () => this.#life.goOn(done)) : undefined;
      };
      const over = (): void => {
        if (scheduled !== undefined) scheduled.isCalledOff = true;
        unset();
        unend();
        signal?.removeEventListener('abort', done);
      };
      const done = (): void => {
        over();
        resolve();
      };
      const unset = onChange(plan);
      const unend = this.#life.onEnd(over);
      signal?.addEventListener('abort', done, { once: true });
      plan();
    });
  }
}

/** Milliseconds: a worker never asks for longer. */
const LONGEST_REST = 60_000;
