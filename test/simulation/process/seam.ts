import type { Scheduler } from '../engine/scheduler.ts';
import type { Trace } from '../engine/trace.ts';
import type { Fault } from '../world/faults.ts';
import type { Weather } from '../world/weather.ts';
import { type Life, never } from './life.ts';

/** What a call of a port tells of itself. */
export interface Call<Answer> {
  readonly name: string;
  /** The organisation that it is about, if that can be said. */
  readonly about?: string | undefined;
  readonly detail?: string;
  /** Happens at one moment, at the other end. */
  readonly effect: () => Promise<Answer>;
}

export interface SeamParts {
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly trace: Trace;
  /** A fault of the process, or of what it shares with all: not one organisation's. */
  readonly troubled: (fault: Fault) => void;
  readonly crash: () => void;
  /** Stops the process for so many milliseconds. */
  readonly stop: (milliseconds: number) => void;
}

const OF_THE_PROCESS = [
  'crash before a call',
  'crash after a call',
  'stopped at a call, and continued',
  'slow call',
] as const satisfies readonly Fault[];

/** Milliseconds: up to three leases, and as often shorter than one. */
const SHORTEST_STOP = 1_000;
const LONGEST_STOP = 900_000;

/**
 * Where a process meets the world: every call of a port takes time, and may find its process crashed or stopped.
 * Law: what a process that is over had not sent never happens, and what it had sent happens without it.
 */
export class Seam {
  readonly #life: Life;
  readonly #parts: SeamParts;

  constructor(life: Life, parts: SeamParts) {
    this.#life = life;
    this.#parts = parts;
  }

  call<Answer>({ name, about, detail, effect }: Call<Answer>): Promise<Answer> {
    if (this.#life.isOver) return never();
    const { scheduler, weather, trace } = this.#parts;
    const { chance } = weather;
    const fault = weather.strike(OF_THE_PROCESS);
    if (fault !== undefined) this.#parts.troubled(fault);
    // Whether the request has left the process when something happens to it.
    const isSent = chance.chance(0.5);
    const delay = fault === 'slow call' ? chance.magnitude(1_000, 90_000) : chance.between(1, 30);
    return new Promise((resolve, reject) => {
      const arrive = (): void => {
        if (this.#life.isOver && !isSent) return;
        if (this.#life.isStopped && !isSent) {
          this.#life.goOn(arrive);
          return;
        }
        trace.add(scheduler.now, about, `${this.#life.name} ${name}${detail === undefined ? '' : ` ${detail}`}`);
        const answered = (go: () => void): void => {
          if (fault === 'crash after a call') this.#parts.crash();
          this.#life.goOn(go);
        };
        effect().then(
          (answer) => answered(() => resolve(answer)),
          (error: unknown) => answered(() => reject(error)),
        );
      };
      scheduler.in(delay, () => {
        if (fault === 'crash before a call' && !this.#life.isOver) this.#parts.crash();
        if (fault === 'stopped at a call, and continued' && !this.#life.isOver)
          this.#parts.stop(chance.magnitude(SHORTEST_STOP, LONGEST_STOP));
        arrive();
      });
    });
  }
}
