import { copyFileSync } from 'node:fs';
import Connection from 'better-sqlite3';
import { FileMasterKeyRing } from '../../../../src/adapters/driven/master-key-file/master-key-file.ts';
import { openDatabase, type SqliteDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteSecretStore } from '../../../../src/adapters/driven/sqlite/secret-store.ts';
import type { Sealed } from '../../../contracts/secret-store/harness.ts';
import { secretStoreContract } from '../../../contracts/secret-store.contract.ts';
import { temporaryDirectory } from './temporary-database.ts';

secretStoreContract('SQLite', async () => {
  const directory = temporaryDirectory();
  const keyFile = directory.file('master.key');
  const opened: SqliteDatabase[] = [];
  const storeIn = (path: string): SqliteSecretStore => {
    const database = openDatabase(path);
    opened.push(database);
    return new SqliteSecretStore(database, new FileMasterKeyRing(keyFile));
  };
  const path = directory.file('store.sqlite');
  const copyOfFile = (): string => {
    opened[0]?.shred();
    const copy = directory.file(`copy-${opened.length}.sqlite`);
    copyFileSync(path, copy);
    return copy;
  };
  return {
    store: storeIn(path),
    altered: async (edit) => {
      const copy = copyOfFile();
      alterSecrets(copy, edit);
      return storeIn(copy);
    },
    copied: async () => storeIn(copyOfFile()),
    close: async () => {
      for (const database of opened) database.close();
      directory.remove();
    },
  };
});

/** What somebody with write access to the file can do. */
const alterSecrets = (path: string, edit: (sealed: Sealed) => Sealed): void => {
  const db = new Connection(path);
  const columns = 'secret_id AS id, key_id AS keyId, wrapped_key AS wrappedKey, commitment, sealed';
  type Row = { readonly id: string } & NonNullable<ReturnType<Sealed['get']>>;
  const rows = db.prepare<[], Row>(`SELECT ${columns} FROM secrets WHERE key_id IS NOT NULL`).all();
  const update = db.prepare(
    'UPDATE secrets SET wrapped_key = @wrappedKey, commitment = @commitment, sealed = @sealed WHERE secret_id = @id',
  );
  for (const [id, secret] of edit(new Map(rows.map(({ id, ...secret }) => [id, secret]))))
    update.run({ id, ...secret });
  db.close();
};
