import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Connection from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FileMasterKeyRing } from '../../src/adapters/driven/master-key-file/master-key-file.ts';
import { openDatabase } from '../../src/adapters/driven/sqlite/database.ts';
import { SqliteSecretStore } from '../../src/adapters/driven/sqlite/secret-store.ts';
import { runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import type { Credential } from '../../src/application/ports/file-transport.ts';
import { SecretUnavailable } from '../../src/application/ports/secret-store.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';
import { secretBindingOf } from '../../src/domain/backup-configuration/secret-binding.ts';
import { aDestination } from '../builders/destination.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const OLD = 'Kanarienvogel-alt-4711';
const NEW = 'Kanarienvogel-neu-0815';
const STORE = 'planning-backup.sqlite';
const PEOPLE = { id: 'abendblatt', name: 'Abendblatt', timeZone: 'Europe/Berlin', locale: 'en' };
const ADMINISTRATORS = [{ id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'en' }];

const root = mkdtempSync(join(tmpdir(), 'planning-backup-secret-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const data = join(root, 'data');
const before = join(root, 'before');
const plan = join(root, 'plan.json');

const call = async (password: string, ...argv: readonly string[]): Promise<unknown> => {
  let out = '';
  const exit = await runCommandLine([...argv, '--json'], {
    installation: embedded,
    env: { PLANNING_BACKUP_DATA: data, PLANNING_BACKUP_PASSWORD: password, LANG: 'en' },
    stdin: (async function* () {})(),
    stdout: { write: (text) => (out += text) },
    stderr: { write: () => undefined },
    program: 'planning-backup',
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  if (exit !== 0) throw new Error(`${argv[0]}: ${out}`);
  return JSON.parse(out);
};

const configure = (password: string): Promise<unknown> =>
  call(
    password,
    ...['configure', '--plan', plan, '--actor', 'anna', '--user', 'planung'],
    ...['--destination', 'ftp://ftp.example/a'],
  );

interface Row {
  readonly id: string;
  readonly wrappedKey: Buffer | null;
  readonly sealed: Buffer | null;
}

const rowsOf = (folder: string): readonly Row[] => {
  const db = new Connection(join(folder, STORE), { readonly: true });
  const rows = db.prepare<[], Row>('SELECT secret_id AS id, wrapped_key AS wrappedKey, sealed FROM secrets').all();
  db.close();
  return rows;
};

/** All that lies in a folder, mails and checkpoints too. */
const bytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );

const open = async (folder: string, secretId: string): Promise<Credential> => {
  const database = openDatabase(join(folder, STORE));
  const destination = aDestination({
    protocol: 'ftp',
    tlsMode: 'none',
    host: 'ftp.example',
    port: 21,
    directory: '/a',
  });
  const binding = secretBindingOf('abendblatt', { destination, user: 'planung', trustedIdentity: null });
  try {
    return await new SqliteSecretStore(database, new FileMasterKeyRing(join(folder, 'master.key'))).open(
      secretId,
      binding,
    );
  } finally {
    database.close();
  }
};

let superseded: Row;

beforeAll(async () => {
  writeFileSync(
    plan,
    JSON.stringify({ organisation: { ...PEOPLE, administrators: ADMINISTRATORS }, stories: [], events: [] }),
  );
  await configure(OLD);
  mkdirSync(before);
  for (const name of [STORE, `${STORE}-wal`, 'master.key'])
    if (existsSync(join(data, name))) copyFileSync(join(data, name), join(before, name));
  superseded = rowsOf(before)[0] as Row;
  await configure(NEW);
});

describe('a password that was replaced', () => {
  it('is in no byte of what is left, and its data key is gone', async () => {
    expect(superseded.wrappedKey).not.toBeNull();
    const disk = bytesIn(data);
    for (const part of [superseded.wrappedKey, superseded.sealed].map((bytes) => bytes ?? Buffer.alloc(0)))
      for (const at of [0, part.length >> 1, part.length - 16])
        expect(disk.includes(part.subarray(at, at + 16)), `byte ${at}`).toBe(false);
    for (const text of [OLD, NEW, Buffer.from(OLD).toString('base64'), Buffer.from(OLD).toString('hex')])
      expect(disk.includes(text), text).toBe(false);
    expect(rowsOf(data).find(({ id }) => id === superseded.id)).toMatchObject({ wrappedKey: null, sealed: null });
  });

  it('opens no more, while the new one does', async () => {
    await expect(open(data, superseded.id)).rejects.toThrow(SecretUnavailable);
    const live = rowsOf(data).find(({ wrappedKey }) => wrappedKey !== null)?.id ?? '';
    expect(await open(data, live)).toMatchObject({ method: 'password' });
  });

  it('opens in an older copy of the file until the master key is rotated, and then not there either', async () => {
    // What the guard is for: with the key that is still there, the copy opens.
    expect(await open(before, superseded.id)).toMatchObject({ method: 'password' });
    await call(NEW, 'rotate-master-key');
    copyFileSync(join(data, 'master.key'), join(before, 'master.key'));
    await expect(open(before, superseded.id)).rejects.toThrow(SecretUnavailable);
  });

  it('leaves a history that still verifies', async () => {
    await call(NEW, 'remove', '--plan', plan, '--actor', 'anna');
    const bundle = join(root, 'e.jsonl');
    await call(NEW, 'audit', 'export', '--organisation', 'abendblatt', '--output', bundle);
    const key = join(data, 'audit-public.pem');
    expect(await call(NEW, 'audit', 'verify', bundle, '--public-key', key)).toMatchObject({ verdict: 'anchored' });
    expect(readFileSync(bundle, 'utf8')).toContain(superseded.id);
    expect(rowsOf(data).every(({ wrappedKey }) => wrappedKey === null)).toBe(true);
  });
});
