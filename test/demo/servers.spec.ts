import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoServer, DemoServerOptions } from '../../demo/servers/demo-server.ts';
import { startFtpServer } from '../../demo/servers/ftp-server.ts';
import { absolute, rootedPath } from '../../demo/servers/rooted-path.ts';
import { startSftpServer } from '../../demo/servers/sftp-server.ts';
import { PASSWORD_MARK, startCompanyServer } from '../../demo/stage/company-server.ts';
import { SystemClock } from '../../src/adapters/driven/clock/system-clock.ts';
import { FtpFileTransport } from '../../src/adapters/driven/ftp/ftp-file-transport.ts';
import { SftpFileTransport } from '../../src/adapters/driven/sftp/sftp-file-transport.ts';
import { AllowedNetworks } from '../../src/adapters/shared/guarded-network/allowed-networks.ts';
import { GuardedNetwork } from '../../src/adapters/shared/guarded-network/guarded-network.ts';
import type { OpenRequest, TransportSession } from '../../src/application/ports/file-transport.ts';
import { Secret } from '../../src/application/secret.ts';
import { readDestination } from '../../src/domain/destination/destination.ts';

const network = new GuardedNetwork({ clock: new SystemClock(), allowed: AllowedNetworks.parse(['127.0.0.0/8']) });
const LIMITS = { deadline: 5_000 };
const USER = { user: 'elbkurier', password: 'Elbe & Alster' };

const KINDS = [
  {
    name: 'SFTP',
    door: { protocol: 'sftp', tlsMode: 'none' },
    transport: new SftpFileTransport({ network }),
    start: startSftpServer,
  },
  {
    name: 'FTP',
    door: { protocol: 'ftp', tlsMode: 'none' },
    transport: new FtpFileTransport({ network }),
    start: (options: DemoServerOptions) => startFtpServer({ ...options, tls: 'none' }),
  },
  {
    name: 'FTPS',
    door: { protocol: 'ftp', tlsMode: 'explicit' },
    transport: new FtpFileTransport({ network }),
    start: (options: DemoServerOptions) => startFtpServer({ ...options, tls: 'explicit' }),
  },
] as const;

describe.each(KINDS)('the $name server of the demo', ({ door, transport, start }) => {
  let root: string;
  let server: DemoServer & { readonly fingerprint: string | null };

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'demo-servers-'));
    await mkdir(join(root, 'backup'));
    server = await start({ root, ...USER });
  });

  afterEach(async () => {
    await server.close();
    await rm(root, { recursive: true });
  });

  const open = async (more: { user?: string; password?: string } = {}): Promise<TransportSession> => {
    const { user, password } = { ...USER, ...more };
    const destination = readDestination({ ...door, host: server.host, port: server.port, directory: '/backup' });
    if (!destination.ok) throw new Error(destination.problem);
    const presented = await transport.identify(destination.value, LIMITS);
    expect(presented?.identity.fingerprint ?? null).toBe(server.fingerprint);
    const request: OpenRequest = {
      ...{ destination: destination.value, user, trustedIdentity: presented?.identity ?? null },
      credential: { method: 'password', password: new Secret(password) },
    };
    return transport.open(request, LIMITS);
  };

  it('takes a file, knows its size, and lets a rename replace the one before', async () => {
    const session = await open();
    for (const byte of [1, 2]) {
      const bytes = Buffer.alloc(300_000, byte);
      await session.upload('Größe.xlsx.part', bytes);
      expect(await session.size('Größe.xlsx.part')).toBe(bytes.length);
      await session.rename('Größe.xlsx.part', 'Größe.xlsx');
      expect((await readFile(join(root, 'backup', 'Größe.xlsx'))).equals(bytes)).toBe(true);
    }
    expect(await session.size('Größe.xlsx.part')).toBe('absent');
    expect(await session.remove('Größe.xlsx')).toBe('removed');
    expect(await session.remove('Größe.xlsx')).toBe('absent');
    await session.close();
  });

  it('lets nobody else in', async () => {
    await expect(open({ password: 'Elbe' })).rejects.toThrow('login-refused');
    await expect(open({ user: 'anonymous' })).rejects.toThrow('login-refused');
  });
});

describe('the FTPS server of the demo', () => {
  it('lets nobody in without TLS', async () => {
    const server = await startFtpServer({ root: tmpdir(), ...USER, tls: 'explicit' });
    const plain = readDestination({
      protocol: 'ftp',
      tlsMode: 'none',
      host: server.host,
      port: server.port,
      directory: '/',
    });
    if (!plain.ok) throw new Error(plain.problem);
    const credential = { method: 'password', password: new Secret(USER.password) } as const;
    const request = { destination: plain.value, user: USER.user, trustedIdentity: null, credential };
    const opening = new FtpFileTransport({ network }).open(request, LIMITS);
    await expect(opening).rejects.toThrow('login-refused');
    await server.close();
  });
});

describe('the FTP server of the demo', () => {
  it('leaves signals to whoever started it', async () => {
    const listening = () => process.listenerCount('SIGTERM') + process.listenerCount('SIGINT');
    const before = listening();
    const server = await startFtpServer({ root: tmpdir(), ...USER, tls: 'none' });
    expect(listening()).toBe(before);
    await server.close();
  });
});

describe('a path that a client names', () => {
  it.each(['..', '/..', '../../etc', '/a/../../../etc', 'a/../..', '/./..//..'])('%s stays inside', (path) => {
    expect(rootedPath('/srv/root', path)).toMatch(/^\/srv\/root(\/|$)/);
    expect(absolute(path)).not.toContain('..');
  });
});

describe('a company server', () => {
  it('has a password of this run, with the mark that is looked for in what the demo prints', async () => {
    const root = await mkdtemp(join(tmpdir(), 'demo-servers-'));
    const passwords = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const server = await startCompanyServer(
          join(root, name),
          { protocol: 'sftp', tlsMode: 'none' },
          startSftpServer,
        );
        await server.close();
        return server.password.reveal();
      }),
    );
    expect(new Set(passwords).size).toBe(2);
    for (const password of passwords) expect(password.startsWith(PASSWORD_MARK)).toBe(true);
    await rm(root, { recursive: true });
  });
});
