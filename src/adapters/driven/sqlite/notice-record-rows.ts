import type { Statement } from 'better-sqlite3';
import type { MasterKey } from '../../shared/sealing/master-key-ring.ts';
import { rewrapNoticeRecord, type SealedNoticeRecord } from '../../shared/sealing/sealed-notice-record.ts';
import type { SqliteDatabase } from './database.ts';

export interface NoticeRecordRow extends SealedNoticeRecord {
  readonly changeId: string;
}

/** A roster lies in a row of its organisation's; no change has an id that begins so. */
const ROSTER = 'roster/';

export const rosterRow = (organisationId: string): string => `${ROSTER}${organisationId}`;

/** Undefined for the row of a change. */
export const organisationOfRosterRow = (id: string): string | undefined =>
  id.startsWith(ROSTER) ? id.slice(ROSTER.length) : undefined;

const COLUMNS = 'change_id AS changeId, key_id AS keyId, wrapped_key AS wrappedKey, commitment, sealed';

/** The statements over the table of notice records, which rows of secrets are rotated with. */
export class NoticeRecordRows {
  readonly #insert: Statement<[NoticeRecordRow]>;
  readonly #one: Statement<[string], NoticeRecordRow>;
  readonly #all: Statement<[], NoticeRecordRow>;
  readonly #rewrap: Statement<[NoticeRecordRow]>;
  readonly #delete: Statement<[string]>;
  readonly #changeIds: Statement<[string], string>;

  constructor({ connection: db }: SqliteDatabase) {
    this.#insert = db.prepare(
      `INSERT INTO notice_records (change_id, key_id, wrapped_key, commitment, sealed)
       VALUES (@changeId, @keyId, @wrappedKey, @commitment, @sealed)`,
    );
    this.#one = db.prepare(`SELECT ${COLUMNS} FROM notice_records WHERE change_id = ?`);
    this.#all = db.prepare(`SELECT ${COLUMNS} FROM notice_records`);
    this.#rewrap = db.prepare(
      'UPDATE notice_records SET key_id = @keyId, wrapped_key = @wrappedKey WHERE change_id = @changeId',
    );
    this.#delete = db.prepare('DELETE FROM notice_records WHERE change_id = ?');
    this.#changeIds = db
      .prepare<[string], string>('SELECT change_id FROM notice_records WHERE change_id NOT GLOB ? ORDER BY rowid')
      .pluck();
  }

  insert(row: NoticeRecordRow): void {
    this.#insert.run(row);
  }

  one(changeId: string): NoticeRecordRow | undefined {
    return this.#one.get(changeId);
  }

  /** Whether there was one. */
  delete(changeId: string): boolean {
    return this.#delete.run(changeId).changes > 0;
  }

  changeIds(): readonly string[] {
    return this.#changeIds.all(`${ROSTER}*`);
  }

  /** A row that does not open today opens on no other day: it must not stand in the way of the others. */
  rewrapAll(from: MasterKey, to: MasterKey): void {
    for (const row of this.#all.all()) {
      const sealed = rewrapNoticeRecord(row.changeId, row, from, to);
      if (sealed !== undefined) this.#rewrap.run({ ...row, ...sealed });
    }
  }
}
