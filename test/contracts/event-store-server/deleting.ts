import { type Position, StreamDeletedError, StreamNotFoundError } from '@eventstore/db-client';
import { expect } from 'vitest';
import { noted, notes } from '../../support/eventstoredb/notes.ts';
import type { ContractTest } from '../contract-test.ts';
import { type EventStoreServerHarness, own } from './harness.ts';

export const deleting = (test: ContractTest, harness: () => EventStoreServerHarness): void => {
  const read = (stream: string) => notes(harness().client.readStream(stream));

  test('a deleted stream is not found, and goes on after its last revision', async () => {
    const { client, name } = harness();
    const orders = name('orders');
    await client.appendToStream(orders, [noted(1), noted(2)]);
    await client.deleteStream(orders, { expectedRevision: 1n });
    await expect(read(orders)).rejects.toBeInstanceOf(StreamNotFoundError);
    const existing = client.appendToStream(orders, noted(3), { expectedRevision: 'stream_exists' });
    await expect(existing).rejects.toBeInstanceOf(StreamDeletedError);
    const again = await client.appendToStream(orders, noted(3), { expectedRevision: 'no_stream' });
    expect(again.nextExpectedRevision).toBe(2n);
    expect(await read(orders)).toEqual([3]);
  });

  test('what was deleted is still read from $all', async () => {
    const { client, name } = harness();
    const { position } = await client.appendToStream(name('orders'), noted(1));
    await client.deleteStream(name('orders'));
    const all = client.readAll({ fromPosition: position as Position, maxCount: 1000 });
    expect((await own(harness(), all)).map(({ event }) => event?.streamId)).toEqual([name('orders')]);
  });

  test('a tombstone is for ever', async () => {
    const { client, name } = harness();
    const orders = name('orders');
    await client.appendToStream(orders, noted(1));
    await client.tombstoneStream(orders);
    await expect(client.appendToStream(orders, noted(2))).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(read(orders)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.tombstoneStream(orders)).rejects.toBeInstanceOf(StreamDeletedError);
  });

  test('a stream at another revision is not deleted, nor one that never was', async () => {
    const { client, name } = harness();
    await client.appendToStream(name('orders'), noted(1));
    const other = client.deleteStream(name('orders'), { expectedRevision: 7n });
    await expect(other).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
    await expect(client.deleteStream(name('nothing'))).rejects.toMatchObject({ type: 'wrong-expected-version' });
    expect(await read(name('orders'))).toEqual([1]);
  });

  test('what lies before $tb is hidden; deleting a stream loses the rest of its metadata', async () => {
    const { client, name } = harness();
    const orders = name('orders');
    await client.appendToStream(orders, [noted(0), noted(1), noted(2)]);
    await client.setStreamMetadata(orders, { truncateBefore: 2, acl: { deleteRoles: ['$admins'] } });
    expect(await read(orders)).toEqual([2]);
    await client.deleteStream(orders);
    expect((await client.getStreamMetadata(orders)).metadata).not.toHaveProperty('acl');
  });
};
