import {
  type AppendResult,
  EventStoreDBClient,
  type JSONRecordedEvent,
  jsonEvent,
  type ResolvedEvent,
  StreamDeletedError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EventStoreDouble, startEventStoreDouble } from './double.ts';

let double: EventStoreDouble;
let client: EventStoreDBClient;

beforeEach(async () => {
  double = await startEventStoreDouble();
  client = EventStoreDBClient.connectionString(double.connectionString);
});

afterEach(async () => {
  await client.dispose();
  await double.close();
});

const noted = (note: string | number) => jsonEvent({ type: 'noted.v1', data: { note }, metadata: { about: note } });

const notes = async (events: AsyncIterable<ResolvedEvent>): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for await (const { event } of events) found.push((event as JSONRecordedEvent).data);
  return found.map((data) => (data as { readonly note: unknown }).note);
};

/** Both forms of appending: the client takes the older one for calls with credentials of their own. */
describe.each([
  { form: 'BatchAppend', credentials: {} },
  { form: 'Append', credentials: { credentials: { username: 'any', password: 'any' } } },
])('appending by $form', ({ credentials }) => {
  test('events get revisions from 0, and a position in the log', async () => {
    const first: AppendResult = await client.appendToStream('orders', [noted(1), noted(2)], credentials);
    const second = await client.appendToStream('orders', noted(3), { ...credentials, expectedRevision: 1n });
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([1n, 2n]);
    expect(second.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
    expect(await notes(client.readStream('orders'))).toEqual([1, 2, 3]);
  });

  test('an append that expects another revision is refused, and says which there is', async () => {
    await client.appendToStream('orders', noted(1), { ...credentials, expectedRevision: 'no_stream' });
    const refused = { ...credentials, expectedRevision: 'no_stream' } as const;
    await expect(client.appendToStream('orders', [noted(2), noted(3)], refused)).rejects.toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion: 'no_stream',
      actualVersion: 0n,
    });
    const ahead = client.appendToStream('orders', noted(2), { ...credentials, expectedRevision: 7n });
    await expect(ahead).rejects.toBeInstanceOf(WrongExpectedVersionError);
    const existing = client.appendToStream('empty', noted(2), { ...credentials, expectedRevision: 'stream_exists' });
    await expect(existing).rejects.toMatchObject({ expectedVersion: 'stream_exists', actualVersion: 'no_stream' });
    expect(await notes(client.readStream('orders'))).toEqual([1]);
  });

  test('of many that expect the same revision, one is written', async () => {
    const tries = Array.from({ length: 50 }, (_, index) =>
      client.appendToStream('claim', noted(index), { ...credentials, expectedRevision: 'no_stream' }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await notes(client.readStream('claim'))).toHaveLength(1);
  });

  test('more bytes than one append may have are refused', async () => {
    const large = client.appendToStream('orders', noted('x'.repeat(1024 * 1024)), credentials);
    await expect(large).rejects.toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1024 * 1024 });
    await expect(notes(client.readStream('orders'))).rejects.toBeInstanceOf(StreamNotFoundError);
  });
});

describe('reading', () => {
  beforeEach(async () => {
    for (const note of [0, 1, 2, 3]) await client.appendToStream('orders', noted(note));
  });

  test('a stream is read from a revision on, either way, up to a count', async () => {
    expect(await notes(client.readStream('orders', { fromRevision: 1n, maxCount: 2 }))).toEqual([1, 2]);
    expect(await notes(client.readStream('orders', { fromRevision: 2n, direction: 'backwards' }))).toEqual([2, 1, 0]);
    const last = client.readStream('orders', { fromRevision: 'end', direction: 'backwards', maxCount: 1 });
    expect(await notes(last)).toEqual([3]);
  });

  test('an event comes with all it was given; its position only where it is read from $all', async () => {
    const event = jsonEvent({ type: 'noted.v1', data: { note: 'ä' }, metadata: { by: 'someone' } });
    await client.appendToStream('other', event);
    for await (const { event: read } of client.readStream('other')) {
      expect(read).toMatchObject({ id: event.id, type: 'noted.v1', data: { note: 'ä' }, metadata: { by: 'someone' } });
      expect(Math.abs(Date.now() - (read?.created.getTime() ?? 0))).toBeLessThan(60_000);
      expect(read?.position).toEqual({ commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n });
    }
  });

  test('$all is read forwards from a position on, backwards from before it', async () => {
    const all: ResolvedEvent[] = [];
    for await (const event of client.readAll()) all.push(event);
    const position = all[2]?.event?.position;
    if (position === undefined) throw new Error('no position');
    expect(await notes(client.readAll({ fromPosition: position }))).toEqual([2, 3]);
    expect(await notes(client.readAll({ fromPosition: position, direction: 'backwards' }))).toEqual([1, 0]);
    expect(await notes(client.readAll({ fromPosition: 'end', direction: 'backwards', maxCount: 1 }))).toEqual([3]);
  });

  test('a stream that is not there is not found', async () => {
    await expect(notes(client.readStream('nothing'))).rejects.toMatchObject({ type: 'stream-not-found' });
  });
});

describe('subscribing', () => {
  test('to $all, filtered: what is there, that it is caught up, and what comes', async () => {
    await client.appendToStream('a-1', noted(1));
    await client.appendToStream('b-1', noted(2));
    const told: unknown[] = [];
    const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['a-'] }) });
    const caughtUp = new Promise((resolve) => subscription.once('caughtUp', resolve));
    subscription.on('data', ({ event }) => told.push((event as JSONRecordedEvent).data));
    await caughtUp;
    expect(told).toEqual([{ note: 1 }]);
    await client.appendToStream('b-1', noted(3));
    await client.appendToStream('a-2', noted(4));
    await expect.poll(() => told).toEqual([{ note: 1 }, { note: 4 }]);
    await subscription.unsubscribe();
  });
});

describe('deleting', () => {
  test('a deleted stream is not found, goes on after its last revision, and is in $all until it is scavenged', async () => {
    await client.appendToStream('orders', [noted(1), noted(2)]);
    await client.deleteStream('orders');
    await expect(notes(client.readStream('orders'))).rejects.toBeInstanceOf(StreamNotFoundError);
    expect(double.onDisk('orders')).toHaveLength(2);
    const again = await client.appendToStream('orders', noted(3), { expectedRevision: 'no_stream' });
    expect(again.nextExpectedRevision).toBe(2n);
    expect(await notes(client.readStream('orders'))).toEqual([3]);
    double.scavenge();
    expect(double.onDisk('orders')).toHaveLength(1);
  });

  test('a tombstone is for ever', async () => {
    await client.appendToStream('orders', noted(1));
    await client.tombstoneStream('orders');
    await expect(client.appendToStream('orders', noted(2))).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(notes(client.readStream('orders'))).rejects.toBeInstanceOf(StreamDeletedError);
  });
});
