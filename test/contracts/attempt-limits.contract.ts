import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { AttemptLimits } from '../../src/application/ports/attempt-limits.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface AttemptLimitsHarness {
  readonly limits: AttemptLimits;
  /** Of another instance; the same where that cannot be. */
  readonly second: AttemptLimits;
  close(): Promise<void>;
}

export const attemptLimitsContract = (
  name: string,
  makeHarness: () => Promise<AttemptLimitsHarness>,
  options: ContractOptions = {},
): void => {
  describe(`attempt limits: ${name}`, () => {
    let harness: AttemptLimitsHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      test('counts from 1, over all instances', async () => {
        const both = [harness.limits, harness.second];
        const counts = await Promise.all(
          Array.from({ length: 100 }, (_, index) => both[index % 2]?.count('anna', '2026-11-24T18')),
        );
        expect(counts.sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
          Array.from({ length: 100 }, (_, index) => index + 1),
        );
      });

      test('begins anew with another key, and with another period', async () => {
        await harness.limits.count('anna', '18');
        expect(await harness.limits.count('Anna', '18')).toBe(1);
        expect(await harness.limits.count('anna', '19')).toBe(1);
        expect(await harness.limits.count('anna', '18')).toBe(2);
      });

      test('goes on counting both periods while clocks disagree on which it is', async () => {
        const counts: number[] = [];
        for (const period of ['18', '19', '18', '19', '18']) counts.push(await harness.limits.count('anna', period));
        expect(counts).toEqual([1, 1, 2, 2, 3]);
      });

      test('forgets a period only when two later ones have begun', async () => {
        for (const period of ['18', '19', '20']) await harness.limits.count('anna', period);
        expect(await harness.limits.count('anna', '20')).toBe(2);
        expect(await harness.limits.count('anna', '19')).toBe(2);
        expect(await harness.limits.count('anna', '18')).toBe(1);
      });
    });
  });
};
