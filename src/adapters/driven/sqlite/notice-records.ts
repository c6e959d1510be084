import type { NoticeRecord, NoticeRecords, Roster } from '../../../application/ports/notice-records.ts';
import type { MasterKeyRing } from '../../shared/sealing/master-key-ring.ts';
import { sealNoticeRecord, unsealNoticeRecord } from '../../shared/sealing/sealed-notice-record.ts';
import type { SqliteDatabase } from './database.ts';
import { MasterKeyInUse } from './master-key-in-use.ts';
import { NoticeRecordRows, rosterRow } from './notice-record-rows.ts';

/**
 * Names and addresses, sealed as secrets are, in rows that are deleted and overwritten when they are destroyed. The
 * secret store's rotation wraps them anew too. A record that does not open counts as destroyed: its mails still go
 * to those whom the directory knows.
 */
export class SqliteNoticeRecords implements NoticeRecords {
  readonly #database: SqliteDatabase;
  readonly #masterKey: MasterKeyInUse;
  readonly #rows: NoticeRecordRows;

  constructor(database: SqliteDatabase, keys: MasterKeyRing) {
    this.#database = database;
    this.#masterKey = new MasterKeyInUse(database, keys);
    this.#rows = new NoticeRecordRows(database);
  }

  async keep(changeId: string, record: NoticeRecord): Promise<void> {
    this.#masterKey.settle();
    this.#database.write(() => {
      if (this.#rows.one(changeId) !== undefined) throw new Error(`the notice record of ${changeId} was kept before`);
      // Under the write lock, so that no rotation of another process leaves it under a key that is gone.
      this.#rows.insert({ changeId, ...sealNoticeRecord(changeId, record, this.#masterKey.key()) });
    });
  }

  async read(changeId: string): Promise<NoticeRecord | undefined> {
    this.#masterKey.settle();
    // Twice, because another process may end a rotation between the reading of row and key.
    return this.#opened<NoticeRecord>(changeId) ?? this.#opened<NoticeRecord>(changeId);
  }

  async keepRoster(organisationId: string, roster: Roster): Promise<void> {
    const id = rosterRow(organisationId);
    this.#masterKey.settle();
    const hadOne = this.#database.write(() => {
      const deleted = this.#rows.delete(id);
      this.#rows.insert({ changeId: id, ...sealNoticeRecord(id, roster, this.#masterKey.key()) });
      return deleted;
    });
    if (hadOne) this.#database.shred();
  }

  async roster(organisationId: string): Promise<Roster | undefined> {
    const id = rosterRow(organisationId);
    this.#masterKey.settle();
    return this.#opened<Roster>(id) ?? this.#opened<Roster>(id);
  }

  async destroy(changeId: string): Promise<void> {
    if (this.#database.write(() => this.#rows.delete(changeId))) this.#database.shred();
  }

  async *changeIds(): AsyncGenerator<string, void> {
    yield* this.#database.run(() => this.#rows.changeIds());
  }

  #opened<Kept extends NoticeRecord | Roster>(changeId: string): Kept | undefined {
    const row = this.#database.run(() => this.#rows.one(changeId));
    const key = row && this.#masterKey.withId(row.keyId);
    return row && key && unsealNoticeRecord<Kept>(changeId, row, key);
  }
}
