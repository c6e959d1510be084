import type { Destination } from '../destination/destination.ts';
import type { HostIdentity } from '../destination/host-identity.ts';
import type { ConfidentialRecords, Locale, LoginMethod, Replacement } from './settings.ts';

export type BackupConfigurationCommand = SaveSettings | PauseBackup | ResumeBackup | RemoveBackup | ChangeTimeZone;

/** What every administrator's command carries. Who is an administrator is the directory's word, at this moment. */
export interface ByAdministrator {
  readonly actorId: string;
  readonly administratorIds: readonly string[];
  /** Who was one until shortly before: they may not act, but are told, so that removing them first silences nothing. */
  readonly formerAdministratorIds: readonly string[];
  readonly changeId: string;
  /** The version that the form was drawn from, or null where no form was (a command line). */
  readonly expectedVersion: number | null;
}

/** A form, saved: the wanted settings as a whole. What differs becomes events. */
export interface SaveSettings extends ByAdministrator {
  readonly type: 'SaveSettings';
  readonly destination: Destination;
  readonly user: string;
  /** The newly entered password or key, or null to keep the stored one. */
  readonly enteredSecret: { readonly secretId: string; readonly method: LoginMethod } | null;
  readonly trustedIdentity: HostIdentity | null;
  readonly replacement: Replacement;
  readonly confidentialRecords: ConfidentialRecords;
  /** In front of both file names; null leaves them as they are fixed (at set-up: without a prefix). */
  readonly filePrefix: string | null;
  /** Both count at set-up only: later the host changes the zone, and the language of the names stays. */
  readonly timeZone: string;
  readonly locale: Locale;
}

export interface PauseBackup extends ByAdministrator {
  readonly type: 'PauseBackup';
}

export interface ResumeBackup extends ByAdministrator {
  readonly type: 'ResumeBackup';
}

export interface RemoveBackup extends ByAdministrator {
  readonly type: 'RemoveBackup';
}

/** By the host, when the organisation's time zone changed there. */
export interface ChangeTimeZone {
  readonly type: 'ChangeTimeZone';
  readonly timeZone: string;
  readonly administratorIds: readonly string[];
  readonly formerAdministratorIds: readonly string[];
  readonly changeId: string;
}
