import type { SecureContext } from 'node:tls';
import {
  type FileTransport,
  type OpenRequest,
  type PresentedIdentity,
  type SessionLimits,
  TransportFailure,
  type TransportSession,
} from '../../../application/ports/file-transport.ts';
import type { Destination } from '../../../domain/destination/destination.ts';
import type { GuardedNetwork } from '../../shared/guarded-network/guarded-network.ts';
import { SessionGuard } from '../../shared/guarded-network/session-guard.ts';
import { presentedCertificate } from './certificate.ts';
import { connect, logIn, settle } from './control-connection.ts';
import { type Encryption, secureContext, type Trust } from './encryption.ts';
import { FtpSession } from './ftp-session.ts';
import { PassiveMode } from './passive-mode.ts';

export interface FtpFileTransportOptions {
  readonly network: GuardedNetwork;
  /** Certificates in PEM of authorities that are trusted besides the public ones. */
  readonly furtherAuthorities?: readonly string[];
  /** Milliseconds that a server may take for one answer. */
  readonly patience?: number;
}

const PATIENCE = 20_000;

/** FTP, and FTPS by explicit or implicit TLS, over basic-ftp. Passive mode only; nothing is ever listed. */
export class FtpFileTransport implements FileTransport {
  readonly protocol = 'ftp';
  readonly #network: GuardedNetwork;
  readonly #authorities: readonly string[];
  readonly #patience: number;
  #context: SecureContext | undefined;

  constructor(options: FtpFileTransportOptions) {
    this.#network = options.network;
    this.#authorities = options.furtherAuthorities ?? [];
    this.#patience = options.patience ?? PATIENCE;
  }

  async identify(destination: Destination, limits: SessionLimits): Promise<PresentedIdentity | null> {
    const guard = new SessionGuard(limits, this.#patience);
    try {
      const encryption = this.#encryption(destination, 'anything');
      const { client, encrypted } = await connect(this.#network, destination, encryption, guard);
      const presented = encrypted === null ? null : presentedCertificate(encrypted);
      client.close();
      return presented;
    } finally {
      guard.end();
    }
  }

  async open(request: OpenRequest, limits: SessionLimits): Promise<TransportSession> {
    const { destination, trustedIdentity, user, credential } = request;
    const guard = new SessionGuard(limits, this.#patience);
    try {
      // Plain FTP can prove nothing: who trusts an identity must not be sent there.
      if (destination.tlsMode === 'none' && trustedIdentity !== null) {
        throw new TransportFailure({ step: 'secure', code: 'tls-not-offered' });
      }
      const encryption = this.#encryption(destination, trustedIdentity ?? 'public-authorities');
      const control = await connect(this.#network, destination, encryption, guard);
      await logIn(control, user, credential, guard);
      await settle(control, destination.directory, guard);
      return new FtpSession({
        control,
        guard,
        encryption,
        passive: new PassiveMode(control.client, this.#network, guard, control.address),
        presented: control.encrypted === null ? null : presentedCertificate(control.encrypted),
        patience: this.#patience,
      });
    } catch (error) {
      guard.end();
      throw error;
    }
  }

  #encryption({ host }: Destination, trust: Trust): Encryption {
    const context = () => {
      this.#context ??= secureContext(this.#authorities);
      return this.#context;
    };
    return { context, host, trust };
  }
}
