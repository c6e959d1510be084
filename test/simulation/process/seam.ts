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
  /** Stops the process for so many milliseconds, and returns how to let it go on before. */
  readonly stop: (milliseconds: number) => () => void;
  /** Called when the night that an organisation has at work is overtaken the next time. */
  readonly onOvertaken: (organisationId: string, then: () => void) => void;
  /** Whether two nights of an organisation are run by hand in these seconds. */
  readonly isRunningTwo: (organisationId: string) => boolean;
  readonly setWallClockForward: () => void;
}

const OF_THE_PROCESS = [
  'crash before a call',
  'crash after a call',
  'stopped at a call, and continued',
  'slow call',
] as const satisfies readonly Fault[];

const AT_A_REPLACING = [...OF_THE_PROCESS, 'stopped at a replacing, until it is overtaken'] as const;

const BESIDE_ANOTHER_NIGHT = [...AT_A_REPLACING, 'stopped at a rename, beside another night'] as const;

/** Between the last look and the renames nothing but chance keeps an attempt in its time. */
const AT: Readonly<Record<string, readonly Fault[]>> = {
  'session.size': AT_A_REPLACING,
  'session.rename': AT_A_REPLACING,
  'leases.read': [...OF_THE_PROCESS, 'wall clock set forward while a silent owner is waited for'],
};

/** Milliseconds in which another night, begun a moment before or after, has come to any of its steps, or past its end. */
const SHORTEST_STOP_BESIDE = 200;
const LONGEST_STOP_BESIDE = 4_000;

/** Milliseconds in which an attempt that takes over has come to any of its steps, or past its end. */
const LONGEST_HEAD_START = 500;

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
    const fault = weather.strike(this.#at(name, about));
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
        if (fault === 'stopped at a replacing, until it is overtaken') this.#stopUntilOvertaken(about);
        if (fault === 'stopped at a rename, beside another night' && !this.#life.isOver)
          this.#parts.stop(chance.between(SHORTEST_STOP_BESIDE, LONGEST_STOP_BESIDE));
        if (fault === 'wall clock set forward while a silent owner is waited for') this.#parts.setWallClockForward();
        arrive();
      });
    });
  }

  #at(name: string, about: string | undefined): readonly Fault[] {
    const isBeside = name === 'session.rename' && about !== undefined && this.#parts.isRunningTwo(about);
    return isBeside ? BESIDE_ANOTHER_NIGHT : (AT[name] ?? OF_THE_PROCESS);
  }

  /** Goes on while the one that has taken over is anywhere in its own attempt; or in its time, if nobody does. */
  #stopUntilOvertaken(organisationId: string | undefined): void {
    if (this.#life.isOver || organisationId === undefined) return;
    const { scheduler, weather, stop, onOvertaken } = this.#parts;
    const goOn = stop(LONGEST_STOP);
    const headStart = weather.chance.between(0, LONGEST_HEAD_START);
    onOvertaken(organisationId, () => scheduler.in(headStart, goOn));
  }
}
