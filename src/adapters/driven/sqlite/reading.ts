import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventLogUnavailable } from '../../../application/ports/event-log.ts';
import { systemCodeOf } from '../../shared/own-files/system-code.ts';
import { BUSY_TIMEOUT, openDatabase, SqliteDatabase } from './database.ts';
import { sqliteDriver } from './driver.ts';
import { isUnwritable, naming } from './file-problem.ts';
import { isCurrent, schemaProblem } from './schema.ts';

/**
 * Opens a file that must be there, for whoever reads: nothing that is recorded there is changed (what its last writer left
 * in `-wal` SQLite may move into it), and no older schema is brought to today's. Even reading needs two files beside it (https://www.sqlite.org/wal.html#read_only_databases); where those
 * cannot be made, as on a disk that is full or read-only, and where the schema is older, what is read is a private
 * copy. Throws {@link EventLogUnavailable}, and PackageMissing.
 */
export const openForReading = (path: string): SqliteDatabase => {
  naming(path, () => accessSync(path, constants.R_OK));
  return inPlace(path) ?? ofCopy(path);
};

/** Undefined where it cannot be read so. Writable to SQLite, which then leaves no file behind; never to us. */
const inPlace = (path: string): SqliteDatabase | undefined => {
  const Connection = sqliteDriver();
  const connection = naming(path, () => new Connection(path, { timeout: BUSY_TIMEOUT, fileMustExist: true }));
  try {
    connection.pragma('query_only = ON');
    const problem = schemaProblem(connection);
    if (problem !== undefined) throw new EventLogUnavailable(`${path}: ${problem}`);
    if (isCurrent(connection)) return new SqliteDatabase(path, connection, { isReadOnly: true });
    connection.close();
    return undefined;
  } catch (error) {
    connection.close();
    if (isUnwritable(error)) return undefined;
    return naming(path, () => {
      throw error;
    });
  }
};

const ofCopy = (path: string): SqliteDatabase => {
  const folder = inTemporary(
    path,
    () => mkdtempSync(join(tmpdir(), 'planning-backup-reading-')),
    () => true,
  );
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const copy = join(folder, 'copy.sqlite');
  try {
    const before = stateOf(path);
    const copyAll = (): void => {
      copyFileSync(path, copy);
      // What its last writer had no time to move into the file.
      if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    };
    inTemporary(path, copyAll, (code) => WITHOUT_ROOM.has(code));
    // Half of another state would look like an altered history.
    if (stateOf(path) !== before) throw new EventLogUnavailable(`${path}: another process holds it`);
    const { connection } = openDatabase(copy);
    connection.pragma('query_only = ON');
    return new SqliteDatabase(path, connection, { isReadOnly: true, closed: remove });
  } catch (error) {
    remove();
    if (!(error instanceof EventLogUnavailable)) throw error;
    throw new EventLogUnavailable(error.message.replace(copy, path));
  }
};

const stateOf = (path: string): string =>
  ['', '-wal']
    .map((ending) => statSync(`${path}${ending}`, { bigint: true, throwIfNoEntry: false }))
    .map((state) => (state === undefined ? '' : `${state.ino}-${state.size}-${state.mtimeNs}`))
    .join();

/** What speaks of where a copy is written to; all else may be the store's own trouble. */
const WITHOUT_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

const inTemporary = <Result>(path: string, work: () => Result, isOfTemporary: (code: string) => boolean): Result => {
  try {
    return work();
  } catch (error) {
    const code = systemCodeOf(error) ?? 'unknown';
    if (!isOfTemporary(code))
      return naming(path, () => {
        throw error;
      });
    throw new EventLogUnavailable(
      `${path}: it cannot be read where it lies, and no copy can be made in ${tmpdir()} (${code}): name a folder with room in TMPDIR`,
    );
  }
};
