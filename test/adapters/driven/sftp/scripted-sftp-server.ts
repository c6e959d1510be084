import { createHash } from 'node:crypto';
import ssh2, { type AuthContext, type Connection, type ServerConfig, type SFTPWrapper } from 'ssh2';
import { identityOf } from '../../../contracts/file-transport/harness.ts';
import type { Listener } from '../../shared/guarded-network/loopback.ts';

// CommonJS, whose names Node does not all see.
const { Server, utils } = ssh2;
export const STATUS = utils.sftp.STATUS_CODE;

export const USER = 'redaktion';
export const PASSWORD = 'Pä:@/%#? geheim';

const fingerprint = (publicKey: string) => {
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  return identityOf(`SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`);
};

/** A few keys in a thousand that the library makes, it cannot read itself. */
export const readable = <Keys extends { readonly private: string }>(make: () => Keys, passphrase?: string): Keys => {
  for (;;) {
    const made = make();
    if (!(utils.parseKey(made.private, passphrase) instanceof Error)) return made;
  }
};

const keyPair = (kind: 'ed25519' | 'rsa') => {
  const made = readable(() =>
    kind === 'rsa' ? utils.generateKeyPairSync('rsa', { bits: 2048 }) : utils.generateKeyPairSync(kind),
  );
  return { text: made.private, identity: fingerprint(made.public) };
};

export const ED25519 = keyPair('ed25519');
export const RSA = keyPair('rsa');

export interface ScriptedSftpOptions {
  readonly hostKeys?: readonly string[];
  readonly algorithms?: ServerConfig['algorithms'];
  /** Default: takes the password. */
  readonly onAuthentication?: (context: AuthContext, attempt: number) => void;
  /** Answers requests of SFTP; null: offers none. */
  readonly onSftp?: ((sftp: SFTPWrapper, connection: Connection) => void) | null;
}

export interface ScriptedSftpServer extends Listener {
  /** Methods that were tried, in their order. */
  readonly attempts: readonly string[];
}

const takesThePassword = (context: AuthContext): void => {
  if (context.method === 'password' && context.username === USER && context.password === PASSWORD) context.accept();
  else context.reject(['password']);
};

const DIRECTORY = 0o040755;
const FILE = 0o100644;
const attributes = (mode: number, size = 0) => ({ mode, size, uid: 0, gid: 0, atime: 0, mtime: 0 });

/** Every path is a directory, but for names with a dot, of which none is there. */
export const answersStat = (sftp: SFTPWrapper): void => {
  sftp.on('STAT', (request, path) => {
    if (path.includes('.')) sftp.status(request, STATUS.NO_SUCH_FILE);
    else sftp.attrs(request, attributes(DIRECTORY));
  });
};

export const fileOf = (size: number) => attributes(FILE, size);

export const scriptedSftpServer = async (options: ScriptedSftpOptions = {}): Promise<ScriptedSftpServer> => {
  const { hostKeys = [ED25519.text], algorithms, onAuthentication = takesThePassword, onSftp = answersStat } = options;
  const attempts: string[] = [];
  const connections = new Set<Connection>();
  let count = 0;
  const server = new Server(
    { hostKeys: [...hostKeys], ...(algorithms === undefined ? {} : { algorithms }) },
    (connection) => {
      count += 1;
      connections.add(connection);
      connection.on('error', () => {});
      connection.on('close', () => connections.delete(connection));
      connection.on('authentication', (context) => {
        attempts.push(context.method);
        onAuthentication(context, attempts.length);
      });
      connection.on('session', (accept) => {
        accept().on('sftp', (acceptSftp, reject) => {
          if (onSftp === null) reject();
          else onSftp(acceptSftp(), connection);
        });
      });
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    connections: () => count,
    attempts,
    close: async () => {
      for (const connection of connections) connection.end();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
