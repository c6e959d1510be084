import type { AddressInfo, Server } from 'node:net';
import { FtpSrv } from 'ftp-srv';
import type { DemoServer, DemoServerOptions } from './demo-server.ts';
import { type SelfSignedCertificate, selfSignedCertificate } from './self-signed-certificate.ts';

export interface FtpServerOptions extends DemoServerOptions {
  /** `explicit`: nobody gets in without AUTH TLS first. */
  readonly tls: 'none' | 'explicit';
}

export interface FtpServer extends DemoServer {
  /** Of the certificate, made for this run; null without TLS. */
  readonly fingerprint: string | null;
}

/** No active mode: a server that connects where it is told to is a scanner for hire. No making of directories. */
const COMMANDS = [
  ...['AUTH', 'PBSZ', 'PROT', 'USER', 'PASS', 'QUIT', 'NOOP', 'FEAT', 'OPTS', 'SYST', 'TYPE', 'PWD', 'CWD'],
  ...['EPSV', 'PASV', 'STOR', 'RETR', 'SIZE', 'RNFR', 'RNTO', 'DELE'],
];

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGQUIT'] as const;

/**
 * An FTP server over a folder, or FTPS with TLS by AUTH: one user with a password, passive mode only.
 *
 * @example
 * const server = await startFtpServer({ root: folder, user: 'backup', password: 'for this run', tls: 'explicit' });
 * // … ftp://127.0.0.1:<server.port>/, with the certificate server.fingerprint
 * await server.close();
 */
export const startFtpServer = async (options: FtpServerOptions): Promise<FtpServer> => {
  const { root, user, password, tls } = options;
  const certificate = tls === 'none' ? null : selfSignedCertificate('planning-backup demo', new Date());
  const server = withoutItsSignals(() => new FtpSrv(serverOptions(certificate)));
  server.on('login', ({ connection, username, password: offered }, accept, refuse) => {
    const isProtected = tls === 'none' || connection.secure;
    if (isProtected && username === user && offered === password) accept({ root, cwd: '/' });
    else refuse(new Error('Login incorrect'));
  });
  // A client that hangs up is no news.
  server.on('client-error', () => undefined);
  await server.listen();
  const { server: listener } = server as unknown as { readonly server: Server };
  return {
    host: '127.0.0.1',
    port: (listener.address() as AddressInfo).port,
    fingerprint: certificate?.fingerprint ?? null,
    close: async () => {
      await server.close();
    },
  };
};

const serverOptions = (certificate: SelfSignedCertificate | null) => ({
  url: 'ftp://127.0.0.1:0',
  pasv_url: '127.0.0.1',
  // The kernel chooses a free port, above 1023.
  ...{ pasv_min: 0, pasv_max: 0 },
  whitelist: COMMANDS,
  log: SILENCE,
  ...(certificate === null ? {} : { tls: { key: certificate.key, cert: certificate.cert } }),
});

/** The library logs to standard output otherwise. */
const SILENCE = {
  ...{ trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, fatal: () => {} },
  child: () => SILENCE,
};

/** The library ends the whole process at a signal, with exit code 0: whoever started it here decides that. */
const withoutItsSignals = <Made>(make: () => Made): Made => {
  const before = SIGNALS.map((signal) => new Set(process.listeners(signal)));
  const made = make();
  SIGNALS.forEach((signal, index) => {
    for (const listener of process.listeners(signal))
      if (before[index]?.has(listener) === false) process.removeListener(signal, listener);
  });
  return made;
};
