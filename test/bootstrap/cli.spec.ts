import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Connection from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cliProcess, type Ended, type Surroundings } from '../support/cli-process.ts';

// A process starts in about a second, and in several where the machine is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PASSWORD = 'canary-Paßwort-7f3a';

const folder = mkdtempSync(join(tmpdir(), 'planning-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

const people = {
  organisation: {
    ...{ id: 'abendblatt', name: 'Abendblatt', timeZone: 'Europe/Berlin', locale: 'de' },
    administrators: [
      { id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'de' },
      { id: 'ben', name: 'Ben Schulz', email: 'ben@abendblatt.example', locale: 'en' },
    ],
  },
};
writeFileSync(at('plan.json'), JSON.stringify({ ...people, stories: [], events: [] }));

const cli = (args: readonly string[], stdin = '', started?: Surroundings['started']): Promise<Ended> =>
  cliProcess(args, { dataDirectory: at('data'), stdin, ...(started && { started }) });

const CONFIGURE = [
  'configure',
  '--plan',
  at('plan.json'),
  '--actor',
  'anna',
  '--user',
  'redaktion',
  '--password-stdin',
];

test('--version says the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(await cli(['--version'])).toEqual({ exit: 0, out: `${version}\n`, err: '' });
});

test('ends when its command has, with all that was said, whatever is still open in it', async () => {
  const nodeOptions = `--import=data:text/javascript,${encodeURIComponent('setInterval(() => undefined, 1_000)')}`;
  const { exit, out } = await cliProcess(['help'], { dataDirectory: at('data'), nodeOptions });
  expect(exit).toBe(0);
  expect(out).toBe((await cli(['help'])).out);
});

describe('before anything is set up', () => {
  test.each([
    ['a plan cut short', () => writeFileSync(at('bad.json'), JSON.stringify(people).slice(0, 90))],
    ['an empty plan', () => writeFileSync(at('bad.json'), '')],
    ['200 MB of garbage', () => truncateSync(at('bad.json'), 200_000_000)],
  ])('%s is refused in a moment, and leaves no data folder', async (_, write) => {
    write();
    const { exit, out, err } = await cli(['backup', '--plan', at('bad.json')]);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`The plan at ${at('bad.json')} cannot be used`);
    expect(existsSync(at('data'))).toBe(false);
  });

  test('a password in the address is refused and repeated nowhere', async () => {
    const url = `ftp://redaktion:${PASSWORD}@ftp.example/backup`;
    const { exit, out, err } = await cli([...CONFIGURE, '--destination', url, '--json', '--lang', 'de'], PASSWORD);
    expect(exit).toBe(2);
    expect(JSON.parse(out).error.code).toBe('login-in-url');
    expect(out + err).not.toContain(PASSWORD);
    expect(existsSync(at('data'))).toBe(false);
  });

  test('a data folder that cannot be made is named', async () => {
    const { exit, err } = await cli(
      [...CONFIGURE, '--destination', 'ftp://ftp.example/backup', '--data', at('plan.json/data')],
      PASSWORD,
    );
    expect(exit).toBe(1);
    expect(err).toContain(`The data folder ${at('plan.json/data')} is a file, or lies below one`);
  });
});

describe('once a backup is set up', () => {
  beforeAll(async () => {
    const { exit, err } = await cli([...CONFIGURE, '--destination', 'ftp://127.0.0.1:1/backup'], PASSWORD);
    expect(err).toContain(`A master key was made: ${at('data/master.key')}`);
    expect(exit).toBe(0);
  });

  test('store and master key are open to their owner only', () => {
    expect(statSync(at('data')).mode & 0o777).toBe(0o700);
    for (const file of ['master.key', 'planning-backup.sqlite'])
      expect(statSync(at(`data/${file}`)).mode & 0o777).toBe(0o600);
  });

  test('the password is not in the store', () => {
    expect(readFileSync(at('data/planning-backup.sqlite')).includes(PASSWORD)).toBe(false);
  });

  test('a night at an address that is not allowed fails with 1, is recorded, and is shown by status', async () => {
    const { exit, out, err } = await cli(['backup', '--plan', at('plan.json'), '--json']);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'failed', error: { code: 'host-not-reachable' } });
    expect(err).toContain('Read the plan: 0 stories');
    expect((await cli(['status'])).out).toContain('failed');
  });

  test('a new master key is made, and the old one is gone', async () => {
    const before = readFileSync(at('data/master.key'), 'utf8');
    expect((await cli(['rotate-master-key'])).exit).toBe(0);
    expect(readFileSync(at('data/master.key'), 'utf8')).not.toBe(before);
    expect((await cli(['history', '--organisation', 'abendblatt', '--lang', 'de'])).out).toContain(
      'Backup eingerichtet',
    );
  });

  test('a reader that stops reading ends nothing', async () => {
    const { exit, err } = await cli(['status'], '', (child) => child.stdout?.destroy());
    expect([exit, err]).toEqual([0, '']);
  });

  test('an interrupt closes the store and exits 130', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    await cli([...CONFIGURE, '--destination', `ftp://127.0.0.1:${port}/backup`], PASSWORD);
    const { exit, err } = await cli(
      ['backup', '--plan', at('plan.json'), '--allow-network', '127.0.0.0/8'],
      '',
      (child) => silent.once('connection', () => child.kill('SIGINT')),
    );
    silent.close();
    expect(exit).toBe(130);
    expect(err).toContain('Interrupted.');
    expect(existsSync(at('data/planning-backup.sqlite-wal'))).toBe(false);
  });

  test('an altered history exits 3 and says where', async () => {
    const copy = at('altered/planning-backup.sqlite');
    await cli(['status']);
    mkdirSync(at('altered'));
    copyFileSync(at('data/planning-backup.sqlite'), copy);
    const database = new Connection(copy);
    database.exec("DROP TRIGGER events_are_not_changed; UPDATE events SET actor_id = 'ben' WHERE version = 2");
    database.close();
    const { exit, err } = await cli(['status', '--data', at('altered')]);
    expect(exit).toBe(3);
    expect(err).toContain('stream backupConfiguration-abendblatt, version 2');
  });
});
