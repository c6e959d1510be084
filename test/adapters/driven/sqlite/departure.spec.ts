import Connection from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteOldHouse } from '../../../../src/adapters/driven/sqlite/old-house.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-database.ts';

let directory: TemporaryDirectory;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

const inHouse = async <Result>(work: (house: SqliteOldHouse) => Promise<Result>): Promise<Result> => {
  const database = openDatabase(directory.file('store.sqlite'));
  try {
    return await work(new SqliteOldHouse(database));
  } finally {
    database.close();
  }
};

const DEPARTURE = { moveId: 'mine', to: 'there' };
const noted = () => inHouse((house) => house.departure());

it('has not begun until that is noted, by its own move, and stays so for whoever departs again', async () => {
  await inHouse((house) => house.depart(DEPARTURE));
  await inHouse((house) => house.noteBegun('another'));
  expect(await noted()).toEqual({ ...DEPARTURE, hasBegun: false });
  await inHouse((house) => house.noteBegun('mine'));
  await inHouse((house) => house.depart(DEPARTURE));
  expect(await noted()).toEqual({ ...DEPARTURE, hasBegun: true });
  await inHouse((house) => house.stay('mine'));
  expect(await noted()).toBeUndefined();
});

it('may have begun where it was noted before stores said so', async () => {
  await inHouse((house) => house.depart(DEPARTURE));
  const db = new Connection(directory.file('store.sqlite'));
  db.exec('ALTER TABLE departure DROP COLUMN has_begun');
  db.pragma('user_version = 2');
  db.close();
  expect(await noted()).toEqual({ ...DEPARTURE, hasBegun: true });
});
