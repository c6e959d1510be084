import { jsonEvent, type Position } from '@eventstore/db-client';
import { expect } from 'vitest';
import { noted, noteOf, notes } from '../../support/eventstoredb/notes.ts';
import type { ContractTest } from '../contract-test.ts';
import { type EventStoreServerHarness, own } from './harness.ts';

/** As many events of others may lie between those of a test. */
const MANY = 1000;

export const reading = (test: ContractTest, harness: () => EventStoreServerHarness): void => {
  const appended = async (): Promise<{ orders: string; positions: readonly Position[] }> => {
    const { client, name } = harness();
    const positions: Position[] = [];
    for (const note of [0, 1, 2, 3]) {
      const { position } = await client.appendToStream(name('orders'), noted(note));
      if (position !== undefined) positions.push(position);
    }
    return { orders: name('orders'), positions };
  };

  test('a stream is read from a revision on, either way, up to a count', async () => {
    const { client } = harness();
    const { orders } = await appended();
    expect(await notes(client.readStream(orders, { fromRevision: 1n, maxCount: 2 }))).toEqual([1, 2]);
    expect(await notes(client.readStream(orders, { fromRevision: 2n, direction: 'backwards' }))).toEqual([2, 1, 0]);
    const last = { fromRevision: 'end', direction: 'backwards', maxCount: 1 } as const;
    expect(await notes(client.readStream(orders, last))).toEqual([3]);
  });

  test('an event comes with all it was given, when, and where it lies in $all', async () => {
    const { client, name } = harness();
    const event = jsonEvent({ type: 'noted.v1', data: { note: 'ä' }, metadata: { by: 'someone' } });
    const { position } = await client.appendToStream(name('other'), event);
    for await (const { event: read } of client.readStream(name('other'))) {
      expect(read).toMatchObject({ id: event.id, type: 'noted.v1', data: { note: 'ä' }, metadata: { by: 'someone' } });
      expect(Math.abs(Date.now() - (read?.created.getTime() ?? 0))).toBeLessThan(60_000);
      expect(read?.position).toEqual(position);
    }
  });

  test('$all is read forwards from a position on, itself included, and backwards from before it', async () => {
    const { client } = harness();
    const { positions } = await appended();
    const fromPosition = positions[2] as Position;
    const forwards = client.readAll({ fromPosition, maxCount: MANY });
    expect((await own(harness(), forwards)).map(noteOf)).toEqual([2, 3]);
    const backwards = client.readAll({ fromPosition, maxCount: MANY, direction: 'backwards' });
    expect((await own(harness(), backwards)).map(noteOf)).toEqual([1, 0]);
    const last = client.readAll({ fromPosition: 'end', maxCount: MANY, direction: 'backwards' });
    expect((await own(harness(), last)).map(noteOf)).toEqual([3, 2, 1, 0]);
  });

  test('a stream that is not there is not found', async () => {
    const { client, name } = harness();
    await expect(notes(client.readStream(name('nothing')))).rejects.toMatchObject({ type: 'stream-not-found' });
  });
};
