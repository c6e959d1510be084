import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { chown, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FtpFileTransport } from '../../src/adapters/driven/ftp/ftp-file-transport.ts';
import { SftpFileTransport } from '../../src/adapters/driven/sftp/sftp-file-transport.ts';
import type { FileTransport } from '../../src/application/ports/file-transport.ts';
import type { HostIdentity } from '../../src/domain/destination/host-identity.ts';
import {
  loopbackNetwork,
  silentServer,
  tricklingServer,
  unusedPort,
} from '../adapters/shared/guarded-network/loopback.ts';
import {
  type Distrusted,
  type FileTransportHarness,
  identityOf,
  type Login,
  requestOf,
} from '../contracts/file-transport/harness.ts';
import { fileTransportContract } from '../contracts/file-transport.contract.ts';
import { type RealParts, type RealServer, realParts } from '../support/real-parts/description.ts';

/** Resolves as the certificates' own name does. */
export const OTHER_NAME = 'other.test.example';

export const networkTo = ({ tls }: RealParts) => loopbackNetwork([tls.serverName, OTHER_NAME]);

/** What the server shows and a client trusts; FTPS with a signed certificate trusts the authority instead. */
const identityShown = (server: RealServer, parts: RealParts): HostIdentity | null => {
  if (server.protocol === 'sftp') return identityOf(parts.ssh.hostKeys.ed25519);
  if (server.certificate === 'none') return null;
  return identityOf(server.certificate === 'signed' ? parts.tls.signedFingerprint : parts.tls.selfSignedFingerprint);
};

export const loginTo = (server: RealServer, parts: RealParts): Login => ({
  protocol: server.protocol === 'sftp' ? 'sftp' : 'ftp',
  tlsMode: server.tls,
  host: parts.tls.serverName,
  port: server.port,
  directory: parts.folders.writable,
  user: server.user,
  password: server.password,
  trustedIdentity: server.certificate === 'signed' ? null : identityShown(server, parts),
});

export const transportTo = (server: RealServer, parts: RealParts, network = networkTo(parts)): FileTransport => {
  if (server.protocol === 'sftp') return new SftpFileTransport({ network });
  return new FtpFileTransport({ network, furtherAuthorities: [readFileSync(parts.tls.caFile, 'utf8')] });
};

const distrustedBy = (server: RealServer, parts: RealParts): readonly Distrusted[] => {
  const { ssh, tls } = parts;
  if (server.protocol === 'sftp') {
    const other = identityOf(`SHA256:${'a'.repeat(43)}`);
    return [
      { title: 'another host key', change: { trustedIdentity: other }, code: 'host-key-changed' },
      { title: 'a certificate', change: { trustedIdentity: identityOf(tls.caFingerprint) }, code: 'host-key-changed' },
      { title: 'nothing', change: { trustedIdentity: null }, code: 'host-key-changed' },
    ];
  }
  const pinned = (fingerprint: string) => ({ trustedIdentity: identityOf(fingerprint) });
  if (server.tls === 'none') {
    return [{ title: 'a certificate', change: pinned(tls.signedFingerprint), code: 'tls-not-offered' }];
  }
  const withoutAuthority = new FtpFileTransport({ network: networkTo(parts) });
  const always: readonly Distrusted[] = [
    { title: 'another certificate', change: pinned(tls.caFingerprint), code: 'certificate-changed' },
    { title: 'a host key', change: pinned(ssh.hostKeys.rsa), code: 'certificate-changed' },
    {
      title: 'an authority nobody knows',
      transport: withoutAuthority,
      change: { trustedIdentity: null },
      code: 'certificate-untrusted',
    },
  ];
  if (server.certificate !== 'signed') return always;
  return [...always, { title: 'another name', change: { host: OTHER_NAME }, code: 'certificate-for-other-name' }];
};

/** Kills the server's process that holds the file open, and no other session's. */
const killWriterOf = async (path: string, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await wait(1);
    if (!existsSync(path) || (await stat(path)).size === 0) continue;
    const writers = readdirSync('/proc').filter((pid) => /^[0-9]+$/.test(pid) && filesOf(pid).includes(path));
    for (const pid of writers) process.kill(Number(pid), 'SIGKILL');
    if (writers.length > 0) return;
  }
};

const filesOf = (pid: string): readonly string[] => {
  const directory = `/proc/${pid}/fd`;
  try {
    return readdirSync(directory).map((descriptor) => readlinkSync(join(directory, descriptor)));
  } catch {
    return [];
  }
};

const FTP_WORDS = '220-A server that never ends\r\n';
const SSH_WORDS = 'A line before the identification\r\n';
/** The beginning of a TLS record of 16 kB, RFC 8446, section 5.1. */
const TLS_WORDS = '\u0016\u0003\u0003\u0040\u0000';

const wordsOf = ({ protocol, tls }: RealServer): string => {
  if (tls === 'implicit') return TLS_WORDS;
  return protocol === 'sftp' ? SSH_WORDS : FTP_WORDS;
};

const realFileServerHarness = async (server: RealServer): Promise<FileTransportHarness> => {
  const parts = realParts();
  const login = loginTo(server, parts);
  const on = (directory: string, name: string) => join(server.root, directory, name);
  const closing = new AbortController();
  const silent = await silentServer();
  const trickling = await tricklingServer(wordsOf(server));
  return {
    transport: transportTo(server, parts),
    request: (change) => requestOf(login, change),
    password: server.password,
    folders: parts.folders,
    renameOver: server.renameOver,
    // ProFTPD has one switch for both.
    uploadOver: server.software === 'proftpd' ? server.renameOver : 'replaces',
    read: async (directory, name) => (existsSync(on(directory, name)) ? readFile(on(directory, name)) : undefined),
    write: async (directory, name, bytes) => {
      await writeFile(on(directory, name), bytes);
      const owner = await stat(join(server.root, directory));
      await chown(on(directory, name), owner.uid, owner.gid);
    },
    trouble: {
      refused: { port: await unusedPort() },
      unknown: { host: 'unknown.test.example' },
      blocked: { host: '10.0.0.1' },
      unroutable: { host: 'unroutable.test.example' },
      silent: { port: silent.port },
      trickling: { port: trickling.port },
    },
    distrusted: distrustedBy(server, parts),
    identity: identityShown(server, parts),
    cutDuring: (directory, name) => void killWriterOf(on(directory, name), closing.signal),
    loginTakes: 1_500,
    cuttable: 60_000_000,
    close: async () => {
      closing.abort();
      await silent.close();
      await trickling.close();
    },
  };
};

/** The contract on every server of one make; a file each, so that they wait side by side. */
export const fileTransportContractOn = (software: RealServer['software']): void => {
  for (const server of realParts().servers.filter((one) => one.software === software)) {
    fileTransportContract(server.name, () => realFileServerHarness(server), { large: true });
  }
};
