import {
  type AppendExpectedRevision,
  BACKWARDS,
  END,
  type EventData,
  FORWARDS,
  NO_STREAM,
  type ResolvedEvent,
  type StreamingRead,
  type StreamMetadata,
} from '@eventstore/db-client';
import { AlteredHistory, EventLogUnavailable } from '../../../application/ports/event-log.ts';
import { EventStoreClient, type NameFilter } from './client.ts';
import { type Message, messageOf } from './message.ts';
import { type Pauses, pause, pauseAfter, within } from './patience.ts';
import { serverPositionOf } from './position.ts';
import { type EventStoreSettings, placeOf } from './settings.ts';
import { NoAnswer, problemOf, type Trouble, troubleOf } from './trouble.ts';

export interface Times {
  /** Milliseconds that one call to the server may take. */
  readonly deadline: number;
  /** The same, for one that has the server look through all there is. */
  readonly longDeadline: number;
  /** Milliseconds after which a call that failed is not tried again. */
  readonly patience: number;
  readonly pauses: Pauses;
}

const TIMES: Times = {
  deadline: 5_000,
  longDeadline: 300_000,
  patience: 10_000,
  pauses: { first: 100, longest: 2_000 },
};

/** A stream that was deleted for good: of one that holds history, that is an alteration. */
export class StreamGone extends AlteredHistory {
  constructor(stream: string) {
    super(`stream ${stream}, version 1 was altered, or an event before it: the stream was deleted`);
  }
}

/** A stream that must not be there, any state of it, or the server's count (from 0) of its last event. */
export type ExpectedRevision = AppendExpectedRevision;

/** Events of one page: few, because an event may be large. */
const PAGE = 100;

/**
 * The calls to the cluster that the adapters here are made of. Each has a deadline, and is tried again for a while with
 * growing pauses: a change of leader passes unseen. What is left is an {@link EventLogUnavailable} in our words.
 */
export class EventStore {
  /** For messages; no secret in it. */
  readonly place: string;
  readonly client: EventStoreClient;
  readonly times: Times;
  #isClosed = false;

