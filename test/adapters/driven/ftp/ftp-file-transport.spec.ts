import { X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import {
  FtpFileTransport,
  type FtpFileTransportOptions,
} from '../../../../src/adapters/driven/ftp/ftp-file-transport.ts';
import { TransportFailure } from '../../../../src/application/ports/file-transport.ts';
import type { TlsMode } from '../../../../src/domain/destination/destination.ts';
import { bytesOf, identityOf, type RequestChange, requestOf } from '../../../contracts/file-transport/harness.ts';
import { type Listener, listen, loopbackNetwork } from '../../shared/guarded-network/loopback.ts';
import { AUTHORITY, EXPIRED, SELF_SIGNED, SERVER_NAME, SIGNED } from './certificates.ts';
import {
  SCRIPTED_LOGIN,
  type ScriptedFtpOptions,
  type ScriptedFtpServer,
  scriptedFtpServer,
} from './scripted-ftp-server.ts';

const LIMITS = { deadline: 5_000 };

const open: Listener[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const serve = async (options: ScriptedFtpOptions): Promise<ScriptedFtpServer> => {
  const server = await scriptedFtpServer(options);
  open.push(server);
  return server;
};

const trap = async (): Promise<Listener> => {
  const listener = await listen(() => {});
  open.push(listener);
  return listener;
};

const transport = (options: Partial<FtpFileTransportOptions> = {}): FtpFileTransport =>
  new FtpFileTransport({
    network: loopbackNetwork([SERVER_NAME, 'other.test.example']),
    furtherAuthorities: [AUTHORITY],
    ...options,
  });

const requestTo = (port: number, tlsMode: TlsMode = 'none', change: RequestChange = {}) =>
  requestOf(
    {
      protocol: 'ftp',
      tlsMode,
      host: SERVER_NAME,
      port,
      directory: '/backup',
      trustedIdentity: null,
      ...SCRIPTED_LOGIN,
    },
    change,
  );

const failureOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof TransportFailure)) throw new Error(`no failure but ${inspect(error)}`);
  const printed = inspect(error, { showHidden: true, depth: 9 });
  expect(printed).not.toContain(SCRIPTED_LOGIN.password);
  expect(printed).not.toContain('<script>');
  return error.failure;
};

const fingerprint = (pem: string) => identityOf(new X509Certificate(pem).fingerprint256);

const beginsWithLogin = (command: string): boolean => /^(USER|PASS|ACCT)/.test(command);

