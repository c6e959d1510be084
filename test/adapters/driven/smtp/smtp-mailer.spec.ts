import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { SmtpMailer, type SmtpMailerOptions } from '../../../../src/adapters/driven/smtp/smtp-mailer.ts';
import { readSmtpServer } from '../../../../src/adapters/driven/smtp/smtp-server-address.ts';
import { MailNotTaken } from '../../../../src/application/ports/mailer.ts';
import { aMail } from '../../../builders/mail.ts';
import { aSender } from '../../../builders/sender.ts';
import { valid } from '../../../builders/valid.ts';
import { mailerContract } from '../../../contracts/mailer.contract.ts';
import { header } from '../../../support/smtp/header.ts';
import {
  politelyUntil,
  type RawSmtpServer,
  type Script,
  startRawSmtpServer,
} from '../../../support/smtp/raw-smtp-server.ts';
import { LOGIN, SERVER_TEXT, startSmtpServer, type TestSmtpServer } from '../../../support/smtp/test-smtp-server.ts';

const clock = { now: () => Temporal.Instant.from('2026-11-24T23:31:00Z') };

const mailerTo = (url: string, more: Partial<SmtpMailerOptions> = {}): SmtpMailer =>
  new SmtpMailer({ server: valid(readSmtpServer(url)), from: aSender(), clock, patience: 2_000, ...more });

const outcome = (sending: Promise<void>): Promise<string> =>
  sending.then(
    () => 'taken',
    (error: unknown) => {
      expect(error).toBeInstanceOf(MailNotTaken);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/Kanarienvogel/);
      return (error as MailNotTaken).code;
    },
  );

/** A login that is let in, so that nothing but the certificate stands in the way. */
const RIGHT = `${LOGIN.user}:${encodeURIComponent(LOGIN.password)}`;

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const started = async (...options: Parameters<typeof startSmtpServer>): Promise<TestSmtpServer> => {
  const server = await startSmtpServer(...options);
  servers.push(server);
  return server;
};

const scripted = async (script: Script): Promise<RawSmtpServer> => {
  const server = await startRawSmtpServer(script);
  servers.push(server);
  return server;
};

mailerContract('SMTP', async () => {
  const server = await startSmtpServer('starttls');
  return {
    mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, { furtherAuthorities: [server.authority] }),
    delivered: async () =>
      server.received.map(({ to, message }) => ({ address: to.join(), id: header(message, 'Message-ID') ?? '' })),
    refuse: (code) => {
      server.replies.data = code === null ? null : { 'mail-refused': 550, 'mail-server-unavailable': 451 }[code];
    },
    close: () => server.close(),
  };
});

