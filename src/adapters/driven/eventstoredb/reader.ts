import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  BACKWARDS,
  END,
  FORWARDS,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { Calls, StreamGone, type Times } from './calls.ts';
import { EventStoreClient } from './client.ts';
import { type Message, messageOf } from './message.ts';
import { ServerNames, type StreamFilter } from './names.ts';
import { within } from './patience.ts';
import { positionOf, serverPositionOf } from './position.ts';
import { type EventStoreSettings, placeOf } from './settings.ts';
import { noAnswer, troubleOf } from './trouble.ts';

/** Events of one page: few, because an event may be large. */
const PAGE = 100;

export interface EventStoreOptions extends Partial<Times> {
  /** What all names begin with on the server, and nowhere else: so that tests can share a cluster. None by default. */
  readonly namespace?: string;
}

/** One subscription of the server's. It ends with whatever goes wrong. */
interface Subscription {
  readonly events: AllStreamSubscription;
  message(event: AllStreamResolvedEvent): Message | undefined;
}

/** What is read of the cluster. From the leader, unless it is a cluster of one: what was appended is seen at once. */
export class EventStoreReader {
  readonly client: EventStoreClient;
  readonly calls: Calls;
  protected readonly names: ServerNames;

  constructor(settings: EventStoreSettings, { namespace = '', ...times }: EventStoreOptions = {}) {
    this.client = new EventStoreClient(settings);
    this.calls = new Calls(placeOf(settings), times);
    this.names = new ServerNames(namespace);
  }

  /** For messages; no secret in it. */
  get place(): string {
    return this.calls.place;
  }

  /** A page of a stream's events; nothing where there is no stream. */
  async page(stream: string, fromRevision: number, maxCount = PAGE): Promise<readonly Message[]> {
    const options = { fromRevision: BigInt(fromRevision), direction: FORWARDS, maxCount } as const;
    return this.#reading(stream, () => this.client.readStream(this.names.there(stream), options));
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
    return (await this.#reading(stream, () => this.client.readStream(this.names.there(stream), options))).at(0);
  }

  /** The position of the last event of all, 0 if there is none. */
  async end(): Promise<bigint> {
    const options = { fromPosition: END, direction: BACKWARDS, maxCount: 1 } as const;
    const [last] = await this.#reading('$all', () => this.client.readAll(options));
    return last?.position ?? 0n;
  }

  /** Events behind a position, in order; all of them if there are fewer than a page. */
  async pageBehind(position: bigint, filter: StreamFilter): Promise<readonly Message[]> {
    const { longDeadline } = this.calls.times;
    const [from, names] = [serverPositionOf(position), this.names.filter(filter)];
    const read = () => this.client.filteredPage(from, names, PAGE + 1, longDeadline);
    const events = await this.calls.patiently(() => within(longDeadline * 2, read(), noAnswer));
    return this.#messages(events).filter((message) => message.position > position);
  }

  /** What is appended behind a position, one subscription of the server's: it ends with whatever goes wrong. */
  subscription(position: bigint, filter: StreamFilter, checkpointReached: (position: bigint) => void): Subscription {
    const events = this.client.filteredSubscription(serverPositionOf(position), this.names.filter(filter), (at) =>
      checkpointReached(positionOf(at)),
    );
    return { events, message: (event) => this.#message(event) };
  }

  /** The names of all streams that the filter lets through, in the order of code units. The server looks at all there is. */
  async streamNames(filter: StreamFilter): Promise<readonly string[]> {
    const names = new Set<string>();
    for (let after = 0n; ; ) {
      const page = await this.pageBehind(after, filter);
      for (const { stream } of page) names.add(stream);
      const last = page.at(-1);
      if (last === undefined) return [...names].sort();
      after = last.position;
    }
  }

  /** A reading of few events, to its end. The client gives it no deadline, and never ends one that it was told to cancel. */
  #reading(stream: string, begin: () => StreamingRead<ResolvedEvent>): Promise<readonly Message[]> {
    return this.calls.patiently(async () => {
      const reading = begin();
      try {
        return this.#messages(await within(this.calls.times.deadline, collected(reading), noAnswer));
      } catch (error) {
        void reading.cancel().catch(() => undefined);
        reading.destroy();
        if (troubleOf(error) === 'not found') return [];
        throw troubleOf(error) === 'deleted' ? new StreamGone(stream) : error;
      }
    });
  }

  #messages(events: readonly ResolvedEvent[]): readonly Message[] {
    return events.flatMap((event) => this.#message(event) ?? []);
  }

  #message(event: ResolvedEvent): Message | undefined {
    const message = messageOf(event);
    return message && { ...message, stream: this.names.here(message.stream) };
  }
}

const collected = async <Event>(reading: AsyncIterable<Event>): Promise<readonly Event[]> => {
  const events: Event[] = [];
  for await (const event of reading) events.push(event);
  return events;
};
