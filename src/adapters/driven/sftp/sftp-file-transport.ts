import type { SFTPWrapper, Stats } from 'ssh2';
import {
  type FileTransport,
  type OpenRequest,
  type PresentedIdentity,
  type SessionLimits,
  TransportFailure,
  type TransportSession,
} from '../../../application/ports/file-transport.ts';
import type { FailureCode } from '../../../domain/backup-run/failure.ts';
import type { Destination } from '../../../domain/destination/destination.ts';
import type { GuardedNetwork } from '../../shared/guarded-network/guarded-network.ts';
import { SessionGuard } from '../../shared/guarded-network/session-guard.ts';
import { isSendable } from '../../shared/guarded-network/wire-text.ts';
import { authentication } from './authentication.ts';
import { loginCode, onStatus } from './failure-codes.ts';
import { SftpSession } from './sftp-session.ts';
import { type Handshake, shakeHands } from './ssh-connection.ts';
import { ask } from './write-file.ts';

export interface SftpFileTransportOptions {
  readonly network: GuardedNetwork;
  /** Milliseconds that a server may take for one answer. */
  readonly patience?: number;
}

const PATIENCE = 20_000;

/** SFTP over ssh2-sftp-client. A host key must be trusted beforehand: there is no trust on first use. */
export class SftpFileTransport implements FileTransport {
  readonly protocol = 'sftp';
  readonly #network: GuardedNetwork;
  readonly #patience: number;

  constructor(options: SftpFileTransportOptions) {
    this.#network = options.network;
    this.#patience = options.patience ?? PATIENCE;
  }

  async identify(destination: Destination, limits: SessionLimits): Promise<PresentedIdentity> {
    const guard = new SessionGuard(limits, this.#patience);
    try {
      // Never answered: the connection ends before anybody is named.
      const authHandler = () => {};
      const request = { destination, user: '', authHandler, trusted: 'anything' as const };
      return { identity: (await shakeHands(this.#network, request, guard)).shown };
    } finally {
      guard.end();
    }
  }

  async open(request: OpenRequest, limits: SessionLimits): Promise<TransportSession> {
    const { destination, user, credential, trustedIdentity } = request;
    const guard = new SessionGuard(limits, this.#patience);
    try {
      if (!isSendable(user)) throw new TransportFailure({ step: 'log-in', code: 'login-refused' });
      const authHandler = authentication(user, credential);
      if (trustedIdentity === null) throw new TransportFailure({ step: 'secure', code: 'host-key-changed' });
      const wanted = { destination, user, authHandler, trusted: trustedIdentity };
      const handshake = await shakeHands(this.#network, wanted, guard);
      const sftp = await logIn(handshake, guard);
      // The server may end SFTP and keep the connection; what is asked then is never answered.
      sftp.on('end', () => guard.end()).on('close', () => guard.end());
      await enter(sftp, destination.directory, guard);
      return new SftpSession({ handshake, sftp, directory: destination.directory, guard, patience: this.#patience });
    } catch (error) {
      guard.end();
      throw error;
    }
  }
}

const logIn = async ({ client, socket, ready, lastError }: Handshake, guard: SessionGuard): Promise<SFTPWrapper> => {
  let isLoggedIn = false;
  client.on('ready', () => {
    isLoggedIn = true;
  });
  // A password that ran out and must be changed by hand is, for this login, a wrong one.
  const expired = new Promise<never>((_, reject) => {
    client.on('change password', () => reject(new TransportFailure({ step: 'log-in', code: 'login-refused' })));
  });
  // Logged in and yet no SFTP: the server offers a shell, or nothing, to this user. Or it is gone.
  const code = (): FailureCode => {
    if (!isLoggedIn) return loginCode(lastError());
    return socket.readyState === 'open' ? 'other-protocol' : 'connection-lost';
  };
  return guard.step('log-in', code, () => Promise.race([ready, expired]));
};

const enter = (sftp: SFTPWrapper, directory: string, guard: SessionGuard): Promise<void> =>
  guard.step(
    'directory',
    onStatus(() => 'directory-missing'),
    async () => {
      const found = await ask<Stats>((callback) => sftp.stat(directory, callback));
      if (!found.isDirectory()) throw new TransportFailure({ step: 'directory', code: 'directory-missing' });
    },
  );
