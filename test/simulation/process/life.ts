import type { Scheduler } from '../engine/scheduler.ts';

/**
 * One process, from its start to its end. Whatever would go on in it goes through {@link Life.goOn}: a process that is
 * stopped goes on later, one that is over never does.
 */
export class Life {
  readonly name: string;
  readonly #scheduler: Scheduler;
  readonly #endings = new Set<() => void>();
  #parked: (() => void)[] = [];
  #isStopped = false;
  #isOver = false;
  /** Milliseconds by which the deadline of a session is noticed too late: once, after having been stopped. */
  lag = 0;

  constructor(name: string, scheduler: Scheduler) {
    this.name = name;
    this.#scheduler = scheduler;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  goOn(run: () => void): void {
    if (this.#isOver) return;
    if (this.#isStopped) this.#parked.push(run);
    else run();
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Each thing that waited has a step of its own, in the order in which it came. */
  continue(): void {
    this.#isStopped = false;
    const parked = this.#parked;
    this.#parked = [];
    for (const run of parked) this.#scheduler.in(0, () => this.goOn(run));
  }

  end(): void {
    this.#isOver = true;
    this.#parked = [];
    for (const ending of this.#endings) ending();
    this.#endings.clear();
  }

  /** Called when it ends; returns how to take that back. */
  onEnd(ending: () => void): () => void {
    this.#endings.add(ending);
    return () => this.#endings.delete(ending);
  }
}

/** What a process that is over waits for. */
export const never = <Answer>(): Promise<Answer> => new Promise<Answer>(() => undefined);
