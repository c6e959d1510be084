import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { LeaseStore } from '../../src/application/ports/lease-store.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface LeaseStoreHarness {
  readonly leases: LeaseStore;
  close(): Promise<void>;
}

const KEY = 'night Ä/💥';

export const leaseStoreContract = (
  name: string,
  makeHarness: () => Promise<LeaseStoreHarness>,
  options: ContractOptions = {},
): void => {
  describe(`lease store: ${name}`, () => {
    let harness: LeaseStoreHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      const beatOf = async (): Promise<number> => (await harness.leases.read(KEY))?.beat ?? Number.NaN;

      test('knows no lease that nobody took', async () => {
        expect(await harness.leases.read(KEY)).toBeUndefined();
        expect(await harness.leases.beat(KEY, 'anna')).toBe(false);
        await harness.leases.release(KEY, 'anna');
      });

      test('gives a lease to whoever takes it, whoever had it', async () => {
        await harness.leases.take(KEY, 'anna');
        expect((await harness.leases.read(KEY))?.holder).toBe('anna');
        await harness.leases.take(KEY, 'ben');
        expect((await harness.leases.read(KEY))?.holder).toBe('ben');
      });

      test('grows with every beat of its holder, and with every taking', async () => {
        const beats: number[] = [];
        const takeOrBeat = [
          () => harness.leases.take(KEY, 'anna'),
          () => harness.leases.beat(KEY, 'anna'),
          () => harness.leases.take(KEY, 'ben'),
          () => harness.leases.beat(KEY, 'ben'),
          () => harness.leases.take(KEY, 'ben'),
        ];
        for (const step of takeOrBeat) {
          expect(await step()).not.toBe(false);
          beats.push(await beatOf());
        }
        expect(beats.every((beat, index) => index === 0 || beat > (beats[index - 1] ?? beat))).toBe(true);
      });

      test('takes no beat of another', async () => {
        await harness.leases.take(KEY, 'anna');
        const before = await harness.leases.read(KEY);
        expect(await harness.leases.beat(KEY, 'ben')).toBe(false);
        expect(await harness.leases.read(KEY)).toEqual(before);
      });

      test('lets its holder go, and nobody else', async () => {
        await harness.leases.take(KEY, 'anna');
        await harness.leases.release(KEY, 'ben');
        expect((await harness.leases.read(KEY))?.holder).toBe('anna');
        await harness.leases.release(KEY, 'anna');
        expect(await harness.leases.read(KEY)).toBeUndefined();
        expect(await harness.leases.beat(KEY, 'anna')).toBe(false);
      });

      test('keeps keys apart', async () => {
        await harness.leases.take(KEY, 'anna');
        await harness.leases.take(`${KEY} `, 'ben');
        await harness.leases.release(`${KEY} `, 'ben');
        expect((await harness.leases.read(KEY))?.holder).toBe('anna');
      });
    });
  });
};
