import type { AttemptLimits } from '../../../application/ports/attempt-limits.ts';
import type { EventStore } from './event-store.ts';
import { SharedEntries } from './shared-entries.ts';

const BUCKETS = 256;

/** A key's current period, and the one before: where instances' clocks differ, both are counted for a while. */
const PERIODS_KEPT = 2;

/** Of those that were not counted for longest, the rest is forgotten: a bucket is written whole. */
const KEYS_KEPT = 1_000;

type Counts = readonly (readonly [period: string, count: number])[];

export class EventStoreAttemptLimits implements AttemptLimits {
  readonly #counts: SharedEntries<Counts>;

  constructor(store: EventStore) {
    this.#counts = new SharedEntries(store, 'limits', BUCKETS);
  }

  count(key: string, period: string): Promise<number> {
    return this.#counts.change(key, (all) => {
      const counts = all.get(key) ?? [];
      const result = countIn(counts, period) + 1;
      const isNew = result === 1;
      const counted = counts.map((one) => (one[0] === period ? ([period, result] as const) : one));
      // Last again, so that the first is who was not counted for longest.
      all.delete(key);
      all.set(key, isNew ? [...counts, [period, result] as const].slice(-PERIODS_KEPT) : counted);
      for (const oldest of all.keys()) if (all.size > KEYS_KEPT) all.delete(oldest);
      return { isChanged: true, result };
    });
  }

  /** That there are at least so many, as they were counted elsewhere. */
  bringIn(key: string, period: string, count: number): Promise<void> {
    return this.#counts.change(key, (all) => {
      const counts = all.get(key) ?? [];
      const isChanged = countIn(counts, period) < count;
      if (isChanged) all.set(key, [...counts.filter((one) => one[0] !== period), [period, count]]);
      return { isChanged, result: undefined };
    });
  }

  async counted(key: string, period: string): Promise<number> {
    return countIn((await this.#counts.get(key)) ?? [], period);
  }
}

const countIn = (counts: Counts, period: string): number => counts.find((one) => one[0] === period)?.[1] ?? 0;
