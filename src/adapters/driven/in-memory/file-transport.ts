import {
  type FileTransport,
  type OpenRequest,
  type PresentedIdentity,
  type SessionLimits,
  TransportFailure,
} from '../../../application/ports/file-transport.ts';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { FailureCode, FailureStep } from '../../../domain/backup-run/failure.ts';
import type { Destination, Protocol } from '../../../domain/destination/destination.ts';
import { isSameIdentity } from '../../../domain/destination/host-identity.ts';
import { isSendable } from '../../shared/guarded-network/wire-text.ts';
import type { InMemoryFileServer } from './file-server.ts';
import { InMemorySession } from './file-session.ts';

export interface InMemoryFileTransportOptions {
  readonly protocol: Protocol;
  readonly servers: readonly InMemoryFileServer[];
  readonly clock: Pick<ScheduleClock, 'monotonic' | 'pass'>;
}

const failed = (step: FailureStep, code: FailureCode) => new TransportFailure({ step, code });

/** Reaches its own servers only, by host and port, and fails as the real transports do. */
export class InMemoryFileTransport implements FileTransport {
  readonly protocol: Protocol;
  readonly #servers: readonly InMemoryFileServer[];
  readonly #clock: InMemoryFileTransportOptions['clock'];

  constructor(options: InMemoryFileTransportOptions) {
    this.protocol = options.protocol;
    this.#servers = options.servers;
    this.#clock = options.clock;
  }

  async identify(destination: Destination, limits: SessionLimits): Promise<PresentedIdentity | null> {
    return presentedBy(await this.#reach(destination, limits));
  }

  async open(request: OpenRequest, limits: SessionLimits): Promise<InMemorySession> {
    const { destination } = request;
    const openedAt = this.#clock.monotonic();
    const server = await this.#reach(destination, limits);
    mustBeTrusted(server, request);
    mustBeLetIn(server, request);
    if (server.directory(destination.directory) === undefined) throw failed('directory', 'directory-missing');
    return new InMemorySession({
      server,
      directory: destination.directory,
      presented: presentedBy(server),
      cutBy: () => {
        if (limits.signal?.aborted === true) return 'connection-lost';
        return this.#clock.monotonic() - openedAt >= limits.deadline ? 'deadline-passed' : undefined;
      },
    });
  }

  /** Connected, and encrypted as the destination says. */
  async #reach(destination: Destination, limits: SessionLimits): Promise<InMemoryFileServer> {
    if (limits.signal?.aborted === true) throw failed('reach', 'connection-lost');
    const atHost = this.#servers.filter(({ options }) => options.host === destination.host);
    if (atHost.length === 0) throw failed('reach', 'host-not-reachable');
    const server = atHost.find(({ options }) => options.port === destination.port);
    if (server === undefined) throw failed('reach', 'connection-refused');
    const fault = server.due('connect');
    if (fault !== undefined) await this.#fail(fault.server, limits);
    const { protocol, tlsMode } = server.options;
    if (protocol !== destination.protocol) throw failed('reach', 'other-protocol');
    if (tlsMode === destination.tlsMode) return server;
    if (destination.tlsMode === 'explicit') throw failed('secure', 'tls-not-offered');
    if (destination.tlsMode === 'implicit') throw failed('secure', 'other-protocol');
    throw tlsMode === 'implicit' ? failed('reach', 'no-answer') : failed('log-in', 'login-refused');
  }

  async #fail(how: 'is-unreachable' | 'refuses' | 'stays-silent' | 'trickles', limits: SessionLimits): Promise<never> {
    if (how === 'is-unreachable') throw failed('reach', 'host-not-reachable');
    if (how === 'refuses') throw failed('reach', 'connection-refused');
    await this.#clock.pass(limits.deadline, limits.signal);
    throw failed('reach', limits.signal?.aborted === true ? 'connection-lost' : 'deadline-passed');
  }
}

const presentedBy = ({ identity, options }: InMemoryFileServer): PresentedIdentity | null => {
  if (identity === null) return null;
  if (identity.kind === 'ssh-host-key') return { identity };
  return {
    identity,
    certificate: {
      subject: `CN=${options.host}`,
      issuer: 'CN=In-memory authority',
      validFrom: '2020-01-01T00:00:00.000Z',
      validTo: '2100-01-01T00:00:00.000Z',
      vouchedFor: options.vouchedFor ?? false,
    },
  };
};

const mustBeTrusted = ({ identity, options }: InMemoryFileServer, { trustedIdentity }: OpenRequest): void => {
  if (options.protocol === 'sftp') {
    if (trustedIdentity === null || !isSameIdentity(trustedIdentity, identity)) {
      throw failed('secure', 'host-key-changed');
    }
  } else if (trustedIdentity !== null) {
    if (options.tlsMode === 'none') throw failed('secure', 'tls-not-offered');
    if (!isSameIdentity(trustedIdentity, identity)) throw failed('secure', 'certificate-changed');
  } else if (options.tlsMode !== 'none' && options.vouchedFor !== true) {
    throw failed('secure', 'certificate-untrusted');
  }
};

const mustBeLetIn = (server: InMemoryFileServer, { user, credential }: OpenRequest): void => {
  const { options } = server;
  const isRightUser = isSendable(user) && user === options.user;
  if (credential.method === 'password') {
    server.loginAttempts += 1;
    const isRight = options.password !== undefined && credential.password.reveal() === options.password;
    if (!isRightUser || !isRight) throw failed('log-in', 'login-refused');
    return;
  }
  const { privateKey } = options;
  const isOurs = privateKey?.text === credential.privateKey.reveal();
  // A real key says by itself whether it opens; here only the one that the server knows can be opened at all.
  if (isOurs && privateKey?.passphrase !== (credential.passphrase?.reveal() ?? null)) {
    throw failed('log-in', 'private-key-unreadable');
  }
  server.loginAttempts += 1;
  if (options.protocol !== 'sftp' || !isRightUser || !isOurs) throw failed('log-in', 'login-refused');
};
