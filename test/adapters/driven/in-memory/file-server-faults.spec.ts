import { beforeEach, describe, expect, it } from 'vitest';
import { InMemoryFileServer } from '../../../../src/adapters/driven/in-memory/file-server.ts';
import { InMemoryFileTransport } from '../../../../src/adapters/driven/in-memory/file-transport.ts';
import { type Credential, TransportFailure } from '../../../../src/application/ports/file-transport.ts';
import { Secret } from '../../../../src/application/secret.ts';
import { identityOf, type Login, requestOf } from '../../../contracts/file-transport/harness.ts';
import { realClock } from '../../shared/guarded-network/loopback.ts';

const LIMITS = { deadline: 5_000 };
const login: Login = {
  ...{ protocol: 'sftp', tlsMode: 'none', host: 'sftp.test.example', port: 22, directory: '/backup' },
  ...{ user: 'redaktion', password: 'geheim', trustedIdentity: identityOf(`SHA256:${'a'.repeat(43)}`) },
};
const lost = { failure: { code: 'connection-lost' } };

let server: InMemoryFileServer;
beforeEach(() => {
  server = new InMemoryFileServer({
    ...login,
    identity: login.trustedIdentity,
    privateKey: { text: 'a key', passphrase: 'a passphrase' },
    directories: { '/backup': { writable: true } },
  });
  server.files.set('/backup/new', new Uint8Array(7));
});

const open = (credential?: Credential) => {
  const transport = new InMemoryFileTransport({ protocol: 'sftp', servers: [server], clock: realClock });
  const request = requestOf(login);
  return transport.open(credential === undefined ? request : { ...request, credential }, LIMITS);
};

describe('an in-memory file server', () => {
  it('loses the answer to a rename that it did', async () => {
    server.plan({ on: 'rename', connectionBreaks: 'after-it-is-done' });
    const session = await open();
    await expect(session.rename('new', 'old')).rejects.toMatchObject(lost);
    expect([...server.files.keys()]).toEqual(['/backup/old']);
    await expect(session.size('old')).rejects.toMatchObject(lost);
    expect(await (await open()).size('old')).toBe(7);
  });

  it('breaks before a rename, once', async () => {
    server.plan({ on: 'rename', file: 'new', connectionBreaks: 'before-it-is-done' });
    await expect((await open()).rename('new', 'old')).rejects.toMatchObject(lost);
    expect([...server.files.keys()]).toEqual(['/backup/new']);
    await (await open()).rename('new', 'old');
    expect([...server.files.keys()]).toEqual(['/backup/old']);
  });

  it('breaks around a removal', async () => {
    server.plan({ on: 'remove', connectionBreaks: 'before-it-is-done' });
    server.plan({ on: 'remove', connectionBreaks: 'after-it-is-done' });
    await expect((await open()).remove('new')).rejects.toMatchObject(lost);
    expect(server.files.size).toBe(1);
    await expect((await open()).remove('new')).rejects.toMatchObject(lost);
    expect(server.files.size).toBe(0);
  });

  it('keeps what had come of an upload that was cut', async () => {
    server.plan({ on: 'upload', file: 'part', cutAfterBytes: 3 });
    const session = await open();
    await session.upload('other', new Uint8Array(9));
    await expect(session.upload('part', new Uint8Array(9))).rejects.toMatchObject(lost);
    expect(server.files.get('/backup/part')?.length).toBe(3);
  });

  it('reports a wrong size, as often as it is told to', async () => {
    server.plan({ on: 'size', file: 'new', reportedTooLargeBy: -2, times: 2 });
    const session = await open();
    expect([await session.size('new'), await session.size('new'), await session.size('new')]).toEqual([5, 5, 7]);
  });

  it('is away for a while', async () => {
    server.plan({ on: 'connect', server: 'is-unreachable' });
    server.plan({ on: 'connect', server: 'refuses' });
    await expect(open()).rejects.toMatchObject({ failure: { step: 'reach', code: 'host-not-reachable' } });
    await expect(open()).rejects.toMatchObject({ failure: { step: 'reach', code: 'connection-refused' } });
    await open();
  });

  it('shows another host key from now on', async () => {
    server.identity = identityOf(`SHA256:${'b'.repeat(43)}`);
    await expect(open()).rejects.toMatchObject({ failure: { step: 'secure', code: 'host-key-changed' } });
    expect(server.loginAttempts).toBe(0);
  });

  it('takes its one private key, opened with its passphrase', async () => {
    const key = (text: string, passphrase: string | null): Credential => ({
      method: 'private-key',
      privateKey: new Secret(text),
      passphrase: passphrase === null ? null : new Secret(passphrase),
    });
    await open(key('a key', 'a passphrase'));
    const failures = [key('a key', null), key('another key', null)].map((credential) =>
      open(credential).catch((error: unknown) => (error instanceof TransportFailure ? error.failure.code : error)),
    );
    expect(await Promise.all(failures)).toEqual(['private-key-unreadable', 'login-refused']);
  });
});
