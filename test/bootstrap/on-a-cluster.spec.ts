import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';
import { AUTHORITY, LOCALHOST } from '../support/eventstoredb/certificate.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../support/eventstoredb/double.ts';

const folder = mkdtempSync(join(tmpdir(), 'on-a-cluster-'));
const PASSWORD = 'canary-Paßwort-7f3a';

let double: EventStoreDouble;
beforeAll(async () => {
  double = await startEventStoreDouble({ dedupe: false });
  const organisation = {
    ...{ id: 'abendblatt', name: 'Abendblatt', timeZone: 'Europe/Berlin', locale: 'de' },
    administrators: [
      { id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'de' },
      { id: 'ben', name: 'Ben Schulz', email: 'ben@abendblatt.example', locale: 'en' },
    ],
  };
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ organisation, stories: [], events: [] }));
});
afterAll(async () => {
  await double.close();
  rmSync(folder, { recursive: true });
});

/** A call of the command line on the double, from one of several machines with one master key. */
const call = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}, machine = 'one') => {
  const [out, err]: string[][] = [[], []];
  const collecting = (to: string[] = []) => ({
    write: (text: string) => to.push(text) > 0,
    isTTY: false,
    on: () => undefined,
  });
  const end = await runCommandLine([...argv, '--data', join(folder, machine)], {
    installation: embedded,
    env: {
      PLANNING_BACKUP_EVENTSTORE: double.connectionString,
      PLANNING_BACKUP_EVENTSTORE_INSECURE_LOOPBACK: '1',
      PLANNING_BACKUP_MASTER_KEY_FILE: join(folder, 'master.key'),
      PLANNING_BACKUP_PASSWORD: PASSWORD,
      ...env,
    },
    stdin: (async function* () {})(),
    stdout: collecting(out),
    stderr: collecting(err),
    program: 'planning-backup',
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  return { end, out: out?.join('') ?? '', err: err?.join('') ?? '' };
};

const CONFIGURE = [
  ...['configure', '--plan', join(folder, 'plan.json'), '--actor', 'anna', '--user', 'redaktion'],
  ...['--destination', 'ftp://203.0.113.7/planung', '--json'],
];

describe('the command line with a cluster', () => {
  it('sets a backup up on one machine, and shows and changes it on another', async () => {
    expect(await call(CONFIGURE)).toMatchObject({ end: 0 });
    const status = await call(['status', '--organisation', 'abendblatt', '--json'], {}, 'two');
    expect(status.end).toBe(0);
    expect(JSON.parse(status.out)).toMatchObject({
      organisations: [{ status: 'active' }],
    });
    expect(await call(['pause', '--plan', join(folder, 'plan.json'), '--actor', 'ben'], {}, 'two')).toMatchObject({
      end: 0,
    });
    const history = await call(['history', '--organisation', 'abendblatt', '--format', 'csv']);
    expect(history).toMatchObject({ end: 0 });
    expect(history.out).toContain('ben');
  });

  it('exports evidence that proves itself', async () => {
    const bundle = join(folder, 'bundle.jsonl');
    await call(CONFIGURE);
    expect(await call(['audit', 'export', '--organisation', 'abendblatt', '--output', bundle])).toMatchObject({
      end: 0,
    });
    const verified = await call([
      'audit',
      'verify',
      bundle,
      '--public-key',
      join(folder, 'one', 'audit-public.pem'),
      '--json',
    ]);
    expect(verified).toMatchObject({ end: 0 });
  });

  it('wraps all secrets anew, and keeps none in sight', async () => {
    await call(CONFIGURE);
    const rotated = await call(['rotate-master-key', '--json']);
    expect(rotated).toMatchObject({ end: 0 });
    expect(JSON.parse(rotated.out)).toMatchObject({ outcome: 'rotated', secrets: 1, warnings: [] });
    const stored = double.onDisk().map(({ data, metadata }) => Buffer.concat([data, metadata]).toString('utf8'));
    for (const written of [PASSWORD, Buffer.from(PASSWORD).toString('base64'), Buffer.from(PASSWORD).toString('hex')])
      expect(stored.filter((text) => text.includes(written))).toEqual([]);
  });

  it.each([
    ['esdb://planung:geheim@es.example?tls=false', 'verzichtet auf TLS'],
    ['esdb://planung:geheim@es.example?geheim=1', 'die hier niemand kennt'],
    ['esdb://ad min:geheim', 'nicht lesbar'],
    ['esdb://planung:geheim@es.example?tlsCAFile=/nowhere/ca.pem', 'lässt sich nicht lesen'],
    ['esdb://es.example', 'keinen Benutzer mit Passwort'],
    ['esdb://admin:changeit@es.example', 'Ändern Sie dieses Passwort'],
  ])('says what is wrong with %s, and repeats no password', async (connection, saying) => {
    const ended = await call(['status', '--lang', 'de'], { PLANNING_BACKUP_EVENTSTORE: connection });
    expect(ended.end).toBe(2);
    expect(ended.err).toContain(saying);
    expect(`${ended.out}${ended.err}`).not.toMatch(/geheim|esdb:\/\/(?!benutzer)/);
  });

  it('says that nobody is there, in both languages', async () => {
    const nobody = { PLANNING_BACKUP_EVENTSTORE: 'esdb://127.0.0.1:9?tls=false' };
    const [english, german] = await Promise.all(
      ['en', 'de'].map((language) => call(['status', '--lang', language], nobody)),
    );
    expect([english?.end, german?.end]).toEqual([1, 1]);
    expect(english?.err).toContain('EventStoreDB at 127.0.0.1:9: it cannot be reached');
    expect(german?.err).toContain('EventStoreDB auf 127.0.0.1:9 ist nicht zu erreichen');
  }, 60_000);

  it('makes a user with the rights that it needs, and works as that user', async () => {
    const caFile = join(folder, 'ca.crt');
    writeFileSync(caFile, AUTHORITY);
    const users = { root: { password: PASSWORD, groups: ['$admins'] } };
    const secured = await startEventStoreDouble({ tls: { ...LOCALHOST, caFile }, users, dedupe: false });
    const connection = secured.connectionString.replace('esdb://', 'esdb://planning-backup:geheim@');
    const env = { PLANNING_BACKUP_EVENTSTORE: connection, PLANNING_BACKUP_EVENTSTORE_INSECURE_LOOPBACK: '' };
    expect(await call(['status'], env, 'three')).toMatchObject({ end: 1 });
    const made = await call(['event-store', 'set-up', '--user', 'root'], env, 'three');
    expect(made).toMatchObject({ end: 0 });
    expect(made.out).toContain('planning-backup');
    expect(await call(CONFIGURE, { ...env, PLANNING_BACKUP_MASTER_KEY_FILE: '' }, 'three')).toMatchObject({ end: 0 });
    expect(await call(['status'], env, 'three')).toMatchObject({ end: 0 });
    expect(`${made.out}${made.err}`).not.toMatch(/geheim|canary/);
    const none = await call(['event-store', 'set-up', '--user', 'root'], { PLANNING_BACKUP_EVENTSTORE: '' });
    expect(none).toMatchObject({ end: 2 });
    await secured.close();
  });
});
