import { describe, expect, it } from 'vitest';
import { identityOf } from '../../../contracts/file-transport/harness.ts';
import { loopbackNetwork } from '../../shared/guarded-network/loopback.ts';
import { failureOf, LIMITS, requestTo, saying, serve, transport } from './scripted-session.ts';
import { ED25519, RSA } from './scripted-sftp-server.ts';

const OTHER = identityOf(`SHA256:${'a'.repeat(43)}`);
const CERTIFICATE = identityOf(Array(32).fill('AB').join(':'));

describe('the SSH handshake', () => {
  it.each([OTHER, CERTIFICATE, null])(
    'ends before the login where another key is trusted: %j',
    async (trustedIdentity) => {
      const server = await serve({ hostKeys: [ED25519.text, RSA.text] });
      const opening = transport().open(requestTo(server.port, { trustedIdentity }), LIMITS);
      expect(await failureOf(opening)).toEqual({ step: 'secure', code: 'host-key-changed' });
      expect(server.attempts).toEqual([]);
    },
  );

  it.each([ED25519, RSA])('finds the trusted key among several', async ({ identity }) => {
    const server = await serve({ hostKeys: [ED25519.text, RSA.text] });
    const session = await transport().open(requestTo(server.port, { trustedIdentity: identity }), LIMITS);
    expect(session.presented).toEqual({ identity });
    await session.close();
  });

  it('shows a key and names nobody', async () => {
    const server = await serve({ hostKeys: [RSA.text] });
    expect(await transport().identify(requestTo(server.port).destination, LIMITS)).toEqual({ identity: RSA.identity });
    expect(server.attempts).toEqual([]);
  });

  it('takes no signature with SHA-1', async () => {
    const server = await serve({ hostKeys: [RSA.text], algorithms: { serverHostKey: ['ssh-rsa'] } });
    const opening = transport().open(requestTo(server.port, { trustedIdentity: RSA.identity }), LIMITS);
    expect(await failureOf(opening)).toEqual({ step: 'secure', code: 'no-common-algorithm' });
    expect(server.attempts).toEqual([]);
  });

  it.each(['220 FTP ready\r\n', '220-FTP\r\n', 'HTTP/1.1 400 Bad Request\r\n', '\u0015\u0003\u0003\u0000\u0002'])(
    'knows a server that begins with %j',
    async (line) => {
      const server = await saying(line);
      const opening = transport().open(requestTo(server.port), LIMITS);
      expect(await failureOf(opening)).toEqual({ step: 'reach', code: 'other-protocol' });
    },
  );

  it.each(['SSH-2.0-x\r\ngarbage that is no packet of SSH at all\r\n', 'SSH-1.5-old\r\n', 'SSH-\r\n'])(
    'ends at garbage: %j',
    async (line) => {
      const server = await saying(line);
      const { step } = await failureOf(transport({ patience: 500 }).open(requestTo(server.port), LIMITS));
      expect(step).toBe('secure');
    },
  );

  it('does not wait for ever for an answer', async () => {
    const server = await saying('');
    const opening = transport({ patience: 80 }).open(requestTo(server.port), LIMITS);
    expect(await failureOf(opening)).toEqual({ step: 'secure', code: 'no-answer' });
  });

  it('shows a trap nothing where the host is not allowed', async () => {
    const server = await serve();
    const network = loopbackNetwork([], { resolver: async () => ['127.0.0.1', '::1'] });
    const opening = transport({ network }).open(requestTo(server.port), LIMITS);
    expect(await failureOf(opening)).toEqual({ step: 'reach', code: 'host-not-reachable' });
    expect(server.connections()).toBe(0);
  });
});
