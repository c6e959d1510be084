import {
  type AllStreamSubscription,
  type AppendResult,
  EventStoreDBClient,
  excludeSystemEvents,
  jsonEvent,
  type Position,
  type ResolvedEvent,
  StreamDeletedError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startChild } from '../child/child.ts';
import { type EventStoreDouble, startEventStoreDouble } from './double.ts';
import { noted, noteOf, notes } from './notes.ts';

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

  test('an append that is there already is answered as done, if the server finds out', async () => {
    const events = [noted(1), noted(2)];
    const expected = { ...credentials, expectedRevision: 'no_stream' } as const;
    const first = await client.appendToStream('orders', events, expected);
    await client.appendToStream('orders', noted(3), credentials);
    expect(await client.appendToStream('orders', events, expected)).toEqual(first);
    const half = [events[0] ?? noted(1), noted(4)];
    await expect(client.appendToStream('orders', half, expected)).rejects.toBeInstanceOf(WrongExpectedVersionError);
    expect(await notes(client.readStream('orders'))).toEqual([1, 2, 3]);
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

  test('an event comes with all it was given, when, and where it lies in $all', async () => {
    const event = jsonEvent({ type: 'noted.v1', data: { note: 'ä' }, metadata: { by: 'someone' } });
    const { position } = await client.appendToStream('other', event);
    for await (const { event: read } of client.readStream('other')) {
      expect(read).toMatchObject({ id: event.id, type: 'noted.v1', data: { note: 'ä' }, metadata: { by: 'someone' } });
      expect(Math.abs(Date.now() - (read?.created.getTime() ?? 0))).toBeLessThan(60_000);
      expect(read?.position).toEqual(position);
    }
  });

  test('$all is read forwards from a position on, backwards from before it', async () => {
    const all: ResolvedEvent[] = [];
    for await (const event of client.readAll()) all.push(event);
    const position = all[2]?.event?.position as Position;
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
    const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['a-'] }) });
    const told: unknown[] = [];
    const caughtUp = new Promise((resolve) => subscription.once('caughtUp', resolve));
    subscription.on('data', (event) => told.push(noteOf(event)));
    await caughtUp;
    expect(told).toEqual([1]);
    await client.appendToStream('b-1', noted(3));
    await client.appendToStream('a-2', noted(4));
    await expect.poll(() => told).toEqual([1, 4]);
    await subscription.unsubscribe();
  });

  test('to $all from a position: after it; a checkpoint says how far was looked where nothing matched', async () => {
    const { position } = await client.appendToStream('a-1', noted(1));
    for (const note of [2, 3, 4, 5]) await client.appendToStream('b-1', noted(note));
    const reached: Position[] = [];
    const checkpointReached = (_: AllStreamSubscription, at: Position): void => void reached.push(at);
    const filter = streamNameFilter({ regex: '^a-', maxSearchWindow: 2, checkpointInterval: 1, checkpointReached });
    const subscription = client.subscribeToAll({ filter, fromPosition: position as Position });
    const told: unknown[] = [];
    subscription.on('data', (event) => told.push(noteOf(event)));
    await expect.poll(() => reached.length).toBe(2);
    await client.appendToStream('a-1', noted(6));
    await expect.poll(() => told).toEqual([6]);
    expect(reached[1]?.commit).toBe(BigInt(double.onDisk('b-1').at(-1)?.position ?? 0));
    await subscription.unsubscribe();
  });

  test('to a stream that is not there yet, and from a revision: after it', async () => {
    const subscription = client.subscribeToStream('orders');
    const told: unknown[] = [];
    subscription.on('data', (event) => told.push(noteOf(event)));
    await client.appendToStream('orders', [noted(0), noted(1), noted(2)]);
    await expect.poll(() => told).toEqual([0, 1, 2]);
    await subscription.unsubscribe();
    const later = client.subscribeToStream('orders', { fromRevision: 1n });
    const [first] = await new Promise<ResolvedEvent[]>((resolve) => later.once('data', (event) => resolve([event])));
    expect(first && noteOf(first)).toBe(2);
    await later.unsubscribe();
  });

  test('to all but system events', async () => {
    await client.setStreamMetadata('orders', { truncateBefore: 0 });
    await client.appendToStream('orders', noted(1));
    const subscription = client.subscribeToAll({ filter: excludeSystemEvents() });
    const first = await new Promise<ResolvedEvent>((resolve) => subscription.once('data', resolve));
    expect(noteOf(first)).toBe(1);
    await subscription.unsubscribe();
  });
});

