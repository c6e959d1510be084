import { EventLogUnavailable } from '../../../application/ports/event-log.ts';
import { sqliteDriver } from './driver.ts';
import { DEPARTED } from './schema.ts';

/** By the beginning of SQLite's code (https://www.sqlite.org/rescode.html): extended codes go on behind it. */
const SQLITE_PROBLEMS: readonly (readonly [code: string, problem: string])[] = [
  ['SQLITE_FULL', 'the disk is full'],
  ['SQLITE_BUSY', 'another process holds it'],
  ['SQLITE_LOCKED', 'another process holds it'],
  ['SQLITE_IOERR', 'the disk cannot read or write it'],
  ['SQLITE_NOTADB', 'it is no database'],
  ['SQLITE_CORRUPT', 'it is damaged'],
  ['SQLITE_CANTOPEN', 'it cannot be opened'],
  ['SQLITE_READONLY', 'it may not be written'],
  ['SQLITE_PERM', 'it may not be opened'],
];

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'its directory does not exist',
  ENOTDIR: 'its directory is none',
  EIO: 'the disk cannot read or write it',
  EISDIR: 'it is a directory',
  EACCES: 'it may not be opened',
  EPERM: 'it belongs to another user',
  EROFS: 'it may not be written',
  ENOSPC: 'the disk is full',
};

/** Turns trouble with the file into {@link EventLogUnavailable} that names it. What is left is a bug, and stays one. */
export const naming = <Result>(path: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    const problem = problemOf(error);
    throw problem === undefined ? error : new EventLogUnavailable(`${path}: ${problem}`);
  }
};

const problemOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined;
  const { code } = error;
  return error instanceof sqliteDriver().SqliteError
    ? SQLITE_PROBLEMS.find(([beginning]) => code.startsWith(beginning))?.[1]
    : FILE_PROBLEMS[code];
};

const CODES_OF_UNWRITABLE = ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_IOERR', 'SQLITE_FULL'];

/** Whether something could not be written, where a file is only to be read. */
export const isUnwritable = (error: unknown): boolean =>
  error instanceof sqliteDriver().SqliteError && CODES_OF_UNWRITABLE.some((code) => error.code.startsWith(code));

/** Whether another process has the lock that is needed. */
export const isBusy = (error: unknown): boolean =>
  error instanceof sqliteDriver().SqliteError && error.code.startsWith('SQLITE_BUSY');

/** Whether it was refused because the store was moved out of. */
export const isDeparted = (error: unknown): boolean =>
  error instanceof sqliteDriver().SqliteError &&
  error.code === 'SQLITE_CONSTRAINT_TRIGGER' &&
  error.message === DEPARTED;