  constructor(settings: EventStoreSettings, times: Partial<Times> = {}) {
    this.place = placeOf(settings);
    this.client = new EventStoreClient(settings);
    this.times = { ...TIMES, ...times };
  }

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
        await this.client.appendToStream(stream, [...events], { ...this.#options(), expectedRevision });
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
    return this.patiently(tried);
  }

  /** A page of a stream's events; nothing where there is no stream. */
  async page(stream: string, fromRevision: number, maxCount = PAGE): Promise<readonly Message[]> {
    const options = { fromRevision: BigInt(fromRevision), direction: FORWARDS, maxCount } as const;
    return this.#reading(stream, () => this.client.readStream(stream, options));
  }

  async *stream(stream: string, fromRevision = 0): AsyncGenerator<Message, void> {
    for (let from = fromRevision; ; ) {
      const page = await this.page(stream, from);
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      from = last.revision + 1;
    }
  }

  async last(stream: string): Promise<Message | undefined> {
    const options = { fromRevision: END, direction: BACKWARDS, maxCount: 1 } as const;
    return (await this.#reading(stream, () => this.client.readStream(stream, options))).at(0);
  }

  /** The position of the last event of all, 0 if there is none. */
  async end(): Promise<bigint> {
    const options = { fromPosition: END, direction: BACKWARDS, maxCount: 1 } as const;
    const [last] = await this.#reading('$all', () => this.client.readAll(options));
    return last?.position ?? 0n;
  }

  /** Events behind a position, in order; all of them if there are fewer than a page. */
  async pageBehind(position: bigint, filter: NameFilter): Promise<readonly Message[]> {
    const { longDeadline } = this.times;
    const read = () => this.client.filteredPage(serverPositionOf(position), filter, PAGE + 1, longDeadline);
    const messages = (await this.patiently(() => within(longDeadline * 2, read(), noAnswer))).flatMap(
      (event) => messageOf(event) ?? [],
    );
    return messages.filter((message) => message.position > position);
  }

  /** For good: the name cannot be used again. What is not there is deleted as well. */
  async tombstone(stream: string): Promise<void> {
    await this.patiently(async () => {
      try {
        await within(this.times.deadline * 2, this.client.tombstoneStream(stream, this.#options()), noAnswer);
      } catch (error) {
        if (troubleOf(error) !== 'deleted') throw error;
      }
    });
  }

  /** For a stream that has no metadata yet; those that another gave it, and only who may can change, stay. */
  async giveMetadata(stream: string, metadata: StreamMetadata): Promise<void> {
    await this.patiently(async () => {
      try {
        const options = { ...this.#options(), expectedRevision: NO_STREAM } as const;
        await this.client.setStreamMetadata(stream, metadata, options);
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === 'conflict') return;
        if (trouble !== 'refused' || (await this.last(`$$${stream}`)) === undefined) throw error;
      }
    });
  }

  /** What lies before a revision is shown no longer, and gone with the next scavenge. */
  async truncate(stream: string, truncateBefore: number): Promise<void> {
    await this.patiently(() => this.client.setStreamMetadata(stream, { truncateBefore }, this.#options()));
  }

  /** The names of all streams that the filter lets through, in the order of code units. The server looks at all there is. */
  async streamNames(filter: NameFilter): Promise<readonly string[]> {
    const names = new Set<string>();
    for (let after = 0n; ; ) {
      const page = await this.pageBehind(after, filter);
      for (const { stream } of page) names.add(stream);
      const last = page.at(-1);
      if (last === undefined) return [...names].sort();
      after = last.position;
    }
  }

  /** Tries until it works, or what is wrong will not pass, or patience ends. */
  async patiently<Result>(work: () => Promise<Result>): Promise<Result> {
    const until = performance.now() + this.times.patience;
    for (let tries = 0; ; tries += 1) {
      try {
        if (this.#isClosed) throw new EventLogUnavailable(`${this.place}: it was closed`);
        return await work();
      } catch (error) {
        // A mistake of ours stays one.
        if (error instanceof TypeError || error instanceof RangeError) throw error;
        const wait = pauseAfter(tries, this.times.pauses);
        const trouble = troubleOf(error);
        const mayPass = (trouble === 'passing' || trouble === 'late') && !isOurs(error);
        if (!mayPass || this.#isClosed || performance.now() + wait > until) throw this.asOurs(error, trouble);
        await pause(wait);
      }
    }
  }

  /** What a port may throw. */
  asOurs(error: unknown, trouble: Trouble = troubleOf(error)): Error {
    if (isOurs(error)) return error;
    return new EventLogUnavailable(`${this.place}: ${problemOf(trouble)}`);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.client.dispose();
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  #options(): { readonly credentials: EventStoreClient['credentials']; readonly deadline: number } {
    return { credentials: this.client.credentials, deadline: this.times.deadline };
  }

  async #holds(stream: string, expected: ExpectedRevision, events: readonly EventData[]): Promise<boolean> {
    const from = typeof expected === 'bigint' ? Number(expected) + 1 : 0;
    const found = await this.page(stream, from, events.length);
    return events.every(({ id }, index) => found[index]?.id === id);
  }

  /** A reading of few events, to its end. The client gives it no deadline, and never ends one that it was told to cancel. */
  #reading(stream: string, begin: () => StreamingRead<ResolvedEvent>): Promise<readonly Message[]> {
    return this.patiently(async () => {
      const reading = begin();
      try {
        const events = await within(this.times.deadline, collected(reading), noAnswer);
        return events.flatMap((event) => messageOf(event) ?? []);
      } catch (error) {
        void reading.cancel().catch(() => undefined);
        reading.destroy();
        if (troubleOf(error) === 'not found') return [];
        throw troubleOf(error) === 'deleted' ? new StreamGone(stream) : error;
      }
    });
  }
}

const noAnswer = (): Error => new NoAnswer('no answer in time');

const isOurs = (error: unknown): error is Error =>
  error instanceof EventLogUnavailable || error instanceof AlteredHistory;

const collected = async <Event>(reading: AsyncIterable<Event>): Promise<readonly Event[]> => {
  const events: Event[] = [];
  for await (const event of reading) events.push(event);
  return events;
};
