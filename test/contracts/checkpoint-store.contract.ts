import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { CheckpointStore } from '../../src/application/ports/checkpoint-store.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface CheckpointStoreHarness {
  readonly checkpoints: CheckpointStore;
  close(): Promise<void>;
}

export const checkpointStoreContract = (
  name: string,
  makeHarness: () => Promise<CheckpointStoreHarness>,
  options: ContractOptions = {},
): void => {
  describe(`checkpoint store: ${name}`, () => {
    let harness: CheckpointStoreHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      test('knows no position of a subscription that saved none', async () => {
        expect(await harness.checkpoints.load('notices')).toBeUndefined();
      });

      test('loads what was saved last', async () => {
        for (const position of [0n, 1n, 7n, 3n]) {
          await harness.checkpoints.save('notices', position);
          expect(await harness.checkpoints.load('notices')).toBe(position);
        }
      });

      test('keeps positions of any size exactly', async () => {
        for (const position of [2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 64n + 1n]) {
          await harness.checkpoints.save('notices', position);
          expect(await harness.checkpoints.load('notices')).toBe(position);
        }
      });

      test('keeps subscriptions apart', async () => {
        await harness.checkpoints.save('notices', 1n);
        await harness.checkpoints.save('Notices', 2n);
        expect(await harness.checkpoints.load('notices')).toBe(1n);
      });
    });
  });
};
