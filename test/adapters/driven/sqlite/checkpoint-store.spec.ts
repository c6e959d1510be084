import { SqliteCheckpointStore } from '../../../../src/adapters/driven/sqlite/checkpoint-store.ts';
import { openDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { checkpointStoreContract } from '../../../contracts/checkpoint-store.contract.ts';
import { temporaryDirectory } from './temporary-database.ts';

checkpointStoreContract('SQLite', async () => {
  const directory = temporaryDirectory();
  const database = openDatabase(directory.file('store.sqlite'));

  return {
    checkpoints: new SqliteCheckpointStore(database),
    close: async () => {
      database.close();
      directory.remove();
    },
  };
});
