import { chmodSync, closeSync, openSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { EventLogUnavailable, type StoreMoved } from '../../../application/ports/event-log.ts';
import { inOurWords } from './departure.ts';
import { sqliteDriver } from './driver.ts';
import { isBusy, naming } from './file-problem.ts';
import { isCurrent, migrate, schemaProblem } from './schema.ts';
import { SharedCommit } from './shared-commit.ts';

const OWNER_ONLY = 0o600;

/** Milliseconds that another process' write is waited for. */
export const BUSY_TIMEOUT = 5_000;

/** One open file with its stores. Processes of one machine may share it; it must not lie on a network share. */
export class SqliteDatabase {
  readonly path: string;
  readonly connection: Database;
  /** Nothing is written, whatever is asked for. */
  readonly isReadOnly: boolean;
  readonly #shared: SharedCommit;
  readonly #closed: () => void;

  constructor(
    path: string,
    connection: Database,
    {
      isReadOnly = false,
      closed = () => undefined,
    }: { readonly isReadOnly?: boolean; readonly closed?: () => void } = {},
  ) {
    this.path = path;
    this.connection = connection;
    this.isReadOnly = isReadOnly;
    this.#closed = closed;
    this.#shared = new SharedCommit(path, connection);
  }

  /**
   * Runs the work; whatever is wrong with the file becomes {@link EventLogUnavailable}, in our words: {@link StoreMoved}
   * where something was to be written to a store that was moved out of.
   */
  run<Result>(work: () => Result): Result {
    if (!this.connection.open) throw new EventLogUnavailable(`${this.path}: it was closed`);
    return inOurWords(this.path, this.connection, work);
  }

  /** As {@link run}, in a transaction that holds the write lock from its beginning. Durable when it returns. */
  write<Result>(work: () => Result): Result {
    return this.run(() => this.connection.transaction(work).immediate());
  }

  /** As {@link write}, together with what others write in the same moment. Durable when it resolves. */
  async writeTogether<Result>(work: () => Result): Promise<Result> {
    return this.run(() => this.#shared.add(work));
  }

  /**
   * Moves what was written from the `-wal` file to the database and empties it, so that what was overwritten is gone
   * there too. Where another process reads for longer than the busy timeout, the next call or the last
   * {@link close} does it.
   */
  shred(): void {
    this.run(() => this.connection.pragma('wal_checkpoint(TRUNCATE)'));
  }

  /** What is waiting to be written is written before. */
  close(): void {
    this.#shared.flush();
    this.connection.close();
    this.#closed();
  }
}

/**
 * Opens or makes the file (mode 600; SQLite gives its `-wal` and `-shm` the same), and brings it to today's schema.
 * Its directory must exist. Throws {@link EventLogUnavailable}, and PackageMissing.
 */
export const openDatabase = (path: string, { busyTimeout = BUSY_TIMEOUT } = {}): SqliteDatabase => {
  const Connection = sqliteDriver();
  const connection = naming(path, () => {
    // Before SQLite makes it, so that there is no moment in which others can read it.
    closeSync(openSync(path, 'a', OWNER_ONLY));
    chmodSync(path, OWNER_ONLY);
    return new Connection(path, { timeout: busyTimeout });
  });
  const database = new SqliteDatabase(path, connection);
  try {
    database.run(() => waitingWhileBusy(busyTimeout, () => prepare(database)));
    return database;
  } catch (error) {
    connection.close();
    throw error;
  }
};

const prepare = (database: SqliteDatabase): void => {
  const { connection, path } = database;
  // Asked before anything is written: another program's file stays as it was.
  const problem = schemaProblem(connection);
  if (problem !== undefined) throw new EventLogUnavailable(`${path}: ${problem}`);
  connection.pragma('journal_mode = WAL');
  // The log's promise: what was answered as appended is on the disk.
  connection.pragma('synchronous = FULL');
  // Deleted content is overwritten, not only unlinked.
  connection.pragma('secure_delete = ON');
  connection.pragma('foreign_keys = ON');
  if (!isCurrent(connection)) database.write(() => migrate(connection));
};

/** Milliseconds between two tries. */
const PAUSE = 5;

/**
 * Switching to WAL answers "busy" at once where anything else waits for its lock: two processes that make one file
 * in the same moment meet here. This waits as long as the others would, and like them without giving the turn away.
 */
const waitingWhileBusy = <Result>(longest: number, work: () => Result): Result => {
  const end = performance.now() + longest;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
};
