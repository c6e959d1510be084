import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { SignInStore, SignInTicket } from '../../src/application/ports/sign-in-store.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface SignInStoreHarness {
  readonly store: SignInStore;
  /** Of another process on the same store; the same where that cannot be. */
  readonly second: SignInStore;
  close(): Promise<void>;
}

const HASH = 'a'.repeat(64);
const NOON = Temporal.Instant.from('2026-11-24T12:00:00Z');

const aTicket = (changes: Partial<SignInTicket> = {}): SignInTicket => ({
  kind: 'link',
  organisationId: 'abendblatt / "1"',
  administratorId: 'anna\u0000é',
  expiresAt: NOON,
  ...changes,
});

export const signInStoreContract = (
  name: string,
  makeHarness: () => Promise<SignInStoreHarness>,
  options: ContractOptions = {},
): void => {
  describe(`sign-in store: ${name}`, () => {
    let harness: SignInStoreHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      test('reads what was kept, in every process, as often as it is asked', async () => {
        await harness.store.keep(HASH, aTicket());
        for (const store of [harness.store, harness.second, harness.second])
          expect(await store.read(HASH)).toEqual(aTicket());
      });

      test('knows nothing under another hash', async () => {
        await harness.store.keep(HASH, aTicket());
        expect(await harness.store.read('b'.repeat(64))).toBeUndefined();
        expect(await harness.store.take('b'.repeat(64))).toBeUndefined();
      });

      test('takes once, whoever asks at the same time', async () => {
        await harness.store.keep(HASH, aTicket());
        const both = [harness.store, harness.second];
        const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => both[index % 2]?.take(HASH)));
        expect(taken.filter((ticket) => ticket !== undefined)).toEqual([aTicket()]);
        expect(await harness.second.read(HASH)).toBeUndefined();
      });

      test('keeps nothing twice under one hash', async () => {
        await harness.store.keep(HASH, aTicket());
        await expect(harness.second.keep(HASH, aTicket({ administratorId: 'ben' }))).rejects.toThrow();
        expect((await harness.store.read(HASH))?.administratorId).toBe('anna\u0000é');
      });

      test('destroys what has expired by an instant, and nothing else', async () => {
        await harness.store.keep(HASH, aTicket());
        const later = aTicket({ kind: 'session', expiresAt: NOON.add({ milliseconds: 1 }) });
        await harness.store.keep('b'.repeat(64), later);
        await harness.second.destroyExpired(NOON.subtract({ milliseconds: 1 }));
        expect(await harness.store.read(HASH)).toEqual(aTicket());
        await harness.second.destroyExpired(NOON);
        expect(await harness.store.read(HASH)).toBeUndefined();
        expect(await harness.store.read('b'.repeat(64))).toEqual(later);
      });
    });
  });
};
