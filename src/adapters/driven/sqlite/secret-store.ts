import type { Statement } from 'better-sqlite3';
import type { Credential } from '../../../application/ports/file-transport.ts';
import { type SecretStore, SecretUnavailable } from '../../../application/ports/secret-store.ts';
import type { SecretBinding } from '../../../domain/backup-configuration/secret-binding.ts';
import { type MasterKeyRing, MasterKeyUnavailable } from '../../shared/sealing/master-key-ring.ts';
import { rewrap, type SealedSecret, seal, unseal } from '../../shared/sealing/sealed-secret.ts';
import type { SqliteDatabase } from './database.ts';
import { MasterKeyInUse } from './master-key-in-use.ts';
import { NoticeRecordRows } from './notice-record-rows.ts';

interface LiveRow extends SealedSecret {
  readonly secretId: string;
}

const COLUMNS = 'secret_id AS secretId, key_id AS keyId, wrapped_key AS wrappedKey, commitment, sealed';

/** Sealed credentials in mutable rows of the same file as the log. Its rotation wraps all that the file has sealed. */
export class SqliteSecretStore implements SecretStore {
  readonly #database: SqliteDatabase;
  readonly #masterKey: MasterKeyInUse;
  readonly #noticeRecords: NoticeRecordRows;
  readonly #insert: Statement<[LiveRow]>;
  readonly #isKnown: Statement<[string]>;
  readonly #live: Statement<[string], LiveRow>;
  readonly #allLive: Statement<[], LiveRow>;
  readonly #rewrap: Statement<[LiveRow]>;
  readonly #destroy: Statement<[string]>;

  constructor(database: SqliteDatabase, keys: MasterKeyRing) {
    const { connection: db } = database;
    this.#database = database;
    this.#masterKey = new MasterKeyInUse(database, keys);
    this.#noticeRecords = new NoticeRecordRows(database);
    this.#insert = db.prepare(
      `INSERT INTO secrets (secret_id, key_id, wrapped_key, commitment, sealed)
       VALUES (@secretId, @keyId, @wrappedKey, @commitment, @sealed)`,
    );
    this.#isKnown = db.prepare('SELECT 1 FROM secrets WHERE secret_id = ?');
    this.#live = db.prepare(`SELECT ${COLUMNS} FROM secrets WHERE secret_id = ? AND key_id IS NOT NULL`);
    this.#allLive = db.prepare(`SELECT ${COLUMNS} FROM secrets WHERE key_id IS NOT NULL`);
    this.#rewrap = db.prepare(
      'UPDATE secrets SET key_id = @keyId, wrapped_key = @wrappedKey WHERE secret_id = @secretId',
    );
    this.#destroy = db.prepare(
      'UPDATE secrets SET key_id = NULL, wrapped_key = NULL, commitment = NULL, sealed = NULL WHERE secret_id = ?',
    );
  }

  async keep(secretId: string, binding: SecretBinding, credential: Credential): Promise<void> {
    this.#masterKey.settle();
    this.#database.write(() => {
      if (this.#isKnown.get(secretId) !== undefined) throw new Error(`secret ${secretId} was kept before`);
      // Under the write lock, so that no rotation of another process leaves it under a key that is gone.
      this.#insert.run({ secretId, ...seal(secretId, binding, credential, this.#masterKey.key()) });
    });
  }

  async open(secretId: string, binding: SecretBinding): Promise<Credential> {
    const unavailable = new SecretUnavailable(secretId, 'does-not-open');
    try {
      this.#masterKey.settle();
      // Twice, because another process may end a rotation between the reading of row and key.
      const credential = this.#unsealed(secretId, binding) ?? this.#unsealed(secretId, binding);
      if (credential !== undefined) return credential;
    } catch (error) {
      if (!(error instanceof MasterKeyUnavailable)) throw error;
      unavailable.cause = error;
    }
    throw unavailable;
  }

  async destroy(secretId: string): Promise<void> {
    const { changes } = this.#database.write(() => this.#destroy.run(secretId));
    if (changes > 0) this.#database.shred();
  }

  async check(): Promise<void> {
    this.#masterKey.settle();
    this.#masterKey.check();
  }

  async rotateMasterKey(): Promise<number> {
    return this.#masterKey.rotate((from, to) => {
      this.#noticeRecords.rewrapAll(from, to);
      // A row that does not open today opens on no other day: it must not stand in the way of the others.
      const again = this.#allLive.all().flatMap((row) => {
        const secret = rewrap(row.secretId, row, from, to);
        return secret === undefined ? [] : [{ ...row, ...secret }];
      });
      for (const row of again) this.#rewrap.run(row);
      return again.length;
    });
  }

  #unsealed(secretId: string, binding: SecretBinding): Credential | undefined {
    const row = this.#database.run(() => this.#live.get(secretId));
    if (row === undefined) throw new SecretUnavailable(secretId, 'destroyed-or-unknown');
    const key = this.#masterKey.withId(row.keyId);
    return key && unseal(secretId, binding, row, key);
  }
}
