import { type EventData, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { Temporal } from 'temporal-polyfill';
import { EventStoreEventLog } from '../../src/adapters/driven/eventstoredb/event-log.ts';
import { EventStore } from '../../src/adapters/driven/eventstoredb/event-store.ts';
import { messageFor } from '../../src/adapters/driven/eventstoredb/message.ts';
import { readEventStoreSettings } from '../../src/adapters/driven/eventstoredb/settings.ts';
import { chain, STREAM_START } from '../../src/adapters/shared/event-codec/chain.ts';
import { type EventLog, NO_STREAM as NOTHING } from '../../src/application/ports/event-log.ts';
import { Secret } from '../../src/application/secret.ts';
import { backupConfigurationStream, type StreamName } from '../../src/application/stream-names.ts';
import { someEvents } from '../../test/contracts/event-log/harness.ts';

/** The same work done three ways; `batch` only where the client has two ways of its own. */
export interface Operation {
  readonly name: string;
  /** How many of it one measurement does. */
  readonly count: number;
  readonly bare: () => Promise<void>;
  readonly batch?: () => Promise<void>;
  readonly ours: () => Promise<void>;
}

const NOW = Temporal.Instant.from('2026-11-24T20:00:00Z');
/** Makes the client use one call an append, as the adapter does; the double asks nobody who they are. */
const SINGLE = { credentials: { username: 'any', password: 'any' } };

let lastStream = 0;
const newStream = (): StreamName => {
  lastStream += 1;
  return backupConfigurationStream(`bench-${lastStream}`);
};

/** As the adapter would store them, made before anything is measured: the bare client is given the finished bytes. */
const stored = (stream: StreamName, count: number): EventData[] =>
  chain(stream, STREAM_START, someEvents(count), NOW).map(messageFor);

export const opened = (connectionString: string) => {
  const read = readEventStoreSettings(new Secret(connectionString), true);
  if (!read.ok) throw new Error(read.problem);
  const store = new EventStore(read.settings);
  const log = new EventStoreEventLog(store, { now: () => NOW });
  const client = EventStoreDBClient.connectionString(connectionString);
  return {
    log,
    client,
    close: async () => {
      await store.close();
      await client.dispose();
    },
  };
};

/** One append after another, each behind the last, in streams that have begun. */
export const appending = (client: EventStoreDBClient, log: EventLog, size: number, count: number): Operation => {
  const bare = (options: object) => async () => {
    const stream = newStream();
    const events = stored(stream, size * count);
    for (let at = 0; at < events.length; at += size)
      await client.appendToStream(stream, events.slice(at, at + size), {
        ...options,
        expectedRevision: at === 0 ? NO_STREAM : BigInt(at - 1),
      });
  };
  const ours = async (): Promise<void> => {
    const stream = newStream();
    let { end } = await log.append(stream, NOTHING, someEvents(1));
    for (let at = 0; at < count; at += 1) {
      const outcome = await log.append(stream, end, someEvents(size));
      if (outcome.outcome === 'conflict') throw new Error('nobody else writes here');
      end = outcome.end;
    }
  };
  return { name: `append ${size}`, count, bare: bare(SINGLE), batch: bare({}), ours };
};

/** The first append of a stream: the adapter lists the stream and shields it before. */
export const beginning = (client: EventStoreDBClient, log: EventLog, count: number): Operation => {
  const bare = (options: object) => async () => {
    for (let at = 0; at < count; at += 1) {
      const stream = newStream();
      await client.appendToStream(stream, stored(stream, 1), { ...options, expectedRevision: NO_STREAM });
    }
  };
  const ours = async (): Promise<void> => {
    for (let at = 0; at < count; at += 1) await log.append(newStream(), NOTHING, someEvents(1));
  };
  return { name: 'append 1 to a new stream', count, bare: bare(SINGLE), batch: bare({}), ours };
};

export const readingStream = async (
  client: EventStoreDBClient,
  log: EventLog,
  size: number,
  count: number,
): Promise<Operation> => {
  const stream = newStream();
  await client.appendToStream(stream, stored(stream, size));
  const bare = async (): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      let read = 0;
      for await (const _ of client.readStream(stream)) read += 1;
      if (read !== size) throw new Error(`read ${read}`);
    }
  };
  const ours = async (): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      const { events } = await log.read(stream);
      if (events.length !== size) throw new Error(`read ${events.length}`);
    }
  };
  return { name: `read a stream of ${size}`, count, bare, ours };
};

/** On a server that holds nothing but so many events, five to a stream. */
export const readingAll = async (
  client: EventStoreDBClient,
  log: EventLog,
  events: number,
): Promise<readonly Operation[]> => {
  for (let at = 0; at < events; at += 5) {
    const stream = newStream();
    await client.appendToStream(stream, stored(stream, 5));
  }
  // To its end: a read that is left before that is one that the client never disposes of.
  const all = async (read: AsyncIterable<unknown>): Promise<void> => {
    let heard = 0;
    for await (const _ of read) heard += 1;
    if (heard !== events) throw new Error(`read ${heard}`);
  };
  const bareSubscription = async (): Promise<void> => {
    const subscription = client.subscribeToAll();
    let heard = 0;
    await new Promise<void>((resolve, reject) => {
      subscription.on('error', reject).on('data', () => {
        heard += 1;
        if (heard === events) resolve();
      });
    });
    await subscription.unsubscribe();
  };
  const ourSubscription = async (): Promise<void> => {
    const end = new AbortController();
    let heard = 0;
    for await (const _ of log.subscribe(0n, end.signal)) {
      heard += 1;
      if (heard === events) end.abort();
    }
  };
  return [
    { name: 'read all', count: events, bare: () => all(client.readAll()), ours: () => all(log.readAll(0n)) },
    { name: 'catch up by subscription', count: events, bare: bareSubscription, ours: ourSubscription },
  ];
};
