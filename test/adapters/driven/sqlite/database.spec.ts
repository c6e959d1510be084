import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Connection from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SystemClock } from '../../../../src/adapters/driven/clock/system-clock.ts';
import { openDatabase, type SqliteDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../../../src/adapters/driven/sqlite/event-log.ts';
import { BEGINNING, EventLogUnavailable } from '../../../../src/application/ports/event-log.ts';
import { all, anEvent, appendTo, STREAM, someEvents } from '../../../contracts/event-log/harness.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-database.ts';

let directory: TemporaryDirectory;
let file: string;
let databases: SqliteDatabase[];

beforeEach(() => {
  directory = temporaryDirectory();
  file = directory.file('store.sqlite');
  databases = [];
});

afterEach(() => {
  for (const database of databases) database.close();
  directory.remove();
});

const open = (options?: { busyTimeout: number }): SqliteDatabase => {
  const database = openDatabase(file, options);
  databases.push(database);
  return database;
};

const logOn = (database: SqliteDatabase): SqliteEventLog => new SqliteEventLog(database, new SystemClock());

const rawly = <Result>(work: (db: Connection.Database) => Result): Result => {
  const db = new Connection(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
};

describe('the SQLite file', () => {
  it('is durable, shreds what is deleted, and is its owner’s alone', async () => {
    const { connection } = open();
    const settings = ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'];
    expect(settings.map((name) => connection.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1]);
    for (const ending of ['', '-wal', '-shm']) expect(statSync(`${file}${ending}`).mode & 0o777).toBe(0o600);
  });

  it('closes a file to others that was open to them', () => {
    writeFileSync(file, '', { mode: 0o644 });
    open();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('opens again with all that it held', async () => {
    const database = openDatabase(file);
    const end = await appendTo(logOn(database), STREAM, someEvents(3));
    database.close();
    expect((await logOn(open()).read(STREAM)).end).toEqual(end);
  });

  it('refuses every change to an event, from whatever connection', async () => {
    await appendTo(logOn(open()), STREAM, someEvents(2));
    const copy = 'SELECT position, stream, version, event_id, change_id, causation_id, request_id, actor_id, type,';
    const rest = 'occurred_at, recorded_at, previous_hash, payload, hash FROM events WHERE version = 1';
    const changes = [
      "UPDATE events SET actor_id = 'mallory'",
      'DELETE FROM events WHERE version = 2',
      'DELETE FROM events',
      `REPLACE INTO events ${copy} ${rest}`,
      `REPLACE INTO events ${copy.replace('version', '3')} ${rest}`,
      `INSERT INTO events ${copy.replace('position', '9').replace('version', '4')} ${rest}`,
    ];
    for (const change of changes)
      expect(() => rawly((db) => db.exec(change)), change).toThrow('history is append-only');
    expect((await logOn(open()).read(STREAM)).end).toMatchObject({ version: 2 });
  });

  it('says of a newer schema that it is newer, and leaves it as it is', () => {
    open();
    rawly((db) => db.pragma('user_version = 99'));
    expect(() => open()).toThrow(EventLogUnavailable);
    expect(() => open()).toThrow(/store\.sqlite: it was written by a newer version .*99/);
    expect(rawly((db) => db.pragma('user_version', { simple: true }))).toBe(99);
  });

  it('leaves the database of another program as it is', () => {
    rawly((db) => db.exec('CREATE TABLE theirs (a)'));
    const before = readFileSync(file);
    expect(() => open()).toThrow(`${file}: it is the database of another program`);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('says what is wrong with a file that it cannot open', () => {
    writeFileSync(file, 'no database, but long enough to have a header of one, were it one. '.repeat(10));
    expect(() => open()).toThrow(`${file}: it is no database`);
    expect(() => openDatabase(directory.file('missing/store.sqlite'))).toThrow('its directory does not exist');
    mkdirSync(directory.file('folder'));
    expect(() => openDatabase(directory.file('folder'))).toThrow('it is a directory');
  });
});

describe('the SQLite event log in trouble', () => {
  const unavailable = async (work: Promise<unknown>, problem: string): Promise<void> => {
    const error: unknown = await work.then(() => undefined).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(EventLogUnavailable);
    expect((error as Error).message).toBe(`${file}: ${problem}`);
  };

  it('says that the disk is full, and has appended nothing', async () => {
    const database = open();
    const log = logOn(database);
    const end = await appendTo(log, STREAM, [anEvent()]);
    const pages = database.connection.pragma('page_count', { simple: true }) as number;
    database.connection.pragma(`max_page_count = ${pages + 1}`);
    const large = anEvent({ type: 'StoredPasswordOpened', secretId: 'x'.repeat(100_000), purpose: 'night' });
    await unavailable(log.append(STREAM, end, [anEvent(), large]), 'the disk is full');
    expect((await log.read(STREAM)).end).toEqual(end);
  });

  it('says that another process holds it', async () => {
    const log = logOn(open({ busyTimeout: 1 }));
    const other = new Connection(file);
    other.exec('BEGIN IMMEDIATE');
    await unavailable(appendTo(log, STREAM, [anEvent()]), 'another process holds it');
    other.exec('ROLLBACK');
    other.close();
    await appendTo(log, STREAM, [anEvent()]);
  });

  it('says that it is damaged', async () => {
    const first = openDatabase(file);
    await appendTo(logOn(first), STREAM, someEvents(50));
    const pageSize = first.connection.pragma('page_size', { simple: true }) as number;
    const root = first.connection.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'events'").pluck();
    const begins = pageSize * ((root.get() as number) - 1);
    first.close();
    writeFileSync(file, readFileSync(file).fill(0xff, begins, begins + pageSize));
    await unavailable(all(logOn(open()).readAll(BEGINNING)), 'it is damaged');
  });

  it('says that it was closed', async () => {
    const database = openDatabase(file);
    const log = logOn(database);
    database.close();
    await unavailable(log.read(STREAM), 'it was closed');
    await unavailable(log.append(STREAM, 'no stream', []), 'it was closed');
  });
});

describe('what is written in the same moment', () => {
  it('shares a transaction, and is answered when it is durable', async () => {
    const database = open();
    database.connection.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY)');
    const seen = () => rawly((db) => db.prepare('SELECT n FROM numbers ORDER BY n').pluck().all());
    const insert = (n: number) =>
      database.writeTogether(() => {
        database.connection.exec(`INSERT INTO numbers VALUES (${n})`);
        return seen();
      });
    const [first, second] = [insert(1).then((others) => [others, seen()]), insert(2)];
    // What others see while each is written, and once the first is answered.
    expect(await first).toEqual([[], [1, 2]]);
    expect(await second).toEqual([]);
  });

  it('is undone alone where one of it fails', async () => {
    const database = open();
    database.connection.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY)');
    const insert = (n: number, then = (): void => undefined) =>
      database.writeTogether(() => {
        database.connection.exec(`INSERT INTO numbers VALUES (${n})`);
        then();
      });
    const all = [insert(1), insert(2, () => database.connection.exec('INSERT INTO numbers VALUES (1)')), insert(3)];
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(rawly((db) => db.prepare('SELECT n FROM numbers ORDER BY n').pluck().all())).toEqual([1, 3]);
  });

  it('fails as a whole where the file cannot be written, and says so to each', async () => {
    const database = open({ busyTimeout: 1 });
    const holder = new Connection(file);
    holder.exec('BEGIN IMMEDIATE');
    const outcomes = await Promise.allSettled([1, 2].map(() => database.writeTogether(() => 'written')));
    holder.close();
    expect(outcomes.map((one) => one.status === 'rejected' && one.reason instanceof EventLogUnavailable)).toEqual([
      true,
      true,
    ]);
    expect(await database.writeTogether(() => 'written')).toBe('written');
  });

  it('is written before the file is closed', async () => {
    const database = open();
    database.connection.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY)');
    const written = database.writeTogether(() => database.connection.exec('INSERT INTO numbers VALUES (1)'));
    database.close();
    await written;
    expect(rawly((db) => db.prepare('SELECT n FROM numbers').pluck().all())).toEqual([1]);
  });
});
