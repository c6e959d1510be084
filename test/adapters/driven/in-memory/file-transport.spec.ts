import { InMemoryFileServer, pathOf } from '../../../../src/adapters/driven/in-memory/file-server.ts';
import { InMemoryFileTransport } from '../../../../src/adapters/driven/in-memory/file-transport.ts';
import type { Protocol, TlsMode } from '../../../../src/domain/destination/destination.ts';
import {
  type Distrusted,
  type FileTransportHarness,
  identityOf,
  requestOf,
} from '../../../contracts/file-transport/harness.ts';
import { fileTransportContract } from '../../../contracts/file-transport.contract.ts';
import { realClock } from '../../shared/guarded-network/loopback.ts';

const HOST_KEY = identityOf(`SHA256:${'a'.repeat(43)}`);
const OTHER_KEY = identityOf(`SHA256:${'b'.repeat(43)}`);
const CERTIFICATE = identityOf(Array(32).fill('AB').join(':'));
const OTHER_CERTIFICATE = identityOf(Array(32).fill('CD').join(':'));

const folders = { writable: '/backup', nonAscii: '/Redaktion Süd/Pläne', readOnly: '/readonly', full: '/full' };

const distrusted = (protocol: Protocol, tlsMode: TlsMode): readonly Distrusted[] => {
  if (protocol === 'sftp') {
    return [
      { title: 'another host key', change: { trustedIdentity: OTHER_KEY }, code: 'host-key-changed' },
      { title: 'no trusted host key', change: { trustedIdentity: null }, code: 'host-key-changed' },
    ];
  }
  if (tlsMode === 'none') {
    return [
      { title: 'a certificate over plain FTP', change: { trustedIdentity: CERTIFICATE }, code: 'tls-not-offered' },
    ];
  }
  return [
    { title: 'another certificate', change: { trustedIdentity: OTHER_CERTIFICATE }, code: 'certificate-changed' },
    { title: 'nobody vouches for it', change: { trustedIdentity: null }, code: 'certificate-untrusted' },
  ];
};

const harnessOf = async (
  protocol: Protocol,
  tlsMode: TlsMode,
  over: 'replaces' | 'refused',
): Promise<FileTransportHarness> => {
  const identity = protocol === 'sftp' ? HOST_KEY : CERTIFICATE;
  const shown = tlsMode === 'none' && protocol === 'ftp' ? null : identity;
  const login = {
    ...{ protocol, tlsMode, host: 'ftp.test.example', port: 2021, directory: folders.writable },
    ...{ user: 'redaktion', password: 'Pä:@/%#? geheim', trustedIdentity: shown },
  };
  const server = (port: number) =>
    new InMemoryFileServer({
      ...{ protocol, tlsMode, host: login.host, port, user: login.user, password: login.password, identity: shown },
      directories: {
        [folders.writable]: { writable: true },
        [folders.nonAscii]: { writable: true },
        [folders.readOnly]: { writable: false },
        [folders.full]: { writable: true, capacity: 256_000 },
      },
      renameOver: over,
      uploadOver: over,
    });
  const [good, silent, trickling, unroutable] = [server(2021), server(2022), server(2023), server(2024)];
  silent.plan({ on: 'connect', server: 'stays-silent', times: Number.POSITIVE_INFINITY });
  trickling.plan({ on: 'connect', server: 'trickles', times: Number.POSITIVE_INFINITY });
  unroutable.plan({ on: 'connect', server: 'is-unreachable', times: Number.POSITIVE_INFINITY });
  return {
    transport: new InMemoryFileTransport({
      protocol,
      servers: [good, silent, trickling, unroutable],
      clock: realClock,
    }),
    request: (change) => requestOf(login, change),
    password: login.password,
    folders,
    renameOver: over,
    uploadOver: over,
    read: async (directory, name) => good.files.get(pathOf(directory, name)),
    write: async (directory, name, bytes) => void good.files.set(pathOf(directory, name), bytes),
    trouble: {
      refused: { port: 2 },
      unknown: { host: 'unknown.test.example' },
      blocked: { host: '10.0.0.1' },
      unroutable: { port: 2024 },
      silent: { port: 2022 },
      trickling: { port: 2023 },
    },
    distrusted: distrusted(protocol, tlsMode),
    identity: shown,
    cutDuring: (_, name) => good.plan({ on: 'upload', file: name, cutAfterBytes: 400 }),
    loginTakes: 30,
    cuttable: 1_000,
    loginAttempts: () => good.loginAttempts,
  };
};

fileTransportContract('SFTP in memory', () => harnessOf('sftp', 'none', 'replaces'));
fileTransportContract('Plain FTP in memory', () => harnessOf('ftp', 'none', 'replaces'));
fileTransportContract('FTPS in memory, where renames do not replace', () => harnessOf('ftp', 'explicit', 'refused'));
