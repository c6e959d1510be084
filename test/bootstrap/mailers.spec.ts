import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SystemClock } from '../../src/adapters/driven/clock/system-clock.ts';
import { EmlFileMailer } from '../../src/adapters/driven/eml-files/eml-file-mailer.ts';
import { SmtpMailer } from '../../src/adapters/driven/smtp/smtp-mailer.ts';
import { type CallEnd, runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import { MailSettingsUnusable } from '../../src/adapters/driving/cli/unusable.ts';
import { Secret } from '../../src/application/secret.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';
import { mailerFor } from '../../src/bootstrap/mailers.ts';
import { aHostKey } from '../builders/destination.ts';

const chosen = (smtp: string | null, mailFrom: string | null) =>
  mailerFor({
    smtp: smtp === null ? null : new Secret(smtp),
    mailFrom,
    dataDirectory: '/data',
    clock: new SystemClock(),
  });

describe('how mails leave', () => {
  it('is files in the data folder where nothing is set', () => {
    expect(chosen(null, null)).toEqual({ mailer: expect.any(EmlFileMailer), outbox: '/data/outbox' });
  });

  it('is the mail server that is set', () => {
    const mailer = chosen('smtps://u:p@mail.example', 'Planung <planung@dienst.example>');
    expect(mailer).toEqual({ mailer: expect.any(SmtpMailer), outbox: null });
  });

  it.each([
    ['smtp://u:Kanari/e@mail.example', 'planung@dienst.example', 'smtp-url-malformed'],
    ['smtp://u:Kanarie@mail.example?tls=none', 'planung@dienst.example', 'smtp-without-tls-beyond-loopback'],
    ['smtp://u:Kanarie@mail.example', null, 'mail-from-missing'],
    ['smtp://u:Kanarie@mail.example', 'Planung', 'mail-from-malformed'],
    [null, 'planung@dienst.example\r\nBcc: eve@evil.example', 'mail-from-malformed'],
  ])('is wrong with %j and %j: %s', (smtp, from, problem) => {
    try {
      chosen(smtp, from);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(MailSettingsUnusable);
      expect(error).toMatchObject({ problem, message: problem });
    }
  });
});

describe('the command line with a real store', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'planning-backup-mailers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const called = async (env: Record<string, string>): Promise<{ end: CallEnd; said: string }> => {
    const organisation = {
      ...{ id: 'abendblatt', name: 'Abendblatt', timeZone: 'Europe/Berlin', locale: 'de' },
      administrators: [
        { id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'de' },
        { id: 'ben', name: 'Ben Okafor', email: 'ben@abendblatt.example', locale: 'en' },
      ],
    };
    const plan = join(folder, 'plan.json');
    writeFileSync(plan, JSON.stringify({ organisation, stories: [], events: [] }));
    let said = '';
    const stream = { write: (text: string) => (said += text) };
    const line = ['configure', '--plan', plan, '--actor', 'anna', '--destination', 'sftp://sftp.example/backup'];
    const end = await runCommandLine([...line, '--user', 'u', '--trust', aHostKey().fingerprint], {
      installation: embedded,
      env: { PLANNING_BACKUP_DATA: join(folder, 'data'), PLANNING_BACKUP_PASSWORD: 'geheim', ...env },
      stdin: (async function* () {})(),
      ...{
        stdout: stream,
        stderr: stream,
        program: 'planning-backup',
        version: '1.2.3',
        signal: new AbortController().signal,
      },
    });
    return { end, said };
  };

  it('writes the mail to Ben into the outbox, and says where', async () => {
    const { end, said } = await called({});
    expect(end).toBe(0);
    const outbox = join(folder, 'data', 'outbox');
    expect(said).toContain(outbox);
    expect(readdirSync(outbox)).toEqual([expect.stringMatching(/-ben-[0-9a-f]{12}\.eml$/)]);
  });

  it('refuses wrong mail settings with what to write, makes nothing, and repeats no password', async () => {
    const { end, said } = await called({ PLANNING_BACKUP_SMTP: 'smtp://u:Kanari/e@mail.example' });
    expect(end).toBe(2);
    expect(said).toContain('smtp://user:password@host:port');
    expect(said).not.toContain('Kanari');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('leaves the mail to the worker where the mail server cannot be had', async () => {
    const url = 'smtp://127.0.0.1:9?tls=none';
    const from = 'planung@dienst.example';
    const { end, said } = await called({ PLANNING_BACKUP_SMTP: url, PLANNING_BACKUP_MAIL_FROM: from });
    expect(end).toBe(0);
    expect(said).toContain('Not sent yet: 1 mail.');
  });
});
