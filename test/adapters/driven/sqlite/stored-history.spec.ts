import { Temporal } from 'temporal-polyfill';
import { SimulatedClock } from '../../../../src/adapters/driven/in-memory/schedule-clock.ts';
import { openDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../../../src/adapters/driven/sqlite/event-log.ts';
import { SqliteStoredHistory } from '../../../../src/adapters/driven/sqlite/stored-history.ts';
import { storedHistoryContract } from '../../../contracts/stored-history.contract.ts';
import { temporaryDirectory } from './temporary-database.ts';

storedHistoryContract('SQLite', async () => {
  const directory = temporaryDirectory();
  const database = openDatabase(directory.file('store.sqlite'));
  const log = new SqliteEventLog(database, new SimulatedClock(Temporal.Instant.from('2026-11-24T20:00:00Z')));
  const close = async (): Promise<void> => {
    database.close();
    directory.remove();
  };
  return { log, stored: new SqliteStoredHistory(database), close };
});
