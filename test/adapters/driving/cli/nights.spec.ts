import { describe, expect, test } from 'vitest';
import { aHostKey } from '../../../builders/destination.ts';
import { ABENDBLATT, CONFIGURE, Machine, PASSWORD, sftpServer } from './call.ts';

const STORY = { id: '1', title: 'Hafen', publications: [{ id: 'p', start: { date: '2026-11-25' } }] };
const BROKEN = { id: '2', title: 'Fähre', publications: [{ id: 'p', start: { date: '2026-02-30' } }] };

const ready = async () => {
  const server = sftpServer();
  const machine = new Machine(server);
  machine.plan('plan.json', ABENDBLATT, [STORY]);
  await machine.setUp();
  return { machine, server };
};

test('a delivered night says file, rows, bytes and SHA-256, with progress on standard error', async () => {
  const { machine, server } = await ready();
  const { exit, out, err } = await machine.call('backup --plan plan.json');
  expect(exit).toBe(0);
  expect(out).toContain('Night 2026-11-24 of Abendblatt to sftp://sftp.example/backup, attempt 1: delivered');
  expect(out).toMatch(/Themenplanung\.xlsx: 1 row, [\d,]+ bytes\n {4}SHA-256 [0-9a-f]{64}\n/);
  expect(out).toContain('Terminplanung.xlsx: 0 rows');
  expect(err.split('\n')).toEqual([
    'Read the plan: 1 story, 0 events, 0 in need of a look.',
    expect.stringContaining('Wrote the story plan: 1 row,'),
    expect.stringContaining('Wrote the event plan: 0 rows'),
    'Connected and logged in.',
    expect.stringContaining('Uploaded the story plan'),
    expect.stringContaining('Uploaded the event plan'),
    'Put the story plan in place.',
    'Put the event plan in place.',
    '',
  ]);
  expect([...server.files.keys()].sort()).toEqual(['/backup/Terminplanung.xlsx', '/backup/Themenplanung.xlsx']);
});

describe('records that need a look', () => {
  test('are named with id, title and field, and the night is delivered', async () => {
    const { machine } = await ready();
    machine.plan('plan.json', ABENDBLATT, [STORY, BROKEN]);
    const { exit, out } = await machine.call('backup --plan plan.json --lang de');
    expect(exit).toBe(0);
    expect(out).toContain('1 Eintrag ist zu prüfen:');
    expect(out).toContain('Thema 2 „Fähre“: publications[0].start.date – dieses Datum gibt es nicht');
    expect((await machine.call('status')).out).toContain('could not be read in the last night');
  });

  test('fail a strict night, with exit 1', async () => {
    const { machine, server } = await ready();
    machine.plan('plan.json', ABENDBLATT, [BROKEN]);
    const { exit, out } = await machine.call('backup --plan plan.json --strict --json');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'failed', error: { code: 'records-need-a-look' } });
    expect(server.files.size).toBe(0);
  });
});

test('a failed night says step, code and remedy, and exits 1', async () => {
  const { machine } = await ready();
  await machine.call('configure --plan plan.json --actor anna --user redaktion --destination sftp://sftp.example/none');
  const { exit, out, err } = await machine.call('backup --plan plan.json --lang de');
  expect(exit).toBe(1);
  expect(out).toContain('Gescheitert beim Wechseln in das Verzeichnis: Das Verzeichnis gibt es nicht');
  expect(out).toContain('(directory-missing)');
  expect(err).toContain('Die Nacht ist gescheitert');
  const status = (await machine.call('status')).out;
  expect(status).toContain('2026-11-24  failed');
  expect(status).toContain('was not delivered in full');
});

test.each([
  ['pause --plan plan.json --actor anna', 'backup --plan plan.json', 1, 'BackupPaused'],
  [
    'backup --plan plan.json --night 2026-11-25',
    'backup --plan plan.json --night 2026-11-23',
    2,
    'NightOlderThanDelivered',
  ],
  ['remove --plan plan.json --actor anna', 'backup --plan plan.json', 2, 'BackupNotSetUp'],
])('after “%s”, “%s” is refused with %i', async (before, call, exit, code) => {
  const { machine } = await ready();
  await machine.call(before);
  const refused = await machine.call(`${call} --json`);
  expect(refused.exit).toBe(exit);
  expect(JSON.parse(refused.out).error.code).toBe(code);
});

test('the time zone of the plan is taken over first, and that is said', async () => {
  const { machine } = await ready();
  machine.plan('plan.json', { ...ABENDBLATT, timeZone: 'Pacific/Kiritimati' });
  const { exit, out, err } = await machine.call('backup --plan plan.json');
  expect(exit).toBe(0);
  expect(err).toContain('The time zone of the plan was taken over: Europe/Berlin → Pacific/Kiritimati.');
  expect(out).toContain('Night 2026-11-25');
});

test('an interrupt closes what was opened, and ends the call', async () => {
  const { machine, server } = await ready();
  server.plan({ on: 'connect', server: 'stays-silent' });
  const interrupt = new AbortController();
  const running = machine.call('backup --plan plan.json', '', interrupt.signal);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(machine.open).toBe(1);
  interrupt.abort();
  const { exit, err } = await running;
  expect(exit).toBe('interrupted');
  expect(err).toContain('Interrupted.');
  expect(machine.open).toBe(0);
});

test('no call shows the password, whatever fails', async () => {
  const calls = [
    `${CONFIGURE} --destination sftp://sftp.example/backup`,
    `${CONFIGURE} --destination sftp://sftp.example/backup --trust ${aHostKey('B').fingerprint}`,
    'backup --plan plan.json',
    'backup --plan plan.json --strict --older',
    `${CONFIGURE} --destination ftps://sftp.example/backup --tls explicit`,
    'status --json',
    'history --organisation abendblatt --plan plan.json --json',
    'pause --plan plan.json --actor mallory',
    'rotate-master-key',
    'remove --plan plan.json --actor anna --json',
  ];
  for (const fault of ['none', 'is-unreachable', 'refuses'] as const) {
    const { machine, server } = await ready();
    machine.env.PLANNING_BACKUP_PASSWORD = PASSWORD;
    for (const call of calls) {
      if (fault !== 'none') server.plan({ on: 'connect', server: fault });
      const { all } = await machine.call(call, PASSWORD);
      expect(all).not.toBe('');
      for (const form of [PASSWORD, encodeURIComponent(PASSWORD), Buffer.from(PASSWORD).toString('base64')])
        expect(all).not.toContain(form);
    }
  }
});
