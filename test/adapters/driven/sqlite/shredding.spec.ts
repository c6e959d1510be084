import { existsSync, readFileSync } from 'node:fs';
import Connection from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileMasterKeyRing } from '../../../../src/adapters/driven/master-key-file/master-key-file.ts';
import { openDatabase, type SqliteDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteSecretStore } from '../../../../src/adapters/driven/sqlite/secret-store.ts';
import { Secret } from '../../../../src/application/secret.ts';
import { aPassword, BINDING } from '../../../contracts/secret-store/harness.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-database.ts';

const CANARY = 'Kanarienvogel-4711/ä+ß';

/** Bytes of a sealed secret, as they lie in its row. */
interface Row {
  readonly id: string;
  readonly wrappedKey: Buffer;
  readonly commitment: Buffer;
  readonly sealed: Buffer;
}

describe('the bytes of the SQLite file', () => {
  let directory: TemporaryDirectory;
  let database: SqliteDatabase;
  let store: SqliteSecretStore;
  beforeEach(() => {
    directory = temporaryDirectory();
    database = openDatabase(directory.file('store.sqlite'));
    store = new SqliteSecretStore(database, new FileMasterKeyRing(directory.file('master.key')));
  });
  afterEach(() => {
    database.close();
    directory.remove();
  });

  /** All that lies on the disk, the key file too. */
  const onDisk = (): Buffer =>
    Buffer.concat(
      ['store.sqlite', 'store.sqlite-wal', 'store.sqlite-shm', 'master.key', 'master.key.next']
        .map((name) => directory.file(name))
        .filter((path) => existsSync(path))
        .map((path) => readFileSync(path)),
    );

  const rows = (): readonly Row[] => {
    const db = new Connection(database.path, { readonly: true });
    const columns = 'secret_id AS id, wrapped_key AS wrappedKey, commitment, sealed';
    const live = db.prepare<[], Row>(`SELECT ${columns} FROM secrets WHERE key_id IS NOT NULL`).all();
    db.close();
    return live;
  };

  it('hold no password or key in any writing', async () => {
    await store.keep('password', BINDING, aPassword(CANARY));
    const [privateKey, passphrase] = [new Secret(`key ${CANARY}`), new Secret(CANARY)];
    await store.keep('key', BINDING, { method: 'private-key', privateKey, passphrase });
    await store.open('password', BINDING);
    await store.rotateMasterKey();
    await store.destroy('key');
    const bytes = Buffer.from(CANARY);
    const writings = [CANARY, encodeURIComponent(CANARY), JSON.stringify(CANARY).slice(1, -1), bytes.toString('hex')];
    // In Base64 a text has three writings, by where in a triple of bytes it begins; the ends depend on its neighbours.
    const base64 = [0, 1, 2].map((lead) =>
      Buffer.concat([Buffer.alloc(lead), bytes])
        .toString('base64')
        .slice(4, -4),
    );
    const disk = onDisk();
    for (const writing of [...writings, ...base64, bytes.toString('hex').toUpperCase()])
      expect(disk.includes(writing), writing).toBe(false);
    expect(disk.includes(Buffer.from(CANARY, 'utf16le'))).toBe(false);
  });

  it('hold nothing of a destroyed secret, whatever lies around it', async () => {
    // Of many lengths, so that rows move between pages, and some overflow them.
    const lengths = Array.from({ length: 150 }, (_, index) => (index % 10 === 0 ? 5_000 : index * 7));
    for (const [index, length] of lengths.entries())
      await store.keep(`s-${index}`, BINDING, aPassword('x'.repeat(length)));
    const kept = new Map(rows().map((row) => [row.id, row]));
    const order = [...kept.keys()].sort(
      (a, b) => ((Number(a.slice(2)) * 37) % 150) - ((Number(b.slice(2)) * 37) % 150),
    );
    const destroyed = order.slice(0, 100);
    for (const id of destroyed) await store.destroy(id);
    const disk = onDisk();
    for (const id of destroyed) {
      const row = kept.get(id);
      // Sixteen bytes from the middle of each: enough to know them by.
      for (const part of [row?.wrappedKey, row?.commitment, row?.sealed].map((bytes) => bytes ?? Buffer.alloc(0)))
        for (const at of [0, part.length >> 1, part.length - 16])
          expect(disk.includes(part.subarray(at, at + 16)), id).toBe(false);
    }
    for (const id of order.slice(100)) expect(disk.includes(kept.get(id)?.wrappedKey ?? '?'), id).toBe(true);
  });

  it('hold nothing of the wrapped keys that a rotation replaced', async () => {
    for (let index = 0; index < 40; index += 1) await store.keep(`s-${index}`, BINDING, aPassword('x'.repeat(index)));
    const before = rows();
    const oldKey = readFileSync(directory.file('master.key'), 'utf8').trim();
    await store.rotateMasterKey();
    const disk = onDisk();
    for (const { id, wrappedKey } of before) expect(disk.includes(wrappedKey.subarray(0, 16)), id).toBe(false);
    expect(disk.includes(oldKey)).toBe(false);
  });
});
