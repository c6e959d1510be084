import {
  type AllStreamSubscription,
  eventTypeFilter,
  jsonEvent,
  type Position,
  type ResolvedEvent,
  streamNameFilter,
} from '@eventstore/db-client';
import { expect } from 'vitest';
import { noted, noteOf } from '../../support/eventstoredb/notes.ts';
import type { ContractTest } from '../contract-test.ts';
import type { EventStoreServerHarness } from './harness.ts';

interface Telling {
  on(event: 'data', hear: (event: ResolvedEvent) => void): unknown;
}

/** What a subscription tells from now on. */
const told = (subscription: Telling): readonly unknown[] => {
  const heard: unknown[] = [];
  subscription.on('data', (event) => heard.push(noteOf(event)));
  return heard;
};

export const subscribing = (test: ContractTest, harness: () => EventStoreServerHarness): void => {
  const append = async (stream: string, ...all: readonly number[]): Promise<Position> => {
    const { client, name } = harness();
    const { position } = await client.appendToStream(name(stream), all.map(noted));
    return position as Position;
  };

  test('to $all, filtered by name: what is there, that it is caught up, and what comes', async () => {
    const { client, name } = harness();
    const fromPosition = await append('b-0', 0);
    await append('a-1', 1);
    await append('b-1', 2);
    const filter = streamNameFilter({ prefixes: [name('a-'), name('x-')] });
    const subscription = client.subscribeToAll({ fromPosition, filter });
    const caughtUp = new Promise((resolve) => subscription.once('caughtUp', resolve));
    const heard = told(subscription);
    await caughtUp;
    expect(heard).toEqual([1]);
    await append('b-1', 3);
    await append('a-2', 4);
    await expect.poll(() => heard).toEqual([1, 4]);
    await subscription.unsubscribe();
  });

  test('to $all from a position: after it; a checkpoint says how far was looked where nothing matched', async () => {
    const { client, name } = harness();
    const fromPosition = await append('a-1', 1);
    for (const note of [2, 3, 4, 5]) await append('b-1', note);
    const reached: Position[] = [];
    const checkpointReached = (_: AllStreamSubscription, at: Position): void => void reached.push(at);
    const regex = `^${name('a-')}`;
    const filter = streamNameFilter({ regex, maxSearchWindow: 2, checkpointInterval: 1, checkpointReached });
    const subscription = client.subscribeToAll({ filter, fromPosition });
    const heard = told(subscription);
    await expect.poll(() => reached.length).toBeGreaterThan(0);
    expect(reached.every(({ commit }) => commit > fromPosition.commit)).toBe(true);
    await append('a-1', 6);
    await expect.poll(() => heard).toEqual([6]);
    await subscription.unsubscribe();
  });

  test('to $all, filtered by the type of an event', async () => {
    const { client, name } = harness();
    const fromPosition = await append('a-1', 1);
    const type = name('other');
    const subscription = client.subscribeToAll({ fromPosition, filter: eventTypeFilter({ prefixes: [type] }) });
    const heard = told(subscription);
    await append('a-1', 2);
    await client.appendToStream(name('a-1'), jsonEvent({ type, data: { note: 3 } }));
    await expect.poll(() => heard).toEqual([3]);
    await subscription.unsubscribe();
  });

  test('to a stream that is not there yet; from a revision: after it', async () => {
    const { client, name } = harness();
    const subscription = client.subscribeToStream(name('orders'));
    const heard = told(subscription);
    await append('orders', 0, 1, 2);
    await expect.poll(() => heard).toEqual([0, 1, 2]);
    await subscription.unsubscribe();
    const later = client.subscribeToStream(name('orders'), { fromRevision: 1n });
    const heardLater = told(later);
    await expect.poll(() => heardLater).toEqual([2]);
    await later.unsubscribe();
  });
};
