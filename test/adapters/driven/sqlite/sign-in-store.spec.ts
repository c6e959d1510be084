import { openDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteSignInStore } from '../../../../src/adapters/driven/sqlite/sign-in-store.ts';
import { signInStoreContract } from '../../../contracts/sign-in-store.contract.ts';
import { temporaryDirectory } from './temporary-database.ts';

signInStoreContract('SQLite', async () => {
  const directory = temporaryDirectory();
  const database = openDatabase(directory.file('store.sqlite'));
  const second = openDatabase(database.path);
  return {
    store: new SqliteSignInStore(database),
    second: new SqliteSignInStore(second),
    close: async () => {
      database.close();
      second.close();
      directory.remove();
    },
  };
});
