import { EventStoreDBClient, WrongExpectedVersionError } from '@eventstore/db-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventStoreServerContract } from '../../contracts/event-store-server.contract.ts';
import { startChild } from '../child/child.ts';
import { type EventStoreDouble, startEventStoreDouble } from './double.ts';
import { noted, notes } from './notes.ts';

eventStoreServerContract('the double', async () => {
  const server = await startEventStoreDouble();
  const connected = EventStoreDBClient.connectionString(server.connectionString);
  return {
    client: connected,
    credentials: { username: 'any', password: 'any' },
    maxAppendSize: 1024 * 1024,
    name: (stream) => `own-${stream}`,
    close: async () => {
      await connected.dispose();
      await server.close();
    },
  };
});

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

test('a scavenge leaves the last event of a deleted stream, and of one with a tombstone nothing else', async () => {
  const left = (stream: string): readonly unknown[] =>
    double.onDisk(stream).map(({ type, revision }) => [type, revision]);
  for (const stream of ['deleted', 'ended', 'cut']) await client.appendToStream(stream, [noted(0), noted(1), noted(2)]);
  await client.deleteStream('deleted');
  await client.tombstoneStream('ended');
  await client.setStreamMetadata('cut', { truncateBefore: 1 });
  expect(double.onDisk().filter(({ type }) => type === 'noted.v1')).toHaveLength(9);
  double.scavenge();
  expect(left('deleted')).toEqual([['noted.v1', 2]]);
  expect(left('ended')).toEqual([['$streamDeleted', 3]]);
  expect(left('cut')).toEqual([
    ['noted.v1', 1],
    ['noted.v1', 2],
  ]);
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
}, 120_000);

test('as a process of its own it says where it is, and ends with whoever started it', async () => {
  const child = startChild('../eventstoredb/serve.ts');
  await child.printed(1);
  const other = EventStoreDBClient.connectionString(child.lines[0] ?? '');
  await other.appendToStream('orders', noted(1));
  // What is still open keeps it no longer.
  const subscription = other.subscribeToAll().on('error', () => undefined);
  await new Promise((resolve) => subscription.once('data', resolve));
  child.process.stdin?.end();
  expect(await child.ended).toBe(0);
  await other.dispose();
});