describe('deleting', () => {
  const all = async (): Promise<readonly string[]> => {
    const streams: string[] = [];
    for await (const { event } of client.readAll()) streams.push(event?.streamId ?? '');
    return streams;
  };

  test('a deleted stream is not found, and goes on after its last revision', async () => {
    await client.appendToStream('orders', [noted(1), noted(2)]);
    await client.deleteStream('orders', { expectedRevision: 1n });
    await expect(notes(client.readStream('orders'))).rejects.toBeInstanceOf(StreamNotFoundError);
    const existing = client.appendToStream('orders', noted(3), { expectedRevision: 'stream_exists' });
    await expect(existing).rejects.toBeInstanceOf(StreamDeletedError);
    const again = await client.appendToStream('orders', noted(3), { expectedRevision: 'no_stream' });
    expect(again.nextExpectedRevision).toBe(2n);
    expect(await notes(client.readStream('orders'))).toEqual([3]);
  });

  test('a deleted stream is in $all until it is scavenged, and its last event after that', async () => {
    await client.appendToStream('orders', [noted(1), noted(2)]);
    await client.deleteStream('orders');
    expect(await all()).toEqual(['orders', 'orders', '$$orders']);
    double.scavenge();
    expect(await all()).toEqual(['orders', '$$orders']);
  });

  test('a tombstone is for ever, and all that a scavenge leaves', async () => {
    await client.appendToStream('orders', [noted(1), noted(2)]);
    await client.tombstoneStream('orders');
    await expect(client.appendToStream('orders', noted(2))).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(notes(client.readStream('orders'))).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.tombstoneStream('orders')).rejects.toBeInstanceOf(StreamDeletedError);
    expect(await all()).toEqual(['orders', 'orders', 'orders']);
    double.scavenge();
    expect(double.onDisk('orders').map(({ type }) => type)).toEqual(['$streamDeleted']);
  });

  test('a stream at another revision is not deleted, nor one that never was', async () => {
    await client.appendToStream('orders', noted(1));
    const other = client.deleteStream('orders', { expectedRevision: 7n });
    await expect(other).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
    await expect(client.deleteStream('nothing')).rejects.toMatchObject({ type: 'wrong-expected-version' });
    expect(await notes(client.readStream('orders'))).toEqual([1]);
  });

  test('what lies before $tb is hidden, then scavenged; deleting a stream loses the rest of its metadata', async () => {
    await client.appendToStream('orders', [noted(0), noted(1), noted(2)]);
    await client.setStreamMetadata('orders', { truncateBefore: 2, acl: { deleteRoles: ['$admins'] } });
    expect(await notes(client.readStream('orders'))).toEqual([2]);
    double.scavenge();
    expect(double.onDisk('orders').map(({ revision }) => revision)).toEqual([2]);
    await client.deleteStream('orders');
    expect((await client.getStreamMetadata('orders')).metadata).not.toHaveProperty('acl');
  });
});

test('without its help against duplicates, an append that is repeated is refused, or is there twice', async () => {
  const careless = await startEventStoreDouble({ dedupe: false });
  const other = EventStoreDBClient.connectionString(careless.connectionString);
  try {
    const event = noted(1);
    await other.appendToStream('orders', event, { expectedRevision: 'no_stream' });
    const repeated = other.appendToStream('orders', event, { expectedRevision: 'no_stream' });
    await expect(repeated).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await other.appendToStream('orders', event);
    expect(await notes(other.readStream('orders'))).toEqual([1, 1]);
  } finally {
    await other.dispose();
    await careless.close();
  }
});

test('a server before 22.6 gives no position to what is read from a stream', async () => {
  const old = await startEventStoreDouble({ version: '21.10.0', streamPositions: false });
  const other = EventStoreDBClient.connectionString(old.connectionString);
  try {
    await other.appendToStream('orders', noted(1));
    for await (const { event } of other.readStream('orders')) expect(event?.position?.commit).toBe(2n ** 64n - 1n);
  } finally {
    await other.dispose();
    await old.close();
  }
});

test('what the double does not do is answered as unimplemented', async () => {
  await expect(notes(client.readStream('orders', { resolveLinkTos: true }))).rejects.toMatchObject({ code: 12 });
  await expect(client.listProjections()).rejects.toMatchObject({ code: 12 });
});

test('ten thousand appends, and it still answers', async () => {
  for (let from = 0; from < 10_000; from += 500) {
    const many = Array.from({ length: 500 }, (_, index) =>
      client.appendToStream(`stream-${(from + index) % 700}`, noted(index)),
    );
    await Promise.all(many);
  }
  expect(double.onDisk()).toHaveLength(10_000);
  expect((await notes(client.readAll())).length).toBe(10_000);
});

test('as a process of its own it says where it is, and ends with whoever started it', async () => {
  const child = startChild('../eventstoredb/serve.ts');
  await child.printed(1);
  const other = EventStoreDBClient.connectionString(child.lines[0] ?? '');
  await other.appendToStream('orders', noted(1));
  await other.dispose();
  child.process.stdin?.end();
  expect(await child.ended).toBe(0);
});
