import { readFileSync } from 'node:fs';
import { FtpFileTransport } from '../../src/adapters/driven/ftp/ftp-file-transport.ts';
import { Secret } from '../../src/application/secret.ts';
import type { TestStep } from '../../src/application/testing-connection/results.ts';
import type { FailureCode } from '../../src/domain/backup-run/failure.ts';
import { unusedPort } from '../adapters/shared/guarded-network/loopback.ts';
import { identityOf } from '../contracts/file-transport/harness.ts';
import { type RealServer, realParts, realServer } from '../support/real-parts/description.ts';
import type { ServerName } from '../support/real-parts/plan.ts';
import { networkTo, OTHER_NAME } from './real-file-server.ts';
import type { TestChange } from './tested-connection.ts';

export const FULL = '/connection-test-full';
export const WRONG_PASSWORD = 'canary-wrong-Paßwort';

const { ssh, tls, folders } = realParts();

/** A test that has to fail, and how. */
export interface FailingTest {
  readonly title: string;
  readonly change: TestChange;
  readonly step: TestStep;
  readonly code: FailureCode;
}

/** All that can be wrong with a server of its kind. {@link FULL} has to be full. */
export const failingTestsOn = async (server: RealServer): Promise<readonly FailingTest[]> => [
  ...(await general(server)),
  ...ofTls(server),
  ...ofSftp(server),
];

const general = async (server: RealServer): Promise<readonly FailingTest[]> => [
  { title: 'unknown host', change: { host: 'unknown.test.example' }, step: 'reach', code: 'host-not-reachable' },
  { title: 'refused port', change: { port: await unusedPort() }, step: 'reach', code: 'connection-refused' },
  {
    title: 'other protocol',
    change: { port: otherProtocol(server) },
    // Who begins with TLS finds out only then.
    step: server.tls === 'implicit' ? 'secure' : 'reach',
    code: 'other-protocol',
  },
  { title: 'wrong password', change: { password: WRONG_PASSWORD }, step: 'log-in', code: 'login-refused' },
  { title: 'missing directory', change: { directory: '/not/there' }, step: 'directory', code: 'directory-missing' },
  {
    title: 'read-only directory',
    change: { directory: folders.readOnly },
    step: 'upload',
    code: 'directory-not-writable',
  },
  { title: 'full disk', change: { directory: FULL }, step: 'upload', code: 'disk-full' },
];

const otherProtocol = ({ protocol }: RealServer): number =>
  realServer(protocol === 'sftp' ? 'vsftpd-plain' : 'openssh').port;

const ofTls = (server: RealServer): readonly FailingTest[] => {
  if (server.tls === 'none') return [];
  const sibling = (kind: 'plain' | 'explicit') => realServer(`${server.software}-${kind}` as ServerName).port;
  const withoutAuthority = new FtpFileTransport({ network: networkTo(realParts()) });
  const untrusted = { transport: withoutAuthority, trustedIdentity: null };
  const other = { trustedIdentity: identityOf(tls.caFingerprint) };
  return [
    server.tls === 'explicit'
      ? { title: 'no TLS offered', change: { port: sibling('plain') }, step: 'secure', code: 'tls-not-offered' }
      : { title: 'other kind of TLS', change: { port: sibling('explicit') }, step: 'secure', code: 'other-protocol' },
    { title: 'untrusted certificate', change: untrusted, step: 'secure', code: 'certificate-untrusted' },
    { title: 'other certificate pinned', change: other, step: 'secure', code: 'certificate-changed' },
    ...(server.certificate === 'signed'
      ? [
          {
            title: 'wrong name',
            change: { host: OTHER_NAME },
            step: 'secure',
            code: 'certificate-for-other-name',
          } as const,
        ]
      : []),
  ];
};

const ofSftp = (server: RealServer): readonly FailingTest[] => {
  if (server.protocol !== 'sftp') return [];
  const { file: path } = ssh.clientKeys.unauthorised;
  const privateKey = new Secret(readFileSync(path, 'utf8'));
  const keyFile = { path, credential: { method: 'private-key', privateKey, passphrase: null } } as const;
  const other = { trustedIdentity: identityOf(`SHA256:${'a'.repeat(43)}`) };
  return [
    { title: 'other host key', change: other, step: 'secure', code: 'host-key-changed' },
    { title: 'wrong key', change: { keyFile }, step: 'log-in', code: 'login-refused' },
  ];
};
