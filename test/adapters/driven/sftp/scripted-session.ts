import { inspect } from 'node:util';
import { afterEach, expect } from 'vitest';
import {
  SftpFileTransport,
  type SftpFileTransportOptions,
} from '../../../../src/adapters/driven/sftp/sftp-file-transport.ts';
import {
  type Credential,
  type OpenRequest,
  TransportFailure,
} from '../../../../src/application/ports/file-transport.ts';
import { Secret } from '../../../../src/application/secret.ts';
import { type RequestChange, requestOf } from '../../../contracts/file-transport/harness.ts';
import { type Listener, listen, loopbackNetwork } from '../../shared/guarded-network/loopback.ts';
import {
  ED25519,
  PASSWORD,
  type ScriptedSftpOptions,
  type ScriptedSftpServer,
  scriptedSftpServer,
  USER,
} from './scripted-sftp-server.ts';

export const LIMITS = { deadline: 5_000 };
const HOST = 'sftp.test.example';

const open: Pick<Listener, 'close'>[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Until the test is over. */
export const serve = async (options: ScriptedSftpOptions = {}): Promise<ScriptedSftpServer> => {
  const server = await scriptedSftpServer(options);
  open.push(server);
  return server;
};

/** Says one line to whoever comes. */
export const saying = async (line: string): Promise<Listener> => {
  const listener = await listen((socket) => socket.resume().write(line));
  open.push(listener);
  return listener;
};

export const transport = (options: Partial<SftpFileTransportOptions> = {}): SftpFileTransport =>
  new SftpFileTransport({ network: loopbackNetwork([HOST]), ...options });

export const requestTo = (port: number, change: RequestChange = {}, credential?: Credential): OpenRequest => {
  const login = { protocol: 'sftp', tlsMode: 'none', host: HOST, port, directory: '/backup' } as const;
  const request = requestOf({ ...login, user: USER, password: PASSWORD, trustedIdentity: ED25519.identity }, change);
  return credential === undefined ? request : { ...request, credential };
};

export const withKey = (text: string, passphrase: string | null = null): Credential => ({
  method: 'private-key',
  privateKey: new Secret(text),
  passphrase: passphrase === null ? null : new Secret(passphrase),
});

/** After looking for the password, and for what scripted servers say, in all that can be printed. */
export const failureOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof TransportFailure)) throw new Error(`no failure but ${inspect(error)}`);
  const printed = inspect(error, { showHidden: true, depth: 9 });
  expect(printed).not.toContain(PASSWORD);
  expect(printed).not.toContain('<script>');
  return error.failure;
};