describe('FTP before the login', () => {
  it.each(['explicit', 'implicit'] as const)(
    'verifies a certificate over %s TLS, and protects the data',
    async (tlsMode) => {
      const server = await serve({ tlsMode, certificate: SIGNED });
      const session = await transport().open(requestTo(server.port, tlsMode), LIMITS);
      await session.upload('a.bin', bytesOf(100_000));
      expect(server.received.map((bytes) => bytes.equals(bytesOf(100_000)))).toEqual([true]);
      expect(session.presented?.identity).toEqual(fingerprint(SIGNED.cert));
      expect(session.presented?.certificate).toMatchObject({ subject: `CN=${SERVER_NAME}`, vouchedFor: true });
      await session.close();
      expect(server.commands.indexOf('PROT P')).toBeLessThan(server.commands.indexOf('STOR a.bin'));
      if (tlsMode === 'explicit') expect(server.commands[0]).toBe('AUTH TLS');
    },
  );

  const distrusted = [
    ['nobody vouches for it', SELF_SIGNED, {}, 'certificate-untrusted'],
    ['it has expired', EXPIRED, {}, 'certificate-expired'],
    ['it is for another name', SIGNED, { host: 'other.test.example' }, 'certificate-for-other-name'],
    ['another one is pinned', SIGNED, { trustedIdentity: fingerprint(SELF_SIGNED.cert) }, 'certificate-changed'],
    [
      'a host key is pinned',
      SIGNED,
      { trustedIdentity: identityOf(`SHA256:${'a'.repeat(43)}`) },
      'certificate-changed',
    ],
  ] as const;
  for (const tlsMode of ['explicit', 'implicit'] as const) {
    it.each(distrusted)(
      `says nothing over ${tlsMode} TLS to a certificate when %s`,
      async (_, certificate, change, code) => {
        const server = await serve({ tlsMode, certificate });
        expect(await failureOf(transport().open(requestTo(server.port, tlsMode, change), LIMITS))).toEqual({
          step: 'secure',
          code,
        });
        expect(server.commands.filter((command) => command !== 'AUTH TLS' && command !== 'QUIT')).toEqual([]);
      },
    );
  }

  it.each([SELF_SIGNED, EXPIRED])('trusts a pinned certificate for itself', async (certificate) => {
    const server = await serve({ tlsMode: 'explicit', certificate });
    const change = { trustedIdentity: fingerprint(certificate.cert), host: 'other.test.example' };
    const session = await transport().open(requestTo(server.port, 'explicit', change), LIMITS);
    await session.upload('a.bin', bytesOf(10));
    await session.upload('b.bin', bytesOf(20));
    expect(server.files).toEqual(
      new Map([
        ['a.bin', 10],
        ['b.bin', 20],
      ]),
    );
    await session.close();
  });

  it('shows what a server presents, vouched for or not, and leaves without a login', async () => {
    for (const [certificate, vouchedFor] of [
      [SIGNED, true],
      [SELF_SIGNED, false],
    ] as const) {
      const server = await serve({ tlsMode: 'explicit', certificate });
      const presented = await transport().identify(requestTo(server.port, 'explicit').destination, LIMITS);
      expect(presented?.identity).toEqual(fingerprint(certificate.cert));
      expect(presented?.certificate?.vouchedFor).toBe(vouchedFor);
      expect(server.commands.filter(beginsWithLogin)).toEqual([]);
    }
  });

  it.each(['500 What', '530 Log in first', '502 No', '200 Fine', '334 More'])(
    'never goes on in plain text where AUTH TLS is answered with %s',
    async (reply) => {
      const script = (command: string) => (command === 'AUTH TLS' ? reply : undefined);
      const server = await serve({ script });
      expect(await failureOf(transport().open(requestTo(server.port, 'explicit'), LIMITS))).toEqual({
        step: 'secure',
        code: 'tls-not-offered',
      });
      expect(server.commands.filter(beginsWithLogin)).toEqual([]);
    },
  );

  it('takes no answer that was slipped in before the encryption', async () => {
    const script = (command: string) => (command === 'AUTH TLS' ? '234 Do\r\n230 Already in' : undefined);
    const server = await serve({ script });
    const { step } = await failureOf(transport({ patience: 300 }).open(requestTo(server.port, 'explicit'), LIMITS));
    expect(step).toBe('secure');
    expect(server.commands.filter(beginsWithLogin)).toEqual([]);
  });

  it('does not send data to a stranger on the data connection', async () => {
    const server = await serve({ tlsMode: 'explicit', certificate: SIGNED, dataCertificate: SELF_SIGNED });
    const pinned = { trustedIdentity: fingerprint(SIGNED.cert) };
    for (const [change, code] of [
      [{}, 'certificate-untrusted'],
      [pinned, 'certificate-changed'],
    ] as const) {
      const session = await transport().open(requestTo(server.port, 'explicit', change), LIMITS);
      expect((await failureOf(session.upload('a.bin', bytesOf(100)))).code).toBe(code);
      expect((await failureOf(session.size('a.bin'))).step).toBe('size');
      await session.close();
    }
    expect(server.received.every((bytes) => bytes.length === 0)).toBe(true);
  });

  it('does not work unprotected where the server will not protect the data', async () => {
    const script = (command: string) => (command === 'PROT P' ? '536 No' : undefined);
    const server = await serve({ tlsMode: 'explicit', certificate: SIGNED, script });
    expect(await failureOf(transport().open(requestTo(server.port, 'explicit'), LIMITS))).toEqual({
      step: 'secure',
      code: 'tls-not-offered',
    });
  });

  it.each([
    ['SSH-2.0-OpenSSH_9.2', 'other-protocol'],
    ['HTTP/1.1 400 Bad Request', 'other-protocol'],
    ['421 Too many of you', 'connection-refused'],
    ['500 Go away', 'connection-refused'],
  ])('knows a server that begins with %s', async (greeting, code) => {
    const server = await serve({ greeting });
    expect(await failureOf(transport().open(requestTo(server.port), LIMITS))).toEqual({ step: 'reach', code });
  });

  it('waits through a 120, and not for ever', async () => {
    const server = await serve({ greeting: '120 Soon\r\n220 Now' });
    await (await transport().open(requestTo(server.port), LIMITS)).close();
    const silent = await serve({ greeting: '' });
    expect(await failureOf(transport({ patience: 80 }).open(requestTo(silent.port), LIMITS))).toEqual({
      step: 'reach',
      code: 'no-answer',
    });
  });

  it.each(['explicit', 'implicit'] as const)('takes garbage over %s TLS for what it is', async (tlsMode) => {
    const script = (command: string) => (command === 'AUTH TLS' ? '234 Do\r\ngarbage garbage garbage' : undefined);
    const server = await serve({ script });
    const { step } = await failureOf(transport({ patience: 300 }).open(requestTo(server.port, tlsMode), LIMITS));
    expect(step).toBe('secure');
  });

  it('shows the trap ports nothing, in any mode, where the host is not allowed', async () => {
    const blocked = loopbackNetwork([SERVER_NAME], { resolver: async () => ['127.0.0.1', '10.0.0.1'] });
    for (const tlsMode of ['none', 'explicit', 'implicit'] as const) {
      const listener = await trap();
      for (const change of [{}, { host: 'inner.test.example' }]) {
        const opening = transport({ network: blocked }).open(requestTo(listener.port, tlsMode, change), LIMITS);
        expect(await failureOf(opening)).toEqual({ step: 'reach', code: 'host-not-reachable' });
      }
      expect(listener.connections()).toBe(0);
    }
  });
});

