/** Something that happens at a moment, unless it is called off before. */
export interface Scheduled {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  isCalledOff: boolean;
}

/**
 * The only thing that goes on by itself. One step after the other, in the order of their moments and then of their
 * planning; between two steps all that was made ready has its turn, so that nothing depends on the machine.
 * Moments are whole milliseconds from the simulation's beginning.
 */
export class Scheduler {
  readonly #heap: Scheduled[] = [];
  #now = 0;
  #planned = 0;
  #isStopped = false;
  steps = 0;

  get now(): number {
    return this.#now;
  }

  /** No further step is made. */
  stop(): void {
    this.#isStopped = true;
  }

  in(milliseconds: number, run: () => void): Scheduled {
    this.#planned += 1;
    const at = this.#now + Math.max(0, Math.round(milliseconds));
    const scheduled: Scheduled = { at, order: this.#planned, run, isCalledOff: false };
    this.#heap.push(scheduled);
    this.#rise(this.#heap.length - 1);
    return scheduled;
  }

  /** Goes on until a moment, or until it is stopped. */
  async runUntil(moment: number): Promise<void> {
    while (await inTurns(() => this.#step(moment)));
    if (!this.#isStopped) this.#now = moment;
  }

  /** Whether there was one. */
  #step(moment: number): boolean {
    if (this.#isStopped) return false;
    for (let next = this.#heap[0]; next !== undefined && next.at <= moment; next = this.#heap[0]) {
      this.#pop();
      if (next.isCalledOff) continue;
      this.#now = next.at;
      this.steps += 1;
      next.run();
      return true;
    }
    return false;
  }

  #pop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      const child = this.#isBefore(left + 1, left) ? left + 1 : left;
      if (!this.#isBefore(child, index)) return;
      this.#swap(index, child);
      index = child;
    }
  }

  #rise(from: number): void {
    for (let index = from; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return false;
    return first.at < second.at || (first.at === second.at && first.order < second.order);
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}

/** Asking the machine for a turn costs more than many a step; so many are asked for at once. */
const TURNS = 100;

/**
 * Steps in turns of their own, for as long as there are any. No time passes between two turns: every promise that is
 * settled is only seen by whoever waits for it. Resolves to whether there may be more steps; rejects as a step throws.
 */
const inTurns = (step: () => boolean): Promise<boolean> =>
  new Promise((resolve, reject) => {
    let left = TURNS;
    let isOver = false;
    const turn = (): void => {
      left -= 1;
      try {
        isOver ||= !step();
      } catch (error) {
        isOver = true;
        reject(error);
      }
      if (left === 0) resolve(!isOver);
    };
    for (let index = 0; index < TURNS; index += 1) setImmediate(turn);
  });
