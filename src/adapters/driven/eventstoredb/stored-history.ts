import type { StoredEnvelope, StoredHistory } from '../../../application/ports/stored-history.ts';
import type { EventStore } from './event-store.ts';
import { Families } from './families.ts';
import { storedOf } from './message.ts';
import { eventStreams, isFamily } from './names.ts';

/** The server's events as they are, whatever was done to them. */
export class EventStoreStoredHistory implements StoredHistory {
  readonly #store: EventStore;
  readonly #families: Families;

  constructor(store: EventStore) {
    this.#store = store;
    this.#families = new Families(store);
  }

  async *read(streamPrefix: string): AsyncGenerator<StoredEnvelope, void> {
    for (const stream of await this.#streams(streamPrefix))
      for await (const message of this.#store.stream(stream)) yield storedOf(message);
  }

  async #streams(prefix: string): Promise<readonly string[]> {
    if (isFamily(prefix)) return this.#families.streamsOf(prefix);
    const streams = new Set<string>();
    for (let after = 0n; ; ) {
      const page = await this.#store.pageBehind(after, eventStreams(prefix));
      for (const { stream } of page) streams.add(stream);
      const last = page.at(-1);
      if (last === undefined) return [...streams].sort();
      after = last.position;
    }
  }
}
