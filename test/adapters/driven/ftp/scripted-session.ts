import { inspect } from 'node:util';
import { afterEach, expect } from 'vitest';
import {
  FtpFileTransport,
  type FtpFileTransportOptions,
} from '../../../../src/adapters/driven/ftp/ftp-file-transport.ts';
import { TransportFailure } from '../../../../src/application/ports/file-transport.ts';
import type { TlsMode } from '../../../../src/domain/destination/destination.ts';
import { type RequestChange, requestOf } from '../../../contracts/file-transport/harness.ts';
import { type Listener, listen, loopbackNetwork } from '../../shared/guarded-network/loopback.ts';
import { AUTHORITY, SERVER_NAME } from './certificates.ts';
import {
  SCRIPTED_LOGIN,
  type ScriptedFtpOptions,
  type ScriptedFtpServer,
  scriptedFtpServer,
} from './scripted-ftp-server.ts';

export const LIMITS = { deadline: 5_000 };

const open: Listener[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Until the test is over. */
export const serve = async (options: ScriptedFtpOptions = {}): Promise<ScriptedFtpServer> => {
  const server = await scriptedFtpServer(options);
  open.push(server);
  return server;
};

/** Counts who comes, until the test is over. */
export const trap = async (host?: string, port?: number): Promise<Listener> => {
  const listener = await listen(() => {}, host, port);
  open.push(listener);
  return listener;
};

const network = loopbackNetwork([SERVER_NAME, 'other.test.example']);
/** One for all: reading the public authorities takes its time. */
const ordinary = new FtpFileTransport({ network, furtherAuthorities: [AUTHORITY] });
export const transport = (options?: Partial<FtpFileTransportOptions>): FtpFileTransport =>
  options === undefined ? ordinary : new FtpFileTransport({ network, ...options });

export const requestTo = (port: number, tlsMode: TlsMode = 'none', change: RequestChange = {}) =>
  requestOf(
    {
      protocol: 'ftp',
      tlsMode,
      host: SERVER_NAME,
      port,
      directory: '/backup',
      trustedIdentity: null,
      ...SCRIPTED_LOGIN,
    },
    change,
  );

/** After looking for the password, and for what scripted servers say, in all that can be printed. */
export const failureOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof TransportFailure)) throw new Error(`no failure but ${inspect(error)}`);
  const printed = inspect(error, { showHidden: true, depth: 9 });
  expect(printed).not.toContain(SCRIPTED_LOGIN.password);
  expect(printed).not.toContain('<script>');
  return error.failure;
};