describe('the login over FTP', () => {
  it('sends the password once, however often it is asked for', async () => {
    const script = (command: string) => (command.startsWith('PASS') ? '331 Again' : undefined);
    const server = await serve({ script });
    expect(await failureOf(transport().open(requestTo(server.port), LIMITS))).toEqual({
      step: 'log-in',
      code: 'login-refused',
    });
    expect(server.commands.filter((command) => command.startsWith('PASS'))).toHaveLength(1);
  });

  it.each(['USER', 'PASS', 'TYPE', 'CWD', 'STOR', 'SIZE', 'RNFR', 'RNTO', 'DELE', 'EPSV'])(
    'lets nothing out of what a server says to %s',
    async (verb) => {
      const script = (command: string) =>
        command.startsWith(verb) ? `530 <script>${SCRIPTED_LOGIN.password}</script>` : undefined;
      const server = await serve({ script });
      server.files.set('b.bin', 1);
      const all = async () => {
        const session = await transport().open(requestTo(server.port), LIMITS);
        await session.size('b.bin');
        await session.upload('a.bin', bytesOf(1));
        await session.rename('a.bin', 'b.bin');
        await session.remove('b.bin');
      };
      // EPSV alone may fail: PASV comes next.
      if (verb === 'EPSV') await all();
      else await failureOf(all());
    },
  );

  it('puts one command on a line, whatever is asked of it', async () => {
    const server = await serve({});
    const odd = ['a\r\nDELE b', 'a\nDELE b', 'a\rDELE b', 'a\0b', 'a\u0085b', 'a\u2028b', 'a\ud800', 'ＤＥＬＥ', 'čĊ'];
    for (const text of odd) {
      await failureOf(transport().open(requestTo(server.port, 'none', { user: text, password: 'x' }), LIMITS));
      await failureOf(transport().open(requestTo(server.port, 'none', { password: text }), LIMITS));
    }
    const session = await transport().open(requestTo(server.port), LIMITS);
    for (const text of odd) await session.size(text).catch(() => {});
    await session.close();
    const verbs = new Set(server.commands.map((command) => command.split(' ')[0]));
    expect([...verbs].sort()).toEqual(['CWD', 'OPTS', 'PASS', 'QUIT', 'SIZE', 'TYPE', 'USER']);
  });
});

