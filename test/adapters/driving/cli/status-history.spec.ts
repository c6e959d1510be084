import { describe, expect, test } from 'vitest';
import { InMemoryEventLog } from '../../../../src/adapters/driven/in-memory/event-log.ts';
import { InMemoryFileServer } from '../../../../src/adapters/driven/in-memory/file-server.ts';
import { ABENDBLATT, ANNA, Machine, sftpServer } from './call.ts';

const ready = async (): Promise<Machine> => {
  const machine = new Machine(sftpServer());
  await machine.setUp();
  return machine;
};

test.each([
  ['de', 'liegt kein Datenbestand', 'ist kein Backup eingerichtet'],
  ['en', 'There is no data in', 'No backup is set up in'],
])('status tells data in which nothing is set up from no data at all, in %s', async (lang, nothing, none) => {
  const machine = new Machine();
  const call = () => machine.call(`status --lang ${lang}`);
  expect(await call()).toMatchObject({ exit: 0, out: '', err: expect.stringContaining(nothing) });
  machine.opened = 1;
  const { exit, err } = await call();
  expect([exit, err]).toEqual([0, expect.stringContaining(none)]);
});

test('status of nothing makes nothing', async () => {
  const machine = new Machine();
  expect((await machine.call('status')).exit).toBe(0);
  expect(machine.opened).toBe(0);
  expect(JSON.parse((await machine.call('status --json')).out)).toMatchObject({ organisations: [], warnings: [] });
});

test('status says settings, last nights, head and warnings', async () => {
  const machine = await ready();
  await machine.call('backup --plan plan.json');
  await machine.call('pause --plan plan.json --actor anna');
  const { exit, out } = await machine.call('status --organisation abendblatt');
  expect(exit).toBe(0);
  expect(out).toContain('abendblatt: paused, version 5');
  expect(out).toMatch(/destination +sftp:\/\/sftp\.example\/backup/);
  expect(out).toMatch(/checksum +[0-9a-f]{64}/);
  expect(out).toContain('2026-11-24  delivered, story plan 0 rows, event plan 0 rows');
  expect(out).toContain('The backup is paused');
  expect(out).toContain('lies beside the store');
});

test.each([
  ['en', 'The server refuses the login. (login-refused)', '→ Check user name and password'],
  ['de', 'Der Server lehnt die Anmeldung ab. (login-refused)', '→ Prüfen Sie'],
])('status says of a file that failed the code and what mends it, in %s', async (lang, what, remedy) => {
  const machine = new Machine(new InMemoryFileServer({ ...sftpServer().options, password: 'another' }));
  await machine.setUp();
  await machine.call('backup --plan plan.json');
  const { out } = await machine.call(`status --lang ${lang}`);
  expect(out).toContain(what);
  expect(out).toContain(remedy);
});

test('status as JSON holds the same', async () => {
  const machine = await ready();
  await machine.call('backup --plan plan.json');
  const { organisations } = JSON.parse((await machine.call('status --json')).out);
  expect(organisations).toMatchObject([
    {
      organisation: 'abendblatt',
      status: 'active',
      version: 3,
      settings: { destination: { host: 'sftp.example' } },
      nights: [{ night: '2026-11-24', outcome: 'delivered', attempt: 1 }],
    },
  ]);
});

describe.each(['status', 'history --organisation abendblatt', 'backup --plan plan.json'])('%s', (call) => {
  test('of an altered history exits 3 and says where', async () => {
    const machine = await ready();
    const stored = machine.log.stored.map((event) => ({ ...event, actorId: 'mallory' }));
    Object.assign(machine, { log: new InMemoryEventLog(machine.clock, stored) });
    const { exit, out } = await machine.call(`${call} --json`);
    expect(exit).toBe(3);
    expect(JSON.parse(out).error).toMatchObject({
      code: 'AlteredHistory',
      message: expect.stringContaining('backupConfiguration-abendblatt, version 1'),
    });
  });
});

describe('history', () => {
  test('says version, local time, who, from and to, and who was to be told; a plan gives names', async () => {
    const machine = await ready();
    const change = 'configure --plan plan.json --actor ben --user redaktion --destination sftp://sftp.example/other';
    await machine.call(change);
    const { exit, out } = await machine.call('history --organisation abendblatt --plan plan.json --lang de');
    expect(exit).toBe(0);
    expect(out).toMatch(/^Version {2}Wann \(Europe\/Berlin\) +Wer +Was\n/);
    expect(out).toMatch(/\n5 +2026-11-24 21:00:00 +Ben Schulz \(ben\) +Ziel: .*\/backup → .*\/other\n/);
    expect(out).toContain('Zu benachrichtigen: Anna Weber (anna)');
  });

  test.each(['--json', '--format json', '--format=json'])('%s gives one document with the facts', async (json) => {
    const machine = await ready();
    const { out } = await machine.call(`history --organisation abendblatt ${json}`);
    expect(JSON.parse(out)).toMatchObject({
      organisation: 'abendblatt',
      changes: [
        {
          version: 3,
          actor: { id: 'anna' },
          occurredAt: '2026-11-24T20:00:00Z',
          facts: [{ type: 'BackupSetUp' }, { type: 'FileNamesFixed' }],
          toBeTold: [{ id: 'ben' }],
        },
      ],
    });
  });

  test("with another organisation's plan is a wrong call", async () => {
    const machine = await ready();
    machine.plan('other.json', { ...ABENDBLATT, id: 'other' });
    const { exit } = await machine.call('history --organisation abendblatt --plan other.json');
    expect(exit).toBe(2);
  });
});

test('a new master key wraps what is stored, and the next night still opens it', async () => {
  const machine = await ready();
  const { exit, out } = await machine.call('rotate-master-key --json');
  expect([exit, JSON.parse(out).secrets]).toEqual([0, 1]);
  expect((await machine.call('backup --plan plan.json')).exit).toBe(0);
});

test('names from outside do nothing to a terminal', async () => {
  const machine = new Machine(sftpServer());
  const evil = { ...ANNA, id: 'ben', name: '\u001b[2JBen\u202e\nError: no' };
  machine.plan('plan.json', { ...ABENDBLATT, name: 'Abend\u009bblatt', administrators: [ANNA, evil] });
  const { out } = await machine.setUp();
  expect(out).toContain('Abend\\u{9b}blatt');
  expect(out).toContain('\\u{1b}[2JBen\\u{202e}\\u{a}Error: no');
  const { out: json } = await machine.call('history --organisation abendblatt --plan plan.json --json');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(JSON.parse(json).changes[0].toBeTold[0].name).toBe(evil.name);
});
