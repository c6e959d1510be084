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
    for (const stream of await this.#streams(streamPrefix)) yield* this.readStream(stream);
  }

  async *readStream(stream: string): AsyncGenerator<StoredEnvelope, void> {
    for await (const message of this.#store.stream(stream)) yield storedOf(message);
  }

  #streams(prefix: string): Promise<readonly string[]> {
    return isFamily(prefix) ? this.#families.streamsOf(prefix) : this.#store.streamNames(eventStreams(prefix));
  }
}
