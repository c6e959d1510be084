import { chownSync, mkdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { RandomIds } from '../../src/adapters/driven/ids/random-ids.ts';
import { type CallEnd, runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import { destinationOptions } from '../../src/adapters/driving/cli/destination-url.ts';
import type { Credential, FileTransport } from '../../src/application/ports/file-transport.ts';
import type { ConnectionTestReport, ConnectionTestRequest } from '../../src/application/testing-connection/results.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';
import type { Locale, Replacement } from '../../src/domain/backup-configuration/settings.ts';
import { type Listener, listen } from '../adapters/shared/guarded-network/loopback.ts';
import { aTest } from '../application/testing-connection/form.ts';
import { type RequestChange, requestOf } from '../contracts/file-transport/harness.ts';
import { ABENDBLATT, Newsroom } from '../support/newsroom.ts';
import { type RealServer, realParts } from '../support/real-parts/description.ts';
import { loginTo, transportTo } from './real-file-server.ts';

/** What is tested otherwise than the login that works. */
export interface TestChange extends RequestChange {
  readonly transport?: FileTransport;
  /** The text of a private key in the file. */
  readonly keyFile?: { readonly path: string; readonly credential: Credential };
  readonly replacement?: Replacement;
}

export interface Tested {
  readonly report: ConnectionTestReport;
  readonly cli: Readonly<Record<Locale, { readonly exit: CallEnd; readonly all: string }>>;
  /** All that anybody could read of it, the stored record included. */
  readonly said: string;
}

/** As the page tests, and as the command line does, in both languages; all on one store. */
export const testConnection = async (server: RealServer, change: TestChange): Promise<Tested> => {
  const parts = realParts();
  const { transport = transportTo(server, parts), keyFile, replacement = 'atomic', ...more } = change;
  const login = requestOf(loginTo(server, parts), more);
  const request = aTest({
    ...login,
    ...(keyFile === undefined ? {} : { credential: keyFile.credential }),
    replacement,
  });
  const newsroom = new Newsroom();
  const backup = await newsroom.backup({ transports: [transport], ids: new RandomIds() });
  const report = await backup.testing.test(request);
  if (report.outcome !== 'tested') throw new Error(`not tested: ${inspect(report)}`);
  const installation = {
    ...embedded,
    readPeople: async () => ({ organisation: ABENDBLATT, collection: null }),
    hasState: () => true,
    open: async () => ({
      backup,
      masterKeyProblem: async () => null,
      masterKey: () => undefined,
      auditKey: () => undefined,
      outbox: null,
      movedTo: async () => null,
      close: async () => undefined,
    }),
  };
  const call = async (lang: Locale) => {
    let all = '';
    const stream = {
      write: (text: string): void => {
        all += text;
      },
    };
    const exit = await runCommandLine([...argumentsOf(request, keyFile?.path), '--lang', lang], {
      ...{ installation, env: {}, stdout: stream, stderr: stream, program: 'planning-backup', version: '1.2.3' },
      stdin: (async function* () {
        if (login.credential.method === 'password') yield login.credential.password.reveal();
      })(),
      signal: new AbortController().signal,
    });
    return { exit, all };
  };
  const cli = { de: await call('de'), en: await call('en') };
  const printed = [JSON.stringify(report), inspect(report, { depth: 9, showHidden: true })];
  const stored = JSON.stringify(newsroom.eventLog.stored);
  return { report, cli, said: [...printed, stored, cli.de.all, cli.en.all].join('\n') };
};

const argumentsOf = (request: ConnectionTestRequest, keyFile: string | undefined): readonly string[] => {
  const { destination, user, trustedIdentity, replacement } = request;
  return [
    ...['test-connection', '--plan', 'plan.json', '--actor', 'anna', '--user', user, '--replace', replacement],
    ...destinationOptions(destination),
    ...(trustedIdentity === null ? [] : ['--trust', trustedIdentity.fingerprint]),
    ...(keyFile === undefined ? ['--password-stdin'] : ['--private-key', keyFile]),
  ];
};

/** A folder at a server for one spec alone, the login's own or root's. */
export const makeFolder = (server: RealServer, name: string, owner: 'login' | 'root' = 'login'): string => {
  const path = join(server.root, name);
  mkdirSync(path, { recursive: true, mode: 0o755 });
  const { uid, gid } = statSync(join(server.root, realParts().folders.writable));
  if (owner === 'login') chownSync(path, uid, gid);
  return path;
};

/** In front of a server that speaks in the clear: passes all on, and keeps what the server says. */
export const tap = async (server: RealServer): Promise<Listener & { readonly heard: readonly string[] }> => {
  const heard: string[] = [];
  const listener = await listen((socket) => {
    const behind = connect(server.port, server.host);
    behind.on('data', (chunk) => heard.push(chunk.toString('utf8')));
    behind.on('error', () => socket.destroy());
    socket.on('error', () => behind.destroy());
    socket.pipe(behind).pipe(socket);
  });
  return { ...listener, heard };
};
