import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import type { StoredEvent } from '../../src/adapters/shared/event-codec/chain.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';
import { alterEvents } from '../adapters/driven/sqlite/temporary-database.ts';
import { rechained } from '../support/evidence/tampering.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const ADMINISTRATORS = [
  { id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'en' },
  { id: 'ben', name: 'Ben Okafor', email: 'ben@abendblatt.example', locale: 'en' },
];
const PEOPLE = { id: 'abendblatt', name: 'Abendblatt', timeZone: 'Europe/Berlin', locale: 'en' };

interface Called {
  readonly exit: unknown;
  readonly out: string;
  readonly err: string;
}

const root = mkdtempSync(join(tmpdir(), 'planning-backup-audit-'));
const plan = join(root, 'plan.json');
writeFileSync(
  plan,
  JSON.stringify({ organisation: { ...PEOPLE, administrators: ADMINISTRATORS }, stories: [], events: [] }),
);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const call = async (data: string, ...argv: readonly string[]): Promise<Called> => {
  let [out, err] = ['', ''];
  const exit = await runCommandLine(argv, {
    installation: embedded,
    env: { PLANNING_BACKUP_DATA: data, PLANNING_BACKUP_PASSWORD: 'geheim', LANG: 'en' },
    stdin: (async function* () {})(),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    program: 'planning-backup',
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  return { exit, out, err };
};

/** A history on disk: set up, changed twice, one change rejected; and the mails that went out. */
const genuine = join(root, 'genuine');
let mails: readonly string[];
let data: string;
let key: string;

beforeAll(async () => {
  const as = (actor: string): readonly string[] => ['--plan', plan, '--actor', actor];
  const server = ['--user', 'u', '--destination'];
  await call(genuine, 'configure', ...as('anna'), ...server, 'ftp://files.example/a');
  await call(genuine, 'configure', ...as('ben'), ...server, 'ftp://files.example/b');
  await call(genuine, 'pause', ...as('eve'));
  await call(genuine, 'pause', ...as('anna'));
  await call(genuine, 'audit', 'export', '--organisation', 'abendblatt', '--output', join(root, 'genuine.jsonl'));
  const texts = readdirSync(join(genuine, 'outbox')).map((name) => readFileSync(join(genuine, 'outbox', name), 'utf8'));
  mails = texts
    .flatMap((text) => /^\d+:[0-9a-f]{64}$/m.exec(text)?.[0] ?? [])
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
});

beforeEach(() => {
  data = mkdtempSync(join(root, 'data-'));
  cpSync(genuine, data, { recursive: true });
  key = join(root, 'audit-public.pem');
  copyFileSync(join(genuine, 'audit-public.pem'), key);
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

/** What somebody with write access to the file does: the triggers are dropped first. */
const alter = (edit: (stored: readonly StoredEvent[]) => readonly object[]): void =>
  alterEvents(join(data, 'planning-backup.sqlite'), (stored) => edit(stored) as readonly StoredEvent[]);

const verify = (...more: readonly string[]): Promise<Called> =>
  call(data, 'audit', 'verify', join(data, 'e.jsonl'), ...more);
const exportIt = (): Promise<Called> =>
  call(data, 'audit', 'export', '--organisation', 'abendblatt', '--output', join(data, 'e.jsonl'));

describe('rows that were altered in the SQLite file', () => {
  const isSettings = ({ stream }: StoredEvent): boolean => stream.startsWith('backupConfiguration-');
  const alterations: readonly (readonly [string, (stored: readonly StoredEvent[]) => readonly object[]])[] = [
    ['an actor', (stored) => stored.map((event) => (event.version === 2 ? { ...event, actorId: 'eve' } : event))],
    ['the last change', (stored) => stored.filter((event) => !(isSettings(event) && event.version > 5))],
    ['all after the first change', (stored) => stored.filter((event) => !isSettings(event) || event.version <= 3)],
    ['what was tried', (stored) => stored.filter(({ stream }) => !stream.startsWith('attempts-'))],
    ['a mail', (stored) => stored.filter(({ stream, version }) => !(stream.startsWith('notice-') && version === 2))],
    [
      'an actor, and all chained anew',
      (stored) => rechained(stored.map((event) => (event.actorId === 'ben' ? { ...event, actorId: 'eve' } : event))),
    ],
  ];

  it.each(alterations)('are found by status, and by audit verify: %s', async (_, edit) => {
    alter(edit);
    expect((await call(data, 'status')).exit).toBe(3);
    const exported = await exportIt();
    expect(exported).toMatchObject({ exit: 3, err: expect.stringContaining('was altered') });
    const verified = await verify('--public-key', key, '--json');
    expect(verified.exit).toBe(3);
    expect(JSON.parse(verified.out)).toMatchObject({ verdict: 'altered', line: expect.any(Number) });
  });

  it('are seen to be in no checkpoint where one was added that follows', async () => {
    alter((stored) => {
      const settings = stored.filter(isSettings);
      return [...stored, ...rechained([...settings, settings.at(-1) as StoredEvent]).slice(-1)];
    });
    const { exit, out } = await call(data, 'status', '--json');
    expect([exit, out]).toEqual([0, expect.stringContaining('record-not-signed')]);
  });

  it('are found by a mail, though the checkpoints were taken back too', async () => {
    alter((stored) => stored.filter((event) => !isSettings(event) || event.version <= 5));
    const notes = join(data, 'checkpoints', 'abendblatt.notes');
    const [first = '', second = ''] = readFileSync(notes, 'utf8').split(/(?<=\n\n)(?=planning-backup)/);
    writeFileSync(notes, first + second);
    expect((await call(data, 'status')).exit).toBe(3);
    await exportIt();
    const verified = await verify('--head', mails.at(-1) ?? '', '--json');
    expect(JSON.parse(verified.out)).toMatchObject({ verdict: 'altered' });
    expect(verified.exit).toBe(3);
  });
});

describe('audit verify', () => {
  const bundle = join(root, 'genuine.jsonl');

  it('needs no store, and proves nothing by what came with the bundle', async () => {
    const nowhere = join(data, 'nothing-here');
    const { exit, out, err } = await call(nowhere, 'audit', 'verify', bundle);
    expect([exit, err]).toEqual([1, expect.stringContaining('not anchored')]);
    expect(out).toContain('configuration');
    expect(readdirSync(data)).not.toContain('nothing-here');
  });

  it('is anchored by the key, and by every mail that went out', async () => {
    expect((await call(data, 'audit', 'verify', bundle, '--public-key', key)).exit).toBe(0);
    expect(mails).toHaveLength(3);
    for (const mail of mails) expect((await call(data, 'audit', 'verify', bundle, '--head', mail)).exit).toBe(0);
    const all = mails.flatMap((mail) => ['--head', mail]);
    const { exit, out } = await call(data, 'audit', 'verify', bundle, ...all, '--public-key', key, '--json');
    expect([exit, JSON.parse(out)]).toMatchObject([0, { verdict: 'anchored', byKey: true, byHeadUpTo: 8 }]);
  });

  it('says what a mail of an older change does not vouch for', async () => {
    const { out } = await call(data, 'audit', 'verify', bundle, '--head', mails[0] ?? '');
    expect(out).toMatch(/after version 3, the nights, the mails and what was tried: nothing vouches for them/);
  });

  it('is wrong to call without what it needs, and says so', async () => {
    const head = mails[0] ?? '';
    const calls: readonly (readonly [readonly string[], string])[] = [
      [[], 'ArgumentMissing'],
      [['--public-key', key], 'ArgumentMissing'],
      [[join(data, 'none.jsonl')], 'BundleUnreadable'],
      [[data], 'BundleUnreadable'],
      [[plan], 'BundleUnreadable'],
      [[bundle, '--public-key', plan], 'PublicKeyUnreadable'],
      [[bundle, '--public-key', join(data, 'none.pem')], 'PublicKeyUnreadable'],
      [[bundle, '--public-key', join(genuine, 'audit-private.pem')], 'PublicKeyUnreadable'],
      [[bundle, '--head', head.slice(2)], 'HeadMalformed'],
      [[bundle, '--head', `0${head.slice(1)}`], 'HeadMalformed'],
      [[bundle, '--head', head.slice(0, -1)], 'HeadMalformed'],
    ];
    for (const [argv, code] of calls) {
      const { exit, out } = await call(data, 'audit', 'verify', ...argv, '--json');
      expect([exit, JSON.parse(out).error.code], argv.join(' ')).toEqual([2, code]);
    }
  });

  it('finds a bundle that is cut short or was edited', async () => {
    const text = readFileSync(bundle, 'utf8');
    writeFileSync(join(data, 'e.jsonl'), text.slice(0, -9));
    expect((await verify()).exit).toBe(2);
    writeFileSync(join(data, 'e.jsonl'), text.replace('"actorId":"ben"', '"actorId":"eve"'));
    const { exit, err } = await verify('--public-key', key);
    expect([exit, err]).toEqual([
      3,
      expect.stringMatching(/^Error: Altered: stream backupConfiguration-abendblatt, version 4, line \d+:/),
    ]);
  });
});

describe('audit export', () => {
  it('signs what is not signed yet, and no private key is in what it writes', async () => {
    expect((await exportIt()).exit).toBe(0);
    expect((await verify('--public-key', key)).exit).toBe(0);
    const secret = readFileSync(join(data, 'audit-private.pem'), 'utf8').split('\n')[1] ?? '?';
    expect(readFileSync(join(data, 'e.jsonl'), 'utf8')).not.toContain(secret);
    expect(readdirSync(data)).not.toContain('e.jsonl.part');
  });

  it('of an organisation that was never there, or into no folder, writes nothing', async () => {
    const nobody = ['audit', 'export', '--organisation', 'nobody', '--output', join(data, 'n.jsonl')];
    expect((await call(data, ...nobody)).exit).toBe(2);
    expect(readdirSync(data)).not.toContain('n.jsonl');
    const nowhere = ['audit', 'export', '--organisation', 'abendblatt', '--output', join(data, 'none', 'n.jsonl')];
    expect(await call(data, ...nowhere)).toMatchObject({ exit: 1, err: expect.stringContaining('ENOENT') });
  });

  it('after a rotation is proven by the old key and by the new one', async () => {
    expect((await call(data, 'rotate-audit-key')).exit).toBe(0);
    await exportIt();
    const current = join(data, 'audit-public.pem');
    expect(readFileSync(current, 'utf8')).not.toBe(readFileSync(key, 'utf8'));
    for (const pem of [key, current]) expect((await verify('--public-key', pem)).exit).toBe(0);
  });
});

describe('status', () => {
  it('says so where the audit key is another one, and goes on', async () => {
    rmSync(join(data, 'audit-private.pem'));
    const { exit, out } = await call(data, 'status', '--json');
    expect(exit).toBe(0);
    const codes = JSON.parse(out).organisations[0].warnings.map(({ code }: { code: string }) => code);
    expect(codes).toContain('record-not-checked');
  });

  it('says so where a change is in no checkpoint', async () => {
    rmSync(join(data, 'checkpoints'), { recursive: true });
    const robbed = await call(data, 'status', '--json');
    expect(robbed).toMatchObject({ exit: 3 });
    // As if it could not be signed at all.
    rmSync(join(data, 'audit-private.pem.signed'), { recursive: true });
    const { out } = await call(data, 'status', '--json');
    const codes = JSON.parse(out).organisations[0].warnings.map(({ code }: { code: string }) => code);
    expect(codes).toContain('record-not-signed');
  });
});
