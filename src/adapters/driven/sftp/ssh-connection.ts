import type { Socket } from 'node:net';
import type { AuthHandlerMiddleware, ServerHostKeyAlgorithm, SFTPWrapper } from 'ssh2';
import SftpClient from 'ssh2-sftp-client';
import { TransportFailure } from '../../../application/ports/file-transport.ts';
import type { Destination } from '../../../domain/destination/destination.ts';
import { type HostIdentity, isSameIdentity } from '../../../domain/destination/host-identity.ts';
import type { GuardedNetwork } from '../../shared/guarded-network/guarded-network.ts';
import { FTP_GREETING, whenOtherProtocol } from '../../shared/guarded-network/other-protocol.ts';
import type { SessionGuard } from '../../shared/guarded-network/session-guard.ts';
import { handshakeCode } from './failure-codes.ts';
import { HOST_KEY_KINDS, hostKeyIdentity } from './host-key.ts';

/** A handshake in which the server has proved to hold its host key. Nothing of the login was sent before. */
export interface Handshake {
  readonly client: SftpClient;
  readonly socket: Socket;
  readonly shown: HostIdentity;
  /** Settles with the login, which goes on by itself. */
  readonly ready: Promise<SFTPWrapper>;
  /** What the library said last; its promise loses half of it. */
  readonly lastError: () => unknown;
}

export interface HandshakeRequest {
  readonly destination: Destination;
  readonly user: string;
  readonly authHandler: AuthHandlerMiddleware;
  /** `anything` is for looking at the key that is shown, and for nothing else. */
  readonly trusted: HostIdentity | 'anything';
}

/** The library writes to the console where nobody listens. */
const SILENT = { error: () => {}, end: () => {}, close: () => {} };

/**
 * Shakes hands, and stops before the login where the host key is not the trusted one. A server has several keys and
 * shows the first of a kind that it is asked for: before a key counts as changed, the less preferred kinds are asked
 * for too.
 * @throws {TransportFailure} `host-key-changed`, and others of the steps `reach` and `secure`.
 */
export const shakeHands = async (
  network: GuardedNetwork,
  request: HandshakeRequest,
  guard: SessionGuard,
): Promise<Handshake> => {
  const { host, port } = request.destination;
  const { socket, address } = await network.reach(host, port, guard);
  const first = await tryHandshake(socket, request, HOST_KEY_KINDS.flat(), guard);
  if (first !== 'denied') return first;
  for (const kind of HOST_KEY_KINDS.slice(1)) {
    const next = await guard.step(
      'reach',
      () => 'connection-lost',
      () => network.reachAgain(address, port, guard),
    );
    const handshake = await tryHandshake(next, request, kind, guard).catch(deniedIfNotOffered);
    if (handshake !== 'denied') return handshake;
  }
  throw new TransportFailure({ step: 'secure', code: 'host-key-changed' });
};

const deniedIfNotOffered = (error: unknown): 'denied' => {
  if (error instanceof TransportFailure && error.failure.code === 'no-common-algorithm') return 'denied';
  throw error;
};

const tryHandshake = async (
  socket: Socket,
  { user, authHandler, trusted }: HandshakeRequest,
  serverHostKey: readonly ServerHostKeyAlgorithm[],
  guard: SessionGuard,
): Promise<Handshake | 'denied'> => {
  const client = new SftpClient('planning-backup', SILENT);
  let shown: HostIdentity | undefined;
  let denied = false;
  let lastError: unknown;
  client.on('error', (error: unknown) => {
    lastError = error;
  });
  // Comes after the server's signature with its host key was verified, and before the login begins.
  const shaken = new Promise<void>((resolve) => client.on('handshake', () => resolve()));
  const other = whenOtherProtocol(socket, FTP_GREETING);
  const ready = client.connect({
    sock: socket,
    username: user,
    authHandler,
    algorithms: { serverHostKey: [...serverHostKey] },
    // The guard ends what takes too long.
    readyTimeout: 0,
    hostVerifier: (key: Buffer): boolean => {
      shown = hostKeyIdentity(key);
      denied = trusted !== 'anything' && !isSameIdentity(shown, trusted);
      return !denied;
    },
  });
  ready.catch(() => {});
  const work = () => Promise.race([shaken, ready, other]);
  try {
    await guard.step('secure', () => handshakeCode(lastError), work);
  } catch (error) {
    if (denied) return 'denied';
    throw error;
  }
  if (shown === undefined) throw new TransportFailure({ step: 'secure', code: 'other-protocol' });
  return { client, socket, shown, ready, lastError: () => lastError };
};
