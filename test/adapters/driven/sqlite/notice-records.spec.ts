import { existsSync, readFileSync } from 'node:fs';
import Connection from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InMemoryMasterKeyRing } from '../../../../src/adapters/driven/in-memory/master-key-ring.ts';
import { openDatabase, type SqliteDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteNoticeRecords } from '../../../../src/adapters/driven/sqlite/notice-records.ts';
import { SqliteSecretStore } from '../../../../src/adapters/driven/sqlite/secret-store.ts';
import type { MasterKeyRing } from '../../../../src/adapters/shared/sealing/master-key-ring.ts';
import { aNoticeRecord, noticeRecordsContract } from '../../../contracts/notice-records.contract.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-database.ts';

noticeRecordsContract('SQLite', async () => {
  const directory = temporaryDirectory();
  const database = openDatabase(directory.file('store.sqlite'));
  return {
    records: new SqliteNoticeRecords(database, new InMemoryMasterKeyRing()),
    close: async () => {
      database.close();
      directory.remove();
    },
  };
});

describe('notice records in a SQLite file', () => {
  let directory: TemporaryDirectory;
  let database: SqliteDatabase;
  let keys: MasterKeyRing;
  let records: SqliteNoticeRecords;
  let file: string;

  beforeEach(() => {
    directory = temporaryDirectory();
    file = directory.file('store.sqlite');
    database = openDatabase(file);
    keys = new InMemoryMasterKeyRing();
    records = new SqliteNoticeRecords(database, keys);
  });
  afterEach(() => {
    database.close();
    directory.remove();
  });

  interface Row {
    readonly change_id: string;
    readonly wrapped_key: Buffer;
    readonly commitment: Buffer;
    readonly sealed: Buffer;
  }

  const rows = (): readonly Row[] => {
    const raw = new Connection(file);
    try {
      return raw.prepare('SELECT * FROM notice_records').all() as Row[];
    } finally {
      raw.close();
    }
  };

  const written = (): Buffer =>
    Buffer.concat([file, `${file}-wal`].filter(existsSync).map((path) => readFileSync(path)));

  const record = aNoticeRecord({
    actorName: 'Kanarienvogel Anna',
    recipients: [{ id: 'ben', name: 'Kanarienvogel Ben', email: 'kanarienvogel@abendblatt.example', locale: 'de' }],
  });

  it('show no name and no address to whoever reads the file', async () => {
    await records.keep('change-1', record);
    expect(written().toString('latin1')).not.toMatch(/kanarienvogel|Kanarienvogel/);
    expect(await records.read('change-1')).toEqual(record);
  });

  it('are gone from the file when they are destroyed, key and ciphertext', async () => {
    await records.keep('change-1', record);
    const [row] = rows();
    if (row === undefined) throw new Error('nothing was kept');
    const parts = [row.wrapped_key, row.commitment, row.sealed];
    expect(parts.map((part) => written().includes(part))).toEqual([true, true, true]);
    await records.destroy('change-1');
    expect(parts.map((part) => written().includes(part))).toEqual([false, false, false]);
  });

  it('open as the change’s they were kept for only', async () => {
    await records.keep('change-1', record);
    await records.keep('change-2', aNoticeRecord());
    database.connection.exec(`
      UPDATE notice_records SET change_id = 'other' WHERE change_id = 'change-1';
      UPDATE notice_records SET change_id = 'change-1' WHERE change_id = 'change-2'`);
    expect(await records.read('change-1')).toBeUndefined();
    expect(await records.read('other')).toBeUndefined();
  });

  it.each(['wrapped_key', 'commitment', 'sealed'])('do not open if a bit of the %s was changed', async (column) => {
    await records.keep('change-1', record);
    const part = rows()[0]?.[column as keyof Row] as Buffer;
    part[part.length - 1] = (part.at(-1) ?? 0) ^ 1;
    database.connection.prepare(`UPDATE notice_records SET ${column} = ?`).run(part);
    expect(await records.read('change-1')).toBeUndefined();
  });

  it('are wrapped anew when the secrets are, so that older copies of the file open no more', async () => {
    await records.keep('change-1', record);
    const [before] = rows();
    const first = keys.current();
    expect(await new SqliteSecretStore(database, keys).rotateMasterKey()).toBe(0);
    const [after] = rows();
    expect(keys.withId(first.id)).toBeUndefined();
    expect(after?.wrapped_key.equals(before?.wrapped_key ?? Buffer.alloc(0))).toBe(false);
    expect(after?.sealed.equals(before?.sealed ?? Buffer.alloc(0))).toBe(true);
    expect(await records.read('change-1')).toEqual(record);
    await records.keep('change-2', aNoticeRecord());
    expect(await records.read('change-2')).toEqual(aNoticeRecord());
  });

  it('stand in the way of no rotation where one does not open', async () => {
    await records.keep('change-1', record);
    await records.keep('change-2', record);
    database.connection.exec("UPDATE notice_records SET wrapped_key = x'00' WHERE change_id = 'change-1'");
    await new SqliteSecretStore(database, keys).rotateMasterKey();
    expect(await records.read('change-1')).toBeUndefined();
    expect(await records.read('change-2')).toEqual(record);
  });

  it('are read by another process that opens the file', async () => {
    await records.keep('change-1', record);
    const other = openDatabase(file);
    expect(await new SqliteNoticeRecords(other, keys).read('change-1')).toEqual(record);
    other.close();
  });
});
