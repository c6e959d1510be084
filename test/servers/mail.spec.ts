import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SystemClock } from '../../src/adapters/driven/clock/system-clock.ts';
import { SmtpMailer } from '../../src/adapters/driven/smtp/smtp-mailer.ts';
import { readSmtpServer } from '../../src/adapters/driven/smtp/smtp-server-address.ts';
import { messageIdOf } from '../../src/adapters/shared/mails/message.ts';
import { type Mailer, MailNotTaken } from '../../src/application/ports/mailer.ts';
import type { Organisation } from '../../src/application/ports/organisation-directory.ts';
import { aMail } from '../builders/mail.ts';
import { aSender } from '../builders/sender.ts';
import { valid } from '../builders/valid.ts';
import { type Child, startChild } from '../support/child/child.ts';
import { aSaveRequest } from '../support/newsroom.ts';
import { type NewsroomOnDisk, newsroomOnDisk } from '../support/newsroom-on-disk.ts';
import { realParts } from '../support/real-parts/description.ts';
import { header } from '../support/smtp/header.ts';

const { mail, tls } = realParts();
const login = `${mail.user}:${encodeURIComponent(mail.password)}`;
const urls = {
  STARTTLS: `smtp://${login}@${mail.host}:${mail.startTlsPort}`,
  'implicit TLS': `smtps://${login}@${mail.host}:${mail.implicitTlsPort}`,
};
const furtherAuthorities = [readFileSync(tls.caFile, 'utf8')];

const mailerTo = (url: string): Mailer =>
  new SmtpMailer({ server: valid(readSmtpServer(url)), from: aSender(), clock: new SystemClock(), furtherAuthorities });

const administrator = (id: string, locale: 'de' | 'en') =>
  ({ id, name: `${id} Müller`, email: `${id}@${mail.domain}`, locale }) as const;

const ORGANISATION: Organisation = {
  ...{ id: 'abendblatt', name: 'Abendblatt', timeZone: 'Europe/Berlin', locale: 'de' },
  administrators: [administrator('anna', 'de'), administrator('ben', 'en'), administrator('carla', 'de')],
};

/** What lies in a Maildir: whole messages only (https://cr.yp.to/proto/maildir.html). */
const mailbox = (name: string): readonly string[] => {
  const folder = join(mail.maildirs, name, 'new');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r?\n/g, '\r\n'));
};

const idsIn = (name: string): readonly string[] => mailbox(name).map((message) => header(message, 'Message-ID') ?? '');

let folder: string;
let own: NewsroomOnDisk | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-mail-'));
  for (const name of mail.mailboxes) rmSync(join(mail.maildirs, name), { recursive: true, force: true });
});
afterEach(() => {
  own?.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = (mailer: Mailer, organisation = ORGANISATION): NewsroomOnDisk => {
  own = newsroomOnDisk(folder, { organisation, mailer, clock: new SystemClock() });
  return own;
};

/** The change's id. */
const setUp = async ({ configuring }: NewsroomOnDisk): Promise<string> => {
  const outcome = await configuring.save(aSaveRequest());
  if (outcome.outcome !== 'changed') throw new Error(outcome.outcome);
  return outcome.changeId;
};

describe('a real mail server', () => {
  it.each(Object.entries(urls))('delivers to all others and not to the one who acted, over %s', async (_, url) => {
    const backup = opened(mailerTo(url));
    const changeId = await setUp(backup);
    expect(await backup.notifying.notifyOf(ORGANISATION.id, changeId)).toEqual({ settled: 2, waiting: 0 });
    await expect
      .poll(() => ['anna', 'ben', 'carla'].map((name) => mailbox(name).length), { timeout: 5_000 })
      .toEqual([0, 1, 1]);
    expect(idsIn('ben')).toEqual([messageIdOf(`${changeId}/ben`, aSender())]);
    expect(idsIn('carla')).toEqual([messageIdOf(`${changeId}/carla`, aSender())]);
    const [toBen = ''] = mailbox('ben');
    expect(header(toBen, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(toBen, 'To')).toMatch(/<ben@mail\.test\.example>$/);
    expect(header(toBen, 'Received')).toMatch(/with esmtpsa/);
    expect((await backup.history.changes(ORGANISATION.id))[0]?.notices).toMatchObject([
      { recipientId: 'ben', status: 'sent' },
      { recipientId: 'carla', status: 'sent' },
    ]);
  });

  it.each([
    ['an unknown mailbox', `nobody@${mail.domain}`, 'mail-refused'],
    ['a mailbox that is busy', `${mail.busyMailbox}@${mail.domain}`, 'mail-server-unavailable'],
    ['a domain that it does not know', 'ben@elsewhere.example', 'mail-refused'],
  ])('takes no mail for %s', async (_, address, code) => {
    const error: unknown = await mailerTo(urls.STARTTLS)
      .send(aMail({ addresses: [address] }))
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(MailNotTaken);
    expect(error).toMatchObject({ code });
  });

  it('that does not know the password costs no notice: it waits', async () => {
    const backup = opened(mailerTo(`smtp://${mail.user}:wrong@${mail.host}:${mail.startTlsPort}`));
    const changeId = await setUp(backup);
    expect(await backup.notifying.notifyOf(ORGANISATION.id, changeId)).toEqual({ settled: 0, waiting: 2 });
    expect(mailbox('ben')).toEqual([]);
  });
});

describe('two workers on one store, killed in the middle again and again', () => {
  /** Minutes are seconds, so that a dead worker's claim is taken over in two. */
  const TIMES = 60;
  const KILLS = 8;
  const request = { organisationId: ORGANISATION.id, actorId: 'anna', requestId: null, expectedVersion: null };
  let workers: Child[] = [];

  const worker = (): Child =>
    startChild('send-notices.ts', folder, urls.STARTTLS, tls.caFile, JSON.stringify(ORGANISATION), String(TIMES));
  const kill = async (child: Child): Promise<void> => {
    child.process.kill('SIGKILL');
    expect(await child.ended).toBe('SIGKILL');
  };

  beforeAll(() => {
    workers = [];
  });
  afterAll(async () => {
    for (const child of workers) child.process.kill('SIGKILL');
    for (const child of workers) await child.ended;
  });

  it('lose no mail, and double one under its own Message-ID only', async () => {
    const backup = opened(mailerTo(urls.STARTTLS));
    await setUp(backup);
    workers = [worker(), worker()];
    for (let killed = 0; killed < KILLS; killed += 1) {
      const [first, second] = workers as [Child, Child];
      await Promise.race([first.printed(1), wait(3_000)]);
      await backup.configuring[killed % 2 === 0 ? 'pause' : 'resume'](request);
      // At another moment of looking, claiming, handing over and recording each time.
      await wait(killed * 11);
      await kill(first);
      workers = [second, worker()];
    }
    const settled = async (): Promise<readonly string[]> =>
      (await backup.history.changes(ORGANISATION.id)).flatMap(({ notices }) => notices.map(({ status }) => status));
    await expect.poll(settled, { timeout: 40_000, interval: 200 }).toEqual(Array((KILLS + 1) * 2).fill('sent'));
    for (const child of workers) await kill(child);
    const changes = await backup.history.changes(ORGANISATION.id);
    for (const name of ['ben', 'carla']) {
      const owed = changes.map(({ changeId }) => messageIdOf(`${changeId}/${name}`, aSender())).sort();
      await expect.poll(() => [...new Set(idsIn(name))].sort(), { timeout: 10_000 }).toEqual(owed);
    }
    expect(mailbox('anna')).toEqual([]);
  }, 120_000);
});
