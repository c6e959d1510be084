import { Temporal } from 'temporal-polyfill';
import { InMemoryEventLog } from '../../../../src/adapters/driven/in-memory/event-log.ts';
import { eventLogContract } from '../../../contracts/event-log.contract.ts';

eventLogContract('in memory', async () => {
  let now = Temporal.Instant.from('2026-11-24T01:00:00Z');
  const clock = { now: () => now };
  const log = new InMemoryEventLog(clock);
  return {
    log,
    second: log,
    setClock: (time) => {
      now = time;
    },
    altered: async (edit) => new InMemoryEventLog(clock, edit(log.stored)),
    close: async () => undefined,
  };
});
