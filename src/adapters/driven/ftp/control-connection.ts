import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Client, FTPError } from 'basic-ftp';
import type { Credential } from '../../../application/ports/file-transport.ts';
import { TransportFailure } from '../../../application/ports/file-transport.ts';
import type { Destination } from '../../../domain/destination/destination.ts';
import type { GuardedNetwork } from '../../shared/guarded-network/guarded-network.ts';
import { SSH_GREETING, whenOtherProtocol } from '../../shared/guarded-network/other-protocol.ts';
import type { SessionGuard } from '../../shared/guarded-network/session-guard.ts';
import { isSendable } from '../../shared/guarded-network/wire-text.ts';
import { type Encryption, encrypt } from './encryption.ts';
import { onReply, tlsCode } from './failure-codes.ts';

/** A control connection that said hello and, where it shall, is encrypted and verified. Nobody is logged in yet. */
export interface ControlConnection {
  readonly client: Client;
  readonly address: string;
  /** Null: plain FTP. */
  readonly encrypted: TLSSocket | null;
}

/** Connects and encrypts, in the one way that the destination names: there is no way back to plain text. */
export const connect = async (
  network: GuardedNetwork,
  destination: Destination,
  encryption: Encryption,
  guard: SessionGuard,
): Promise<ControlConnection> => {
  const { socket, address } = await network.reach(destination.host, destination.port, guard);
  // No time-out of the library's: it counts inactivity, which a server that trickles never shows.
  const client = new Client(0);
  const encryptNow = (plain: Socket): Promise<TLSSocket> =>
    guard.step('secure', tlsCode, async () => {
      const encrypted = await encrypt(plain, encryption);
      guard.add(encrypted);
      return encrypted;
    });
  switch (destination.tlsMode) {
    case 'none':
      await greet(client, socket, guard);
      return { client, address, encrypted: null };
    case 'explicit': {
      await greet(client, socket, guard);
      await guard.step(
        'secure',
        onReply(() => 'tls-not-offered'),
        () => offerTls(client),
      );
      const encrypted = await encryptNow(socket);
      client.ftp.socket = encrypted;
      return { client, address, encrypted };
    }
    case 'implicit': {
      const encrypted = await encryptNow(socket);
      await greet(client, encrypted, guard);
      return { client, address, encrypted };
    }
  }
  return destination.tlsMode satisfies never;
};

/** Hands a connected socket to the library and waits for its 220; a server that is busy says 120 before, or 421. */
const greet = (client: Client, socket: Socket, guard: SessionGuard): Promise<void> =>
  guard.step(
    'reach',
    (error) => (error instanceof FTPError ? 'connection-refused' : 'connection-lost'),
    () => {
      const other = whenOtherProtocol(socket, SSH_GREETING);
      client.ftp.socket = socket;
      const hello = client.ftp.handle(undefined, (reply, task) => {
        if (reply instanceof Error) task.reject(reply);
        else if (reply.code >= 200) task.resolve(undefined);
      });
      return Promise.race([hello, other]);
    },
  );

const offerTls = async (client: Client): Promise<void> => {
  const { code } = await client.send('AUTH TLS');
  if (code !== 234) throw new TransportFailure({ step: 'secure', code: 'tls-not-offered' });
};

/** USER and PASS, as two steps of our own: the library repeats the password as often as a server says 331. */
export const logIn = (
  { client }: ControlConnection,
  user: string,
  credential: Credential,
  guard: SessionGuard,
): Promise<void> =>
  guard.step(
    'log-in',
    onReply(() => 'login-refused'),
    async () => {
      const refused = new TransportFailure({ step: 'log-in', code: 'login-refused' });
      if (credential.method !== 'password' || !isSendable(user)) throw refused;
      const password = credential.password.reveal();
      if (!isSendable(password)) throw refused;
      await client.sendIgnoringError('OPTS UTF8 ON');
      const asked = await client.send(`USER ${user}`);
      const answer = asked.code === 331 ? await client.send(`PASS ${password}`) : asked;
      if (answer.code < 200 || answer.code > 299) throw refused;
    },
  );

/** Binary files, names in UTF-8, and data connections as protected as the control connection. */
export const settle = async (control: ControlConnection, directory: string, guard: SessionGuard): Promise<void> => {
  const { client, encrypted } = control;
  if (encrypted !== null) {
    await guard.step(
      'secure',
      onReply(() => 'tls-not-offered'),
      async () => {
        await client.send('PBSZ 0');
        await client.send('PROT P');
      },
    );
  }
  await guard.step(
    'log-in',
    onReply(() => 'other-protocol'),
    async () => {
      // Some servers take it only now.
      await client.sendIgnoringError('OPTS UTF8 ON');
      await client.send('TYPE I');
    },
  );
  await guard.step(
    'directory',
    onReply(() => 'directory-missing'),
    async () => {
      if (!isSendable(directory)) throw new TransportFailure({ step: 'directory', code: 'directory-missing' });
      await client.send(`CWD ${directory}`);
    },
  );
};
