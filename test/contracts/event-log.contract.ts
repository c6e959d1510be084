import { afterEach, beforeEach, describe } from 'vitest';
import { type ContractOptions, contractTests } from './contract-test.ts';
import { appending } from './event-log/appending.ts';
import type { EventLogHarness } from './event-log/harness.ts';
import { integrity } from './event-log/integrity.ts';
import { reading } from './event-log/reading.ts';
import { subscribing } from './event-log/subscribing.ts';

/** What every event log must do; a fresh one for each test. */
export const eventLogContract = (
  name: string,
  makeHarness: () => Promise<EventLogHarness>,
  options: ContractOptions = {},
): void => {
  describe(`event log: ${name}`, () => {
    let harness: EventLogHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      appending(test, () => harness);
      reading(test, () => harness);
      subscribing(test, () => harness);
      integrity(test, () => harness);
    });
  });
};
