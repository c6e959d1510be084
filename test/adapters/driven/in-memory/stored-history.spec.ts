import { Temporal } from 'temporal-polyfill';
import { InMemoryEventLog } from '../../../../src/adapters/driven/in-memory/event-log.ts';
import { SimulatedClock } from '../../../../src/adapters/driven/in-memory/schedule-clock.ts';
import { InMemoryStoredHistory } from '../../../../src/adapters/driven/in-memory/stored-history.ts';
import { storedHistoryContract } from '../../../contracts/stored-history.contract.ts';

storedHistoryContract('in memory', async () => {
  const log = new InMemoryEventLog(new SimulatedClock(Temporal.Instant.from('2026-11-24T20:00:00Z')));
  return { log, stored: new InMemoryStoredHistory(log), close: async () => undefined };
});