describe('data connections over FTP', () => {
  const portOf = (port: number) => `127,0,0,1,${port >> 8},${port & 255}`;

  it('go to the checked address, whatever address PASV names', async () => {
    const [stranger, good] = [await trap(), await trap()];
    const script = (command: string) => {
      if (command === 'EPSV') return '500 What';
      return command === 'PASV' ? `227 There (10,0,0,1,${good.port >> 8},${good.port & 255})` : undefined;
    };
    const server = await serve({ script });
    const session = await transport({ patience: 200 }).open(requestTo(server.port), LIMITS);
    await session.upload('a.bin', bytesOf(3)).catch(() => {});
    await session.close();
    expect(good.connections()).toBe(1);
    expect(stranger.connections()).toBe(0);
  });

  it.each([
    ...[
      '229 (|||22|)',
      '229 (|||1023|)',
      '229 (|||0|)',
      '229 (|||65536|)',
      '229 (|||99999|)',
      '229 (|||-5|)',
      '229 Yes',
    ],
    ...['229 (||||)', `229 (|1|10.0.0.1|${9}|)`, '229 (|||2e4|)', '229 (|||0x5000|)'],
  ])('are not opened to what EPSV says in %s', async (reply) => {
    const server = await serve({ script: (command) => (command === 'EPSV' ? reply : undefined) });
    const session = await transport().open(requestTo(server.port), LIMITS);
    expect(await failureOf(session.upload('a.bin', bytesOf(1)))).toEqual({
      step: 'upload',
      code: 'passive-mode-refused',
    });
    expect(server.commands.some((command) => command.startsWith('STOR'))).toBe(false);
    await session.close();
  });

  it.each([
    ...['127,0,0,1,0,22', '127,0,0,1,3,255', '127,0,0,1,256,0', '127,0,0,1,80,256', '127,0,0,1,-80,0', '127,0,0,1,80'],
    ...['1,127,0,0,1,80,0', 'nothing'],
  ])('are not opened to what PASV says in %s', async (where) => {
    const script = (command: string) => {
      if (command === 'EPSV') return '500 What';
      return command === 'PASV' ? `227 (${where})` : undefined;
    };
    const server = await serve({ script });
    const session = await transport().open(requestTo(server.port), LIMITS);
    expect(await failureOf(session.upload('a.bin', bytesOf(1)))).toEqual({
      step: 'upload',
      code: 'passive-mode-refused',
    });
    expect(server.commands.some((command) => command.startsWith('STOR'))).toBe(false);
    await session.close();
  });

  it('fall back to PASV, and stay with what worked', async () => {
    const server = await serve({ script: (command) => (command === 'EPSV' ? '522 What' : undefined) });
    const session = await transport().open(requestTo(server.port), LIMITS);
    await session.upload('a.bin', bytesOf(1));
    await session.upload('b.bin', bytesOf(2));
    await session.close();
    expect(server.commands.filter((command) => /^(EPSV|PASV)/.test(command))).toEqual(['EPSV', 'PASV', 'PASV']);
    expect(portOf(256)).toBe('127,0,0,1,1,0');
  });
});
