import { Temporal } from 'temporal-polyfill';
import { EventStoreEventLog } from '../../../../src/adapters/driven/eventstoredb/event-log.ts';
import { EventStoreStoredHistory } from '../../../../src/adapters/driven/eventstoredb/stored-history.ts';
import { storedHistoryContract } from '../../../contracts/stored-history.contract.ts';
import { SERVER_NAME, servers } from './cluster.ts';

storedHistoryContract(SERVER_NAME, async () => {
  const { begin, close } = servers();
  const store = (await begin())();
  const clock = { now: () => Temporal.Instant.from('2026-11-24T20:00:00Z') };
  return { log: new EventStoreEventLog(store, clock), stored: new EventStoreStoredHistory(store), close };
});
