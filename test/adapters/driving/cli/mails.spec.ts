import { beforeEach, describe, expect, test } from 'vitest';
import { ABENDBLATT, Machine, sftpServer } from './call.ts';

let machine: Machine;
beforeEach(() => {
  machine = new Machine(sftpServer());
});

const PAUSE = 'pause --plan plan.json --actor anna';

describe('a command that changes something', () => {
  test('sends its mails before it ends, and says so', async () => {
    const { exit, out } = await machine.setUp();
    expect([exit, machine.mailer.delivered.map(({ address }) => address)]).toEqual([0, ['ben@abendblatt.example']]);
    expect(out).toContain('Sent: 1 mail.');
    expect((await machine.call(`${PAUSE} --lang de`)).out).toContain('Gesendet: 1 E-Mail.');
    expect(machine.mailer.delivered).toHaveLength(2);
  });

  test('says where the mails lie where no mail server is set', async () => {
    machine.outbox = '/data/outbox';
    const { out } = await machine.setUp();
    expect(out).toContain('1 mail as .eml in /data/outbox');
  });

  test('says what is left to the worker, and is done all the same', async () => {
    machine.mailer.refusal = 'mail-server-unavailable';
    const { exit, out } = await machine.setUp();
    expect(exit).toBe(0);
    expect(out).toContain('Not sent yet: 1 mail.');
    const { out: json } = await machine.call(`${PAUSE} --json`);
    expect(JSON.parse(json).mails).toEqual({ sent: 0, left: 1, outbox: null });
  });

  test('sends none where nothing was changed', async () => {
    await machine.setUp();
    await machine.call(PAUSE);
    const { out } = await machine.call(PAUSE);
    expect(out).not.toMatch(/mail/i);
    expect(machine.mailer.delivered).toHaveLength(2);
  });

  test('by the host’s word: a night under another time zone tells everybody', async () => {
    await machine.setUp();
    machine.plan('plan.json', { ...ABENDBLATT, timeZone: 'Europe/London' });
    const { err } = await machine.call('backup --plan plan.json');
    expect(err).toContain('Sent: 2 mails.');
    expect(machine.mailer.delivered.slice(1).map(({ address }) => address)).toEqual([
      'anna@abendblatt.example',
      'ben@abendblatt.example',
    ]);
  });
});

describe('the history', () => {
  test('says of each who was to be told what became of the mail', async () => {
    await machine.setUp();
    machine.mailer.refusal = 'mail-refused';
    await machine.call(PAUSE);
    const { out } = await machine.call('history --organisation abendblatt --plan plan.json --lang de');
    expect(out).toContain('Zu benachrichtigen: Ben Schulz (ben): gesendet 2026-11-24 21:00:00');
    expect(out).toContain('Zu benachrichtigen: Ben Schulz (ben): noch nicht gesendet');
    const { out: json } = await machine.call('history --organisation abendblatt --json');
    expect(JSON.parse(json).changes.map(({ notices }: { notices: unknown }) => notices)).toEqual([
      [{ recipientId: 'ben', status: 'sent', at: '2026-11-24T20:00:00Z' }],
      [{ recipientId: 'ben', status: 'waiting' }],
    ]);
  });
});
