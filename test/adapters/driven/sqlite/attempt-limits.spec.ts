import { SqliteAttemptLimits } from '../../../../src/adapters/driven/sqlite/attempt-limits.ts';
import { openDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { attemptLimitsContract } from '../../../contracts/attempt-limits.contract.ts';
import { temporaryDirectory } from './temporary-database.ts';

attemptLimitsContract('SQLite', async () => {
  const directory = temporaryDirectory();
  const database = openDatabase(directory.file('store.sqlite'));
  const second = openDatabase(database.path);
  return {
    limits: new SqliteAttemptLimits(database),
    second: new SqliteAttemptLimits(second),
    close: async () => {
      database.close();
      second.close();
      directory.remove();
    },
  };
});
