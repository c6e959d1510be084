import { afterEach, beforeEach, describe } from 'vitest';
import { type ContractOptions, contractTests } from './contract-test.ts';
import { appending } from './event-store-server/appending.ts';
import { deleting } from './event-store-server/deleting.ts';
import type { EventStoreServerHarness } from './event-store-server/harness.ts';
import { reading } from './event-store-server/reading.ts';
import { subscribing } from './event-store-server/subscribing.ts';

/** What the adapter takes for granted of the server; the same for the double, and for a real one where there is one. */
export const eventStoreServerContract = (
  name: string,
  makeHarness: () => Promise<EventStoreServerHarness>,
  options: ContractOptions = {},
): void => {
  describe(`EventStoreDB: ${name}`, () => {
    let harness: EventStoreServerHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      appending(test, () => harness);
      reading(test, () => harness);
      subscribing(test, () => harness);
      deleting(test, () => harness);
    });
  });
};
