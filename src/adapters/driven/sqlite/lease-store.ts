import type { Statement } from 'better-sqlite3';
import type { Lease, LeaseStore } from '../../../application/ports/lease-store.ts';
import type { SqliteDatabase } from './database.ts';

export class SqliteLeaseStore implements LeaseStore {
  readonly #database: SqliteDatabase;
  readonly #read: Statement<[string], Lease>;
  readonly #take: Statement<[string, string]>;
  readonly #beat: Statement<[string, string]>;
  readonly #release: Statement<[string, string]>;

  constructor(database: SqliteDatabase) {
    const { connection: db } = database;
    this.#database = database;
    this.#read = db.prepare('SELECT holder, beat FROM leases WHERE key = ?');
    // The beat goes on growing from one holder to the next, so that whoever compares two readings sees a change.
    this.#take = db.prepare(
      `INSERT INTO leases (key, holder, beat) VALUES (?, ?, 1)
       ON CONFLICT (key) DO UPDATE SET holder = excluded.holder, beat = beat + 1`,
    );
    this.#beat = db.prepare('UPDATE leases SET beat = beat + 1 WHERE key = ? AND holder = ?');
    this.#release = db.prepare('DELETE FROM leases WHERE key = ? AND holder = ?');
  }

  async read(key: string): Promise<Lease | undefined> {
    return this.#database.run(() => this.#read.get(key));
  }

  async take(key: string, holder: string): Promise<void> {
    await this.#database.writeTogether(() => this.#take.run(key, holder));
  }

  async beat(key: string, holder: string): Promise<boolean> {
    return (await this.#database.writeTogether(() => this.#beat.run(key, holder))).changes === 1;
  }

  async release(key: string, holder: string): Promise<void> {
    await this.#database.writeTogether(() => this.#release.run(key, holder));
  }
}