describe('an SMTP server', () => {
  it.each([
    ['STARTTLS', 'starttls', 'smtp'],
    ['implicit TLS', 'implicit', 'smtps'],
  ] as const)('gets mails over %s, after a login', async (_, tls, scheme) => {
    const server = await started(tls, { needsLogin: true });
    const mailer = mailerTo(`${scheme}://${RIGHT}@127.0.0.1:${server.port}`, {
      furtherAuthorities: [server.authority],
    });
    await mailer.send(aMail());
    expect(server.received).toEqual([
      {
        from: 'planung@dienst.example',
        to: ['ben@abendblatt.example'],
        message: expect.stringContaining('Date: Tue, 24 Nov 2026 23:31:00 +0000'),
        user: LOGIN.user,
        isEncrypted: true,
      },
    ]);
  });

  it('on loopback gets them without TLS where the URL says so', async () => {
    const server = await started('none');
    await mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`).send(aMail());
    expect(server.received).toMatchObject([{ isEncrypted: false, user: null }]);
  });

  it('that offers no STARTTLS gets neither mail nor password', async () => {
    const lines: string[] = [];
    const server = await scripted(
      politelyUntil(/^STARTTLS/, (line) => {
        lines.push(line);
        return '502 no\r\n';
      }),
    );
    expect(await outcome(mailerTo(`smtp://u:geheim@127.0.0.1:${server.port}`).send(aMail()))).toBe(
      'mail-server-unavailable',
    );
    expect(server.lines.filter((line) => /^(?:AUTH|MAIL|DATA)/.test(line))).toEqual([]);
  });

  it.each(['starttls', 'implicit'] as const)(
    'with a certificate that nobody vouches for gets neither (%s)',
    async (tls) => {
      const server = await started(tls, { needsLogin: true });
      const scheme = tls === 'implicit' ? 'smtps' : 'smtp';
      expect(await outcome(mailerTo(`${scheme}://${RIGHT}@127.0.0.1:${server.port}`).send(aMail()))).toBe(
        'mail-server-unavailable',
      );
      expect(server.received).toEqual([]);
    },
  );

  it.each(['starttls', 'implicit'] as const)('with a certificate for another name gets neither (%s)', async (tls) => {
    const server = await started(tls, { needsLogin: true });
    const scheme = tls === 'implicit' ? 'smtps' : 'smtp';
    const url = `${scheme}://${RIGHT}@localhost:${server.port}`;
    const mailer = mailerTo(url, { furtherAuthorities: [server.authority] });
    expect(await outcome(mailer.send(aMail()))).toBe('mail-server-unavailable');
    expect(server.received).toEqual([]);
  });

  it('gets one connection for each mail', async () => {
    const server = await started('none');
    const mailer = mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`);
    for (const key of ['a', 'b', 'c']) await mailer.send(aMail({ key }));
    expect(server.connections()).toBe(3);
  });
});

describe('a mail that is not taken', () => {
  it.each([
    ['login', 535, 'mail-server-unavailable'],
    ['sender', 451, 'mail-server-unavailable'],
    ['sender', 550, 'mail-refused'],
    ['data', 451, 'mail-server-unavailable'],
    ['data', 552, 'mail-refused'],
    ['data', 554, 'mail-refused'],
  ] as const)('at the %s with %d: %s, and nothing of what the server said', async (step, reply, code) => {
    const server = await started('none', { needsLogin: step === 'login' });
    server.replies[step] = reply;
    const login = step === 'login' ? `${RIGHT}@` : '';
    const mailer = mailerTo(`smtp://${login}127.0.0.1:${server.port}?tls=none`);
    expect(SERVER_TEXT).toMatch(/Kanarienvogel/);
    expect(await outcome(mailer.send(aMail()))).toBe(code);
  });

  it.each([
    [421, 'mail-server-unavailable'],
    [450, 'mail-server-unavailable'],
    [550, 'mail-refused'],
    [553, 'mail-refused'],
  ])('at the recipient with %d: %s', async (reply, code) => {
    const server = await started('none');
    server.replies.recipient = () => reply;
    expect(await outcome(mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`).send(aMail()))).toBe(code);
  });

  it.each<[string, Script]>([
    ['the server goes away when it is called', () => undefined],
    ['it says that it has no service', () => '554 no service\r\n'],
    ['it speaks another protocol', () => 'SSH-2.0-OpenSSH_9.2p1\r\n'],
    ['it goes away after EHLO', politelyUntil(/^EHLO/, () => undefined)],
    ['it goes away after MAIL', politelyUntil(/^MAIL/, () => undefined)],
    ['it goes away after RCPT', politelyUntil(/^RCPT/, () => undefined)],
    ['it dies after DATA', politelyUntil(/^DATA/, () => undefined)],
    ['it dies at the end of the message, which it may have taken', politelyUntil(/^\.$/, () => undefined)],
    ['it shuts down at the end of the message', politelyUntil(/^\.$/, () => '421 shutting down\r\n')],
  ])('because %s: the mail server is unavailable', async (_, script) => {
    const server = await scripted(script);
    const mailer = mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`);
    expect(await outcome(mailer.send(aMail()))).toBe('mail-server-unavailable');
    await expect.poll(server.open).toBe(0);
  });

  it('because nobody listens: the mail server is unavailable', async () => {
    const server = await scripted(() => undefined);
    await server.close();
    const mailer = mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`);
    expect(await outcome(mailer.send(aMail()))).toBe('mail-server-unavailable');
  });

  it.each<[string, Script]>([
    ['says nothing', () => ''],
    ['hangs after EHLO', politelyUntil(/^EHLO/, () => '')],
    ['hangs after RCPT', politelyUntil(/^RCPT/, () => '')],
    ['hangs after DATA', politelyUntil(/^DATA/, () => '')],
    ['hangs at the end of the message', politelyUntil(/^\.$/, () => '')],
    [
      'trickles a greeting without end',
      (_, say) => {
        const timer = setInterval(() => say('220-still here\r\n'), 20);
        setTimeout(() => clearInterval(timer), 3_000).unref();
        return '220-here\r\n';
      },
    ],
  ])('by a server that %s is cut by the signal, and its connection with it', async (_, script) => {
    const server = await scripted(script);
    const mailer = mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`, { patience: 30_000 });
    const begin = performance.now();
    expect(await outcome(mailer.send(aMail(), AbortSignal.timeout(150)))).toBe('mail-server-unavailable');
    expect(performance.now() - begin).toBeLessThan(1_000);
    await expect.poll(server.open).toBe(0);
  });

  it('by a server that is silent is given up when patience ends, without a signal', async () => {
    const server = await scripted(politelyUntil(/^RCPT/, () => ''));
    const mailer = mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`, { patience: 100 });
    expect(await outcome(mailer.send(aMail()))).toBe('mail-server-unavailable');
    await expect.poll(server.open).toBe(0);
  });
});

describe('a mail to two addresses', () => {
  const both = { addresses: ['ben@alt.example', 'ben@neu.example'] };

  it('is two envelopes, each with its own address in it and nothing of the other', async () => {
    const server = await started('none');
    await mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`).send(aMail(both));
    const got = server.received.map(({ to, message }) => [to, header(message, 'To')]);
    expect(got.sort()).toEqual([
      [['ben@alt.example'], 'Ben Okafor <ben@alt.example>'],
      [['ben@neu.example'], 'Ben Okafor <ben@neu.example>'],
    ]);
  });

  it('is not taken if one of them is refused, and goes to that one only in the next tries', async () => {
    const server = await started('none');
    server.replies.recipient = (address) => (address === 'ben@alt.example' ? 550 : null);
    const mailer = mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`);
    for (let tries = 0; tries < 3; tries += 1) expect(await outcome(mailer.send(aMail(both)))).toBe('mail-refused');
    expect(server.received.map(({ to }) => to)).toEqual([['ben@neu.example']]);
    server.replies.recipient = () => null;
    expect(await outcome(mailer.send(aMail(both)))).toBe('taken');
    expect(server.received.map(({ to }) => to)).toEqual([['ben@neu.example'], ['ben@alt.example']]);
  });

  it('reaches the one while the other hangs', async () => {
    const [patience, seen] = [new AbortController(), new Set<string>()];
    let calls = 0;
    const server = await scripted((line, say) => {
      if (line === 'connected') calls += 1;
      const hangs = line.startsWith('RCPT') && line.includes('alt.example');
      if (hangs || line === '.') seen.add(line);
      if (seen.size === 2) patience.abort();
      if (hangs) return '';
      return politelyUntil(/^never$/, () => '')(line, say);
    });
    const mailer = mailerTo(`smtp://127.0.0.1:${server.port}?tls=none`);
    expect(await outcome(mailer.send(aMail(both), patience.signal))).toBe('mail-server-unavailable');
    expect(calls).toBe(2);
    expect(server.lines.filter((line) => line === '.').length).toBe(1);
  });
});
