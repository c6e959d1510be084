import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Connection from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Called, configureCall, oneCall, writePlan } from '../support/one-call.ts';

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let data: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-reading-spec-'));
  data = join(folder, 'data');
  expect((await oneCall(configureCall(writePlan(folder, 'abendblatt')), data)).exit).toBe(0);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const store = (): string => join(data, 'planning-backup.sqlite');

/** Every file with its content's hash. */
const allOf = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

const READERS: readonly (readonly string[])[] = [
  ['status', '--json'],
  ['history', '--organisation', 'abendblatt'],
  ['history', '--organisation', 'abendblatt', '--at', '2100-01-01T00:00:00Z'],
];

const read = async (): Promise<readonly Called[]> => {
  const called: Called[] = [];
  for (const args of READERS) called.push(await oneCall(args, data));
  return called;
};

describe('status and history', () => {
  it.each(READERS)('change no file: %s', async (...args) => {
    const before = allOf(data);
    expect((await oneCall(args, data)).exit).toBe(0);
    expect(allOf(data)).toEqual(before);
  });

  it('read a store of an older schema, and leave it as it is', async () => {
    const db = new Connection(store());
    for (const name of db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE name LIKE '%departure'")
      .pluck()
      .all())
      db.exec(name === 'departure' ? 'DROP TABLE departure' : `DROP TRIGGER ${name}`);
    db.pragma('user_version = 1');
    db.close();
    const before = allOf(data);
    for (const { exit } of await read()) expect(exit).toBe(0);
    expect(allOf(data)).toEqual(before);
  });

  it('read what the last writer had no time to move into the file', async () => {
    const db = new Connection(store());
    db.exec("UPDATE master_key SET key_id = 'another'");
    expect(existsSync(`${store()}-wal`)).toBe(true);
    mkdirSync(join(folder, 'copied'));
    for (const ending of ['', '-wal'])
      copyFileSync(`${store()}${ending}`, join(folder, `copied/planning-backup.sqlite${ending}`));
    db.close();
    data = join(folder, 'copied');
    expect((await oneCall(['status'], data)).out).toContain('is sealed with the master key another');
  });

  it('leave no copy behind where they need one', async () => {
    const db = new Connection(store());
    db.pragma('user_version = 1');
    db.close();
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    vi.stubEnv('TMPDIR', temporary);
    // The second step finds its tables there: what is read is nothing that could be brought to today's schema.
    expect((await oneCall(['status'], data)).exit).toBe(1);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('do not blame the place of a copy for what is wrong with the store', async () => {
    mkdirSync(`${store()}-wal`);
    const { exit, err } = await oneCall(['status'], data);
    expect(exit).toBe(1);
    expect(err).toContain('it is a directory');
    expect(err).not.toContain('TMPDIR');
  });

  it.each([
    ['en', 'no copy can be made in'],
    ['de', 'lässt sich keine Kopie anlegen'],
  ])('say what to mend where a copy is needed and finds no place, in %s', async (lang, why) => {
    const db = new Connection(store());
    db.pragma('user_version = 1');
    db.close();
    vi.stubEnv('TMPDIR', join(folder, 'nowhere'));
    const { exit, err } = await oneCall(['status', '--lang', lang], data);
    expect(exit).toBe(1);
    expect(err).toContain(why);
    expect(err).toContain('TMPDIR');
  });
});
