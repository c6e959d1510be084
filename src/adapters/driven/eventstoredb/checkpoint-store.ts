import type { CheckpointStore } from '../../../application/ports/checkpoint-store.ts';
import type { Position } from '../../../application/ports/event-log.ts';
import type { EventStore } from './event-store.ts';
import { SharedEntries } from './shared-entries.ts';

/** There are few subscriptions, so one holds them all. */
const BUCKETS = 1;

export class EventStoreCheckpointStore implements CheckpointStore {
  readonly #positions: SharedEntries<string>;

  constructor(store: EventStore) {
    this.#positions = new SharedEntries(store, 'positions', BUCKETS);
  }

  async load(subscription: string): Promise<Position | undefined> {
    const position = await this.#positions.get(subscription);
    return position === undefined ? undefined : BigInt(position);
  }

  save(subscription: string, position: Position): Promise<void> {
    return this.#positions.change(subscription, (positions) => {
      const isChanged = positions.get(subscription) !== String(position);
      positions.set(subscription, String(position));
      return { isChanged, result: undefined };
    });
  }
}
