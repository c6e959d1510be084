import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesOf, identityOf } from '../../../contracts/file-transport/harness.ts';
import { EXPIRED, SELF_SIGNED, SERVER_NAME, SIGNED } from './certificates.ts';
import { failureOf, LIMITS, requestTo, serve, transport } from './scripted-session.ts';

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

  it('does not go in plain text where a certificate is trusted', async () => {
    const server = await serve();
    const change = { trustedIdentity: fingerprint(SIGNED.cert) };
    expect(await failureOf(transport().open(requestTo(server.port, 'none', change), LIMITS))).toEqual({
      step: 'secure',
      code: 'tls-not-offered',
    });
    expect(server.connections()).toBe(0);
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
      expect(await failureOf(session.size('a.bin'))).toEqual({ step: 'size', code });
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

  it.each(['explicit', 'implicit'] as const)('takes garbage over %s TLS for what it is', async (tlsMode) => {
    const script = (command: string) => (command === 'AUTH TLS' ? '234 Do\r\ngarbage garbage garbage' : undefined);
    const server = await serve({ script });
    const { step } = await failureOf(transport({ patience: 300 }).open(requestTo(server.port, tlsMode), LIMITS));
    expect(step).toBe('secure');
  });
});
