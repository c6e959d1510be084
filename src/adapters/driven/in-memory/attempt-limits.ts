import type { AttemptLimits } from '../../../application/ports/attempt-limits.ts';

/** A key's current period, and the one before: where instances' clocks differ, both are counted for a while. */
const PERIODS_KEPT = 2;

export class InMemoryAttemptLimits implements AttemptLimits {
  readonly #counts = new Map<string, Map<string, number>>();

  async count(key: string, period: string): Promise<number> {
    const periods = this.#counts.get(key) ?? new Map<string, number>();
    this.#counts.set(key, periods);
    const count = (periods.get(period) ?? 0) + 1;
    periods.set(period, count);
    for (const oldest of [...periods.keys()].slice(0, -PERIODS_KEPT)) periods.delete(oldest);
    return count;
  }

  async counted(key: string, period: string): Promise<number> {
    return this.#counts.get(key)?.get(period) ?? 0;
  }
}
