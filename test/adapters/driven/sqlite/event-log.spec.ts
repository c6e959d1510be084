import { copyFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../../../src/adapters/driven/sqlite/event-log.ts';
import { eventLogContract } from '../../../contracts/event-log.contract.ts';
import { alterEvents, temporaryDirectory } from './temporary-database.ts';

eventLogContract('SQLite', async () => {
  let now = Temporal.Instant.from('2026-11-24T01:00:00Z');
  const clock = { now: () => now };
  const directory = temporaryDirectory();
  const open = (name: string) => openDatabase(directory.file(name));
  const database = open('store.sqlite');
  const opened = [database, open('store.sqlite')];
  const [first, second] = opened.map((one) => new SqliteEventLog(one, clock, { pollInterval: 5 }));
  if (first === undefined || second === undefined) throw new Error('two logs were opened');
  return {
    log: first,
    second,
    setClock: (time) => {
      now = time;
    },
    altered: async (edit) => {
      const copy = `altered-${opened.length}.sqlite`;
      database.shred();
      copyFileSync(database.path, directory.file(copy));
      alterEvents(directory.file(copy), edit);
      const altered = open(copy);
      opened.push(altered);
      return new SqliteEventLog(altered, clock);
    },
    close: async () => {
      for (const one of opened) one.close();
      directory.remove();
    },
  };
});
