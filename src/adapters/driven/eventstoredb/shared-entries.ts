import { createHash, randomUUID } from 'node:crypto';
import { binaryEvent, NO_STREAM } from '@eventstore/db-client';
import { EventLogUnavailable } from '../../../application/ports/event-log.ts';
import type { EventStore } from './event-store.ts';
import { ownStream } from './names.ts';
import { pause, pauseAfter } from './patience.ts';

const STATE = 'entries';

/** Of those who write to the same bucket at the same moment one gets through, so this is how many may meet there. */
const TRIES = 200;
const PAUSES = { first: 1, longest: 100 };

/** What a change made of a bucket: whether there is something to write, and what to answer once it is written. */
export interface Changed<Result> {
  readonly isChanged: boolean;
  readonly result: Result;
}

/**
 * Small things under keys that change often and are not history: leases, counts, positions, tickets. They lie in a fixed
 * number of streams, the buckets, whose last event holds all entries of the bucket as JSON. Whoever changes one appends
 * what the bucket is from then on, at exactly the revision that was read. Nothing grows: of each stream the server shows
 * the last event only (`$maxCount`), and a scavenge frees the others.
 */
export class SharedEntries<Value> {
  readonly #store: EventStore;
  readonly #kind: string;
  readonly #buckets: number;
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(store: EventStore, kind: string, buckets: number) {
    this.#store = store;
    this.#kind = kind;
    this.#buckets = buckets;
  }

  async get(key: string): Promise<Value | undefined> {
    return (await this.#load(this.#bucketOf(key))).entries.get(key);
  }

  /** `change` may be called more than once; what counts is what it did to the entries that it was called with last. */
  change<Result>(key: string, change: (entries: Map<string, Value>) => Changed<Result>): Promise<Result> {
    return this.#changeBucket(this.#bucketOf(key), change);
  }

  async changeAll(change: (entries: Map<string, Value>) => Changed<unknown>): Promise<void> {
    for (let bucket = 0; bucket < this.#buckets; bucket += 1) await this.#changeBucket(this.#nameOf(bucket), change);
  }

  /** One after the other within a process: it need not compete with itself. */
  async #changeBucket<Result>(
    stream: string,
    change: (entries: Map<string, Value>) => Changed<Result>,
  ): Promise<Result> {
    const before = this.#turns.get(stream) ?? Promise.resolve();
    const turn = before.then(() => this.#competing(stream, change));
    const settled = turn.catch(() => undefined);
    this.#turns.set(stream, settled);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(stream) === settled) this.#turns.delete(stream);
    }
  }

  async #competing<Result>(stream: string, change: (entries: Map<string, Value>) => Changed<Result>): Promise<Result> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { entries, revision } = await this.#load(stream);
      const { isChanged, result } = change(entries);
      if (!isChanged) return result;
      if (revision === undefined) await this.#store.giveMetadata(stream, { maxCount: 1 });
      const data = Buffer.from(JSON.stringify([...entries]), 'utf8');
      const expected = revision === undefined ? NO_STREAM : BigInt(revision);
      const event = binaryEvent({ id: randomUUID(), type: STATE, data });
      if ((await this.#store.append(stream, expected, [event])) === 'appended') return result;
      await pause(pauseAfter(tries, PAUSES));
    }
    throw new EventLogUnavailable(`${stream} is written to by too many at once`);
  }

  async #load(stream: string): Promise<{ entries: Map<string, Value>; revision: number | undefined }> {
    const last = await this.#store.last(stream);
    if (last === undefined) return { entries: new Map(), revision: undefined };
    // Whoever may write to the store can write anything here: it is not history, and worth no more than it was.
    const entries = JSON.parse(Buffer.from(last.data).toString('utf8')) as [string, Value][];
    return { entries: new Map(entries), revision: last.revision };
  }

  #bucketOf(key: string): string {
    return this.#nameOf(createHash('sha256').update(key).digest().readUInt16BE(0) % this.#buckets);
  }

  #nameOf(bucket: number): string {
    return ownStream(this.#kind, String(bucket));
  }
}
