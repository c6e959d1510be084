import { type AppendExpectedRevision, type EventData, NO_STREAM, type StreamMetadata } from '@eventstore/db-client';
import { StreamGone } from './calls.ts';
import type { EventStoreClient } from './client.ts';
import { within } from './patience.ts';
import { EventStoreReader } from './reader.ts';
import { noAnswer, troubleOf } from './trouble.ts';

/** A stream that must not be there, any state of it, or the server's count (from 0) of its last event. */
export type ExpectedRevision = AppendExpectedRevision;

/**
 * The calls to the cluster that the adapters here are made of. Each has a deadline, and is tried again for a while with
 * growing pauses: a change of leader passes unseen. What is left is an EventLogUnavailable in our words.
 */
export class EventStore extends EventStoreReader {
  /**
   * All or none, at exactly this end. An append whose answer was lost is looked for before it is tried again, by the ids
   * of its events where they would lie: nothing relies on the server's finding them out to be the same.
   */
  async append(
    stream: string,
    expectedRevision: ExpectedRevision,
    events: readonly EventData[],
  ): Promise<'appended' | 'conflict'> {
    let isUnknown = false;
    const tried = async (): Promise<'appended' | 'conflict'> => {
      try {
        const options = { ...this.#options(), expectedRevision };
        const answer = this.client.appendToStream(this.names.there(stream), [...events], options);
        await within(this.calls.times.deadline * 2, answer, noAnswer);
        return 'appended';
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === 'conflict')
          return isUnknown && (await this.#holds(stream, expectedRevision, events)) ? 'appended' : 'conflict';
        if (trouble === 'deleted') throw new StreamGone(stream);
        if (trouble === 'passing' || trouble === 'late') isUnknown = true;
        throw error;
      }
    };
    return this.calls.patiently(tried);
  }

  /** For good: the name cannot be used again. What is not there is deleted as well. */
  async tombstone(stream: string): Promise<void> {
    await this.calls.patiently(async () => {
      try {
        const answer = this.client.tombstoneStream(this.names.there(stream), this.#options());
        await within(this.calls.times.deadline * 2, answer, noAnswer);
      } catch (error) {
        if (troubleOf(error) !== 'deleted') throw error;
      }
    });
  }

  /** For a stream that has no metadata yet; those that another gave it, and only who may can change, stay. */
  async giveMetadata(stream: string, metadata: StreamMetadata): Promise<void> {
    await this.calls.patiently(async () => {
      try {
        const options = { ...this.#options(), expectedRevision: NO_STREAM } as const;
        await this.client.setStreamMetadata(this.names.there(stream), metadata, options);
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === 'conflict') return;
        if (trouble !== 'refused' || !(await this.#hasMetadata(stream))) throw error;
      }
    });
  }

  /** What lies before a revision is shown no longer, and gone with the next scavenge. */
  async truncate(stream: string, truncateBefore: number): Promise<void> {
    const there = this.names.there(stream);
    await this.calls.patiently(() => this.client.setStreamMetadata(there, { truncateBefore }, this.#options()));
  }

  /** Never rejects, and waits for no connection that is dead. */
  async close(): Promise<void> {
    this.calls.isClosed = true;
    await within(this.calls.times.deadline, this.client.dispose(), noAnswer).catch(() => undefined);
  }

  #options(): { readonly credentials: EventStoreClient['credentials']; readonly deadline: number } {
    return { credentials: this.client.credentials, deadline: this.calls.times.deadline };
  }

  async #hasMetadata(stream: string): Promise<boolean> {
    const reading = this.client.getStreamMetadata(this.names.there(stream));
    return (await within(this.calls.times.deadline, reading, noAnswer)).metadata !== undefined;
  }

  async #holds(stream: string, expected: ExpectedRevision, events: readonly EventData[]): Promise<boolean> {
    const from = typeof expected === 'bigint' ? Number(expected) + 1 : 0;
    const found = await this.page(stream, from, events.length);
    return events.every(({ id }, index) => found[index]?.id === id);
  }
}
