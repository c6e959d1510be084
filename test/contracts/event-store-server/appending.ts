import { WrongExpectedVersionError } from '@eventstore/db-client';
import { expect } from 'vitest';
import { noted, notes } from '../../support/eventstoredb/notes.ts';
import type { ContractTest } from '../contract-test.ts';
import type { EventStoreServerHarness } from './harness.ts';

/** Both forms of appending: the client takes the older one for calls with credentials of their own. */
const FORMS = ['BatchAppend', 'Append'] as const;

export const appending = (test: ContractTest, harness: () => EventStoreServerHarness): void => {
  for (const form of FORMS) {
    const credentials = () => (form === 'Append' ? { credentials: harness().credentials } : {});
    const written = async (stream: string) => notes(harness().client.readStream(stream));

    test(`${form}: events get revisions from 0, and a position in the log`, async () => {
      const { client, name } = harness();
      const orders = name('orders');
      const first = await client.appendToStream(orders, [noted(1), noted(2)], credentials());
      const second = await client.appendToStream(orders, noted(3), { ...credentials(), expectedRevision: 1n });
      expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([1n, 2n]);
      expect(second.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
      expect(await written(orders)).toEqual([1, 2, 3]);
    });

    test(`${form}: an append that expects another revision is refused, and says which there is`, async () => {
      const { client, name } = harness();
      const orders = name('orders');
      const expecting = { ...credentials(), expectedRevision: 'no_stream' } as const;
      await client.appendToStream(orders, noted(1), expecting);
      await expect(client.appendToStream(orders, [noted(2), noted(3)], expecting)).rejects.toMatchObject({
        type: 'wrong-expected-version',
        expectedVersion: 'no_stream',
        actualVersion: 0n,
      });
      const ahead = client.appendToStream(orders, noted(2), { ...credentials(), expectedRevision: 7n });
      await expect(ahead).rejects.toBeInstanceOf(WrongExpectedVersionError);
      const existing = { ...credentials(), expectedRevision: 'stream_exists' } as const;
      await expect(client.appendToStream(name('empty'), noted(2), existing)).rejects.toMatchObject({
        expectedVersion: 'stream_exists',
        actualVersion: 'no_stream',
      });
      expect(await written(orders)).toEqual([1]);
    });

    test(`${form}: of many that expect the same revision, one is written`, async () => {
      const { client, name } = harness();
      const tries = Array.from({ length: 50 }, (_, index) =>
        client.appendToStream(name('claim'), noted(index), { ...credentials(), expectedRevision: 'no_stream' }),
      );
      const outcomes = await Promise.allSettled(tries);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await written(name('claim'))).toHaveLength(1);
    });

    test(`${form}: more bytes than one append may have are refused`, async () => {
      const { client, name, maxAppendSize } = harness();
      const large = client.appendToStream(name('orders'), noted('x'.repeat(maxAppendSize)), credentials());
      await expect(large).rejects.toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize });
      await expect(written(name('orders'))).rejects.toMatchObject({ type: 'stream-not-found' });
    });

    test(`${form}: an append that was just made is answered as done, and none that is there in part`, async () => {
      const { client, name } = harness();
      const orders = name('orders');
      const events = [noted(1), noted(2)];
      const expecting = { ...credentials(), expectedRevision: 'no_stream' } as const;
      const first = await client.appendToStream(orders, events, expecting);
      await client.appendToStream(orders, noted(3), credentials());
      const repeated = await client.appendToStream(orders, events, expecting);
      expect(repeated.nextExpectedRevision).toBe(first.nextExpectedRevision);
      const half = [...events.slice(0, 1), noted(4)];
      await expect(client.appendToStream(orders, half, expecting)).rejects.toBeInstanceOf(WrongExpectedVersionError);
      expect(await written(orders)).toEqual([1, 2, 3]);
    });
  }
};
