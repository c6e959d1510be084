import type { Failure } from '../../domain/backup-run/failure.ts';
import type { Destination, Protocol } from '../../domain/destination/destination.ts';
import type { HostIdentity } from '../../domain/destination/host-identity.ts';
import type { Secret } from '../secret.ts';

/** What a server is logged into with. */
export type Credential =
  | { readonly method: 'password'; readonly password: Secret }
  | { readonly method: 'private-key'; readonly privateKey: Secret; readonly passphrase: Secret | null };

export interface OpenRequest {
  readonly destination: Destination;
  readonly user: string;
  readonly credential: Credential;
  /** Null: FTPS trusts a public authority's certificate for this host, plain FTP nothing. SFTP must have one. */
  readonly trustedIdentity: HostIdentity | null;
}

/** The identity that a server shows, for an administrator to compare and trust. */
export interface PresentedIdentity {
  readonly identity: HostIdentity;
  /** Of a certificate only. Text from outside. */
  readonly certificate?: {
    readonly subject: string;
    readonly issuer: string;
    /** Instants, ISO 8601 in UTC. */
    readonly validFrom: string;
    readonly validTo: string;
    /** Whether a known authority vouches for it, for this host. */
    readonly vouchedFor: boolean;
  };
}

/** One technology to bring files to a server. Every promise below rejects with {@link TransportFailure} only. */
export interface FileTransport {
  readonly protocol: Protocol;
  /** Connects and leaves before any login. Null where the protocol shows no identity (plain FTP). */
  identify(destination: Destination, limits: SessionLimits): Promise<PresentedIdentity | null>;
  /** Connected to the checked address, identity verified, logged in, inside the directory. */
  open(request: OpenRequest, limits: SessionLimits): Promise<TransportSession>;
}

export interface SessionLimits {
  /** Milliseconds from the call until the session is cut, whatever the server does. */
  readonly deadline: number;
  readonly signal?: AbortSignal;
}

/** A login at one server and directory. File names are plain names, never paths. Calls are made one after the other. */
export interface TransportSession {
  readonly presented: PresentedIdentity | null;
  /** Creates or overwrites. */
  upload(name: string, bytes: Uint8Array): Promise<void>;
  /** Bytes, or `absent`. */
  size(name: string): Promise<number | 'absent'>;
  /** Replaces what has the name `to`, in one step. `replacing-refused` where `to` exists and the server will not. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<'removed' | 'absent'>;
  /** Never rejects; closes the sockets in any case. */
  close(): Promise<void>;
}

/** A step of the transport that failed, in our own words. What the server said is not in it. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.step}: ${failure.code}`);
    this.failure = failure;
  }
}
