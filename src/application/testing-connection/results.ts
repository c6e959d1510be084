import type { IncoherentLogin } from '../../domain/backup-configuration/rules.ts';
import type { Replacement } from '../../domain/backup-configuration/settings.ts';
import type { Failure, FailureStep } from '../../domain/backup-run/failure.ts';
import type { Destination } from '../../domain/destination/destination.ts';
import type { HostIdentity } from '../../domain/destination/host-identity.ts';
import type { Credential, PresentedIdentity } from '../ports/file-transport.ts';

/** What is in a form, saved or not. */
export interface ConnectionTestRequest {
  readonly organisationId: string;
  readonly actorId: string;
  readonly requestId: string | null;
  readonly destination: Destination;
  readonly user: string;
  /** Null: with the stored password or key, which must have been entered for just this use. */
  readonly credential: Credential | null;
  readonly trustedIdentity: HostIdentity | null;
  readonly replacement: Replacement;
  /** Of the file names, where no backup is set up yet. */
  readonly filePrefix: string | null;
}

/** The night's steps that a test walks, in order. Name, resolving, address rule and reaching are told apart to nobody. */
export const TEST_STEPS = [
  'host',
  'reach',
  'secure',
  'log-in',
  'directory',
  'upload',
  'size',
  'replace',
  'clean-up',
] as const satisfies readonly FailureStep[];

export type TestStep = (typeof TEST_STEPS)[number];

export type TestedStep =
  | { readonly step: TestStep; readonly status: 'ok' | 'not-tried' }
  | { readonly step: TestStep; readonly status: 'failed'; readonly failure: Failure }
  /** The host's identity waits for an administrator's trust; nothing was sent to it. */
  | { readonly step: TestStep; readonly status: 'to-be-trusted' };

export type TestWarning =
  /** A file of our name is there, and it was not put there by a night that we know of. */
  | { readonly warning: 'foreign-file'; readonly name: string }
  /** The server let us write the probe, and not remove it. */
  | { readonly warning: 'probe-left-behind'; readonly name: string }
  /** Plain FTP: the password and the plan travel for everyone on the way to read. */
  | { readonly warning: 'unprotected' };

export interface ConnectionTestReport {
  readonly outcome: 'tested';
  readonly steps: readonly TestedStep[];
  /** Whether every step went well. */
  readonly isOk: boolean;
  /** What the server proves itself with; null for plain FTP, and where it was not reached. */
  readonly presented: PresentedIdentity | null;
  /** The best way of replacing a file that the server was seen to allow; null if it was not found out. */
  readonly capability: Replacement | null;
  readonly warnings: readonly TestWarning[];
}

export type ConnectionTestRefusal =
  | { readonly reason: 'ActorNotAnAdministrator' }
  /** The stored password was not entered for this server, user and identity; or there is none. */
  | { readonly reason: 'PasswordRequired' }
  | { readonly reason: 'BackupNotSetUp' }
  | { readonly reason: 'PasswordUnavailable' }
  | IncoherentLogin
  /** Too many tests in this hour, by this administrator, for this organisation or at this server. */
  | { readonly reason: 'TooManyTests' }
  /** The server refused this user so often in this hour that one more could lock the account. */
  | { readonly reason: 'TooManyRefusedLogins' };

export type ConnectionTestOutcome =
  | ConnectionTestReport
  | { readonly outcome: 'refused'; readonly refusal: ConnectionTestRefusal }
  | { readonly outcome: 'unavailable'; readonly what: 'directory' | 'event log' };
