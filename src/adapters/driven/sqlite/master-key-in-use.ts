import type { Statement } from 'better-sqlite3';
import { type MasterKey, type MasterKeyRing, MasterKeyUnavailable } from '../../shared/sealing/master-key-ring.ts';
import type { SqliteDatabase } from './database.ts';
import { departureIn, refuseDeparted } from './departure.ts';

/**
 * Which master key a file's sealed rows are under. The file notes it, so that the end of a rotation's one transaction
 * is the moment in which it has happened (see {@link MasterKeyRing}).
 */
export class MasterKeyInUse {
  readonly #database: SqliteDatabase;
  readonly #keys: MasterKeyRing;
  readonly #keyInUse: Statement<[], string>;
  readonly #useKey: Statement<[string]>;
  #isSettled = false;

  constructor(database: SqliteDatabase, keys: MasterKeyRing) {
    const { connection: db } = database;
    this.#database = database;
    this.#keys = keys;
    this.#keyInUse = db.prepare<[], string>('SELECT key_id FROM master_key').pluck();
    this.#useKey = db.prepare(
      'INSERT INTO master_key (one, key_id) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET key_id = excluded.key_id',
    );
  }

  withId(id: string): MasterKey | undefined {
    return this.#keys.withId(id);
  }

  /** The key in use; the first one, if there is none yet. Only under the write lock. */
  key(): MasterKey {
    const id = this.#keyInUse.get();
    if (id === undefined) {
      const first = this.#keys.current();
      this.#useKey.run(first.id);
      return first;
    }
    return this.#keyOf(id);
  }

  /**
   * Throws {@link MasterKeyUnavailable} if the file notes a key that is not there. Not where the store was moved out of:
   * whoever put that key back would put it over the other store's (see {@link settle}).
   */
  check(): void {
    const id = this.#database.run(() =>
      departureIn(this.#database.connection) === undefined ? this.#keyInUse.get() : undefined,
    );
    if (id !== undefined) this.#keyOf(id);
  }

  #keyOf(id: string): MasterKey {
    const key = this.#keys.withId(id);
    if (key === undefined) throw new MasterKeyUnavailable(`${this.#database.path} is sealed with the master key ${id}`);
    return key;
  }

  /**
   * Finishes, or takes back, a rotation that was cut; whoever only reads finds its key in any case. Not where the store
   * was moved out of: the ring is the other store's by then, and what this one notes may be a key of before.
   */
  settle(): void {
    if (this.#isSettled || this.#database.isReadOnly) return;
    this.#database.write(() => {
      if (departureIn(this.#database.connection) !== undefined) return;
      const id = this.#keyInUse.get();
      if (id !== undefined) this.#keys.settle(id);
    });
    this.#isSettled = true;
  }

  /** Makes the next key the one in use; `wrapAll` runs in the same transaction, and gives how many rows it wrapped. */
  rotate(wrapAll: (from: MasterKey, to: MasterKey) => number): number {
    this.#isSettled = false;
    this.settle();
    this.#isSettled = false;
    const wrapped = this.#database.write(() => {
      // Before a key is made: the ring may hold the next one of the other store.
      refuseDeparted(this.#database.path, this.#database.connection);
      const current = this.key();
      const next = this.#keys.makeNext();
      this.#useKey.run(next.id);
      return wrapAll(current, next);
    });
    this.settle();
    this.#database.shred();
    return wrapped;
  }
}
