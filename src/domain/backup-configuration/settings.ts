import type { Destination } from '../destination/destination.ts';
import type { HostIdentity } from '../destination/host-identity.ts';

/** What the server is logged into with. The secret itself lies in the secret store, under `secretId`. */
export interface Login {
  readonly user: string;
  readonly method: LoginMethod;
  readonly secretId: string;
}

export type LoginMethod = 'password' | 'private-key';

/**
 * What happens where last night's file already is.
 * - `atomic`: rename over it; a server that refuses fails the night.
 * - `delete-then-rename`: for a moment there is no file.
 * - `overwrite`: written in place; a cut connection leaves half a file.
 */
export type Replacement = 'atomic' | 'delete-then-rename' | 'overwrite';

export type ConfidentialRecords = 'include' | 'leave-out';

/** The language of workbooks and of what the organisation reads. */
export type Locale = 'de' | 'en';

/** Fixed when the backup is set up; a name that changed by itself would leave a stale third file behind. */
export interface FileNames {
  readonly storyPlan: string;
  readonly eventPlan: string;
}

/** The settings as they stand at one version of the configuration. */
export interface BackupSettings {
  readonly destination: Destination;
  readonly login: Login;
  /** Null: a certificate that a public authority vouches for, or plain FTP, which proves nothing. */
  readonly trustedIdentity: HostIdentity | null;
  readonly replacement: Replacement;
  readonly confidentialRecords: ConfidentialRecords;
  readonly fileNames: FileNames;
  readonly timeZone: string;
  readonly locale: Locale;
}
