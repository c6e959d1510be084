import { inspect } from 'node:util';
import { expect } from 'vitest';
import {
  type FileTransport,
  type OpenRequest,
  TransportFailure,
} from '../../../src/application/ports/file-transport.ts';
import { Secret } from '../../../src/application/secret.ts';
import type { Failure, FailureCode } from '../../../src/domain/backup-run/failure.ts';
import { type Protocol, readDestination, type TlsMode } from '../../../src/domain/destination/destination.ts';
import { type HostIdentity, readHostIdentity } from '../../../src/domain/destination/host-identity.ts';

/** What a test asks for otherwise than the login that works. */
export interface RequestChange {
  readonly host?: string;
  readonly port?: number;
  readonly directory?: string;
  readonly user?: string;
  readonly password?: string;
  readonly trustedIdentity?: HostIdentity | null;
}

/** A server's identity that must not be logged into. */
export interface Distrusted {
  readonly title: string;
  readonly transport?: FileTransport;
  readonly change: RequestChange;
  readonly code: FailureCode;
}

export interface FileTransportHarness {
  readonly transport: FileTransport;
  /** A login that works, in the writable folder, but for the change. */
  request(change?: RequestChange): OpenRequest;
  readonly password: string;
  readonly folders: {
    readonly writable: string;
    readonly nonAscii: string;
    readonly readOnly: string;
    readonly full: string;
  };
  readonly renameOver: 'replaces' | 'refused';
  readonly uploadOver: 'replaces' | 'refused';
  /** What lies on the server, seen from behind. */
  read(directory: string, name: string): Promise<Uint8Array | undefined>;
  write(directory: string, name: string, bytes: Uint8Array): Promise<void>;
  /** Hosts and ports where no session comes about. */
  readonly trouble: {
    readonly refused: RequestChange;
    readonly unknown: RequestChange;
    readonly unroutable: RequestChange;
    readonly blocked: RequestChange;
    readonly silent: RequestChange;
    readonly trickling: RequestChange;
  };
  readonly distrusted: readonly Distrusted[];
  /** Null: the protocol shows none. */
  readonly identity: HostIdentity | null;
  /** Makes the connection break while this file goes up; called before the upload. */
  cutDuring(directory: string, name: string): void;
  /** Milliseconds in which a login is surely done: deadlines are measured with it. */
  readonly loginTakes: number;
  /** Bytes of a file that takes long enough to be cut. */
  readonly cuttable: number;
  /** How often somebody tried to log in so far, where the server can be asked. */
  loginAttempts?(): number;
  close?(): Promise<void>;
}

/** A login as a test writes it down. */
export interface Login {
  readonly protocol: Protocol;
  readonly tlsMode: TlsMode;
  readonly host: string;
  readonly port: number;
  readonly directory: string;
  readonly user: string;
  readonly password: string;
  readonly trustedIdentity: HostIdentity | null;
}

export const requestOf = (login: Login, change: RequestChange = {}): OpenRequest => {
  const { user, password, trustedIdentity, ...input } = { ...login, ...change };
  const destination = readDestination(input);
  if (!destination.ok) throw new Error(destination.problem);
  const credential = { method: 'password', password: new Secret(password) } as const;
  return { destination: destination.value, user, credential, trustedIdentity };
};

export const identityOf = (fingerprint: string): HostIdentity => {
  const identity = readHostIdentity(fingerprint);
  if (!identity.ok) throw new Error(identity.problem);
  return identity.value;
};

/** What servers say, in their own words. */
const SERVER_WORDS =
  /incorrect|denied|no such|can't|cannot|could not|not found|authentication|host key|certificate has|alert/i;

export const bytesOf = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  // Every byte value, in an order that no period of a buffer's size repeats.
  for (let index = 0; index < length; index += 1) bytes[index] = (index * 31 + (index >> 8) * 7) & 0xff;
  return bytes;
};

export const hasSameBytes = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

/** The failure a promise ends with, after looking through all that can be printed of it. */
export const failureOf = async (promise: Promise<unknown>, password: string): Promise<Failure> => {
  const error: unknown = await promise.then(
    () => 'no failure',
    (reason: unknown) => reason,
  );
  if (!(error instanceof TransportFailure)) expect.fail(`No TransportFailure: ${inspect(error)}`);
  expect(error.cause).toBeUndefined();
  const printed = [String(error), JSON.stringify(error), error.message, inspect(error, { depth: 9, showHidden: true })];
  for (const text of printed) {
    expect(text).not.toContain(password);
    expect(text.split('\n    at ')[0]).not.toMatch(SERVER_WORDS);
  }
  return error.failure;
};
