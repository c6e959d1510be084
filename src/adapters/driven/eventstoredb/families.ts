import { randomUUID } from 'node:crypto';
import { ANY, binaryEvent } from '@eventstore/db-client';
import type { EventStore } from './event-store.ts';
import { familyOf, ownStream } from './names.ts';

const LISTED = 'stream-listed';

/**
 * The lists of families' streams, each in a stream of its own. Law: a stream is listed before its first event is
 * appended, so that a list may name a stream that never came to be, or one twice, but leaves none out.
 */
export class Families {
  readonly #store: EventStore;

  constructor(store: EventStore) {
    this.#store = store;
  }

  async list(stream: string): Promise<void> {
    const family = familyOf(stream);
    if (family === undefined) return;
    const entry = binaryEvent({ id: randomUUID(), type: LISTED, data: Buffer.from(stream, 'utf8') });
    await this.#store.append(ownStream('family', family), ANY, [entry]);
  }

  /** In the order of their names, by code units. */
  async streamsOf(family: string): Promise<readonly string[]> {
    const streams = new Set<string>();
    for await (const { data } of this.#store.stream(ownStream('family', family)))
      streams.add(Buffer.from(data).toString('utf8'));
    return [...streams].sort();
  }
}
