import { Temporal } from 'temporal-polyfill';
import { EventStoreEventLog } from '../../../../src/adapters/driven/eventstoredb/event-log.ts';
import { EventStoreStoredHistory } from '../../../../src/adapters/driven/eventstoredb/stored-history.ts';
import { storedHistoryContract } from '../../../contracts/stored-history.contract.ts';
import { startEventStoreDouble } from '../../../support/eventstoredb/double.ts';
import { storeAt } from './opened-double.ts';

storedHistoryContract('EventStoreDB double', async () => {
  const double = await startEventStoreDouble({ dedupe: false });
  const store = storeAt(double.connectionString);
  const clock = { now: () => Temporal.Instant.from('2026-11-24T20:00:00Z') };
  return {
    log: new EventStoreEventLog(store, clock),
    stored: new EventStoreStoredHistory(store),
    close: async () => {
      await store.close();
      await double.close();
    },
  };
});
