import type { ScheduleClock } from '../ports/schedule-clock.ts';

/** Asks something that may hang: never a second time while it does, and never waits longer than `patience` ms. */
export class OneAtATime<Answer> {
  readonly #ask: () => Promise<Answer>;
  readonly #clock: Pick<ScheduleClock, 'pass'>;
  readonly #patience: number;
  #asking: Promise<Answer> | undefined;

  constructor(ask: () => Promise<Answer>, clock: Pick<ScheduleClock, 'pass'>, patience: number) {
    this.#ask = ask;
    this.#clock = clock;
    this.#patience = patience;
  }

  /** Undefined where no answer came in time, or it was a failure. Never rejects. */
  async answer(): Promise<Answer | undefined> {
    if (this.#asking !== undefined) return undefined;
    const asking = this.#ask();
    this.#asking = asking;
    const settled = asking.then(
      () => undefined,
      () => undefined,
    );
    void settled.then(() => {
      this.#asking = undefined;
    });
    const over = new AbortController();
    const late = this.#clock.pass(this.#patience, over.signal).then(() => undefined);
    try {
      return await Promise.race([asking, late]);
    } catch {
      return undefined;
    } finally {
      over.abort();
    }
  }
}
