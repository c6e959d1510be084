import { openDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteLeaseStore } from '../../../../src/adapters/driven/sqlite/lease-store.ts';
import { leaseStoreContract } from '../../../contracts/lease-store.contract.ts';
import { temporaryDirectory } from './temporary-database.ts';

leaseStoreContract('SQLite', async () => {
  const directory = temporaryDirectory();
  const database = openDatabase(directory.file('store.sqlite'));

  return {
    leases: new SqliteLeaseStore(database),
    close: async () => {
      database.close();
      directory.remove();
    },
  };
});
