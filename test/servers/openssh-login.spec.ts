import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TransportFailure } from '../../src/application/ports/file-transport.ts';
import { Secret } from '../../src/application/secret.ts';
import { identityOf, requestOf } from '../contracts/file-transport/harness.ts';
import { type RealParts, realParts, realServer } from '../support/real-parts/description.ts';
import { loginTo, transportTo } from './real-file-server.ts';

const LIMITS = { deadline: 20_000 };

type ClientKey = RealParts['ssh']['clientKeys']['plain'];

const openWith = (key: ClientKey, passphrase = key.passphrase) => {
  const server = realServer('openssh');
  const request = requestOf(loginTo(server, realParts()));
  const credential = {
    method: 'private-key',
    privateKey: new Secret(readFileSync(key.file, 'utf8')),
    passphrase: passphrase === undefined ? null : new Secret(passphrase),
  } as const;
  return transportTo(server, realParts()).open({ ...request, credential }, LIMITS);
};

const failureOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  return error instanceof TransportFailure ? error.failure : error;
};

describe('OpenSSH', () => {
  it.each(['plain', 'withPassphrase'] as const)('lets in with a private key (%s)', async (name) => {
    const session = await openWith(realParts().ssh.clientKeys[name]);
    expect(await session.size('never-there.bin')).toBe('absent');
    await session.close();
  });

  it('keeps out an unknown key, and one that does not open', async () => {
    const { unauthorised, withPassphrase } = realParts().ssh.clientKeys;
    expect(await failureOf(openWith(unauthorised))).toEqual({ step: 'log-in', code: 'login-refused' });
    expect(await failureOf(openWith(withPassphrase, 'wrong'))).toEqual({
      step: 'log-in',
      code: 'private-key-unreadable',
    });
  });

  it.each(['ed25519', 'ecdsa', 'rsa'] as const)('is known by its host key of the kind %s', async (kind) => {
    const server = realServer('openssh');
    const trustedIdentity = identityOf(realParts().ssh.hostKeys[kind]);
    const request = requestOf(loginTo(server, realParts()), { trustedIdentity });
    const session = await transportTo(server, realParts()).open(request, LIMITS);
    expect(session.presented).toEqual({ identity: trustedIdentity });
    await session.close();
  });
});
