import { createHash, generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2, { type Connection } from 'ssh2';
import type { DemoServer, DemoServerOptions } from './demo-server.ts';
import { serveSftp } from './sftp-session.ts';

export interface SftpServer extends DemoServer {
  /** Of the host key, made for this run: `SHA256:…`, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
}

/**
 * An SFTP server over a folder: one user with a password, no shell, no forwarding.
 *
 * @example
 * const server = await startSftpServer({ root: folder, user: 'backup', password: 'only for this run' });
 * // … sftp://127.0.0.1:<server.port>/
 * await server.close();
 */
export const startSftpServer = async (options: DemoServerOptions): Promise<SftpServer> => {
  const key = newHostKey();
  const connections = new Set<Connection>();
  const server = new ssh2.Server({ hostKeys: [key.pem] }, (connection) => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
    // Who only looks at the host key leaves without a word, which the library counts as an error.
    connection.on('error', () => undefined);
    serve(connection, options);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    fingerprint: key.fingerprint,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of connections) connection.end();
      }),
  };
};

const serve = (connection: Connection, { root, user, password }: DemoServerOptions): void => {
  connection.on('authentication', (login) => {
    if (login.method === 'password' && login.username === user && login.password === password) login.accept();
    else login.reject(['password']);
  });
  connection.on('session', (accept) => {
    accept().on('sftp', (acceptSftp) => serveSftp(acceptSftp(), root));
  });
};

const newHostKey = (): { pem: string; fingerprint: string } => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'sec1', format: 'pem' }).toString();
  const parsed = ssh2.utils.parseKey(pem);
  if (parsed instanceof Error) throw parsed;
  const digest = createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '');
  return { pem, fingerprint: `SHA256:${digest}` };
};
