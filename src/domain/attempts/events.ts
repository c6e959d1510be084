import type { BackupConfigurationRejectionReason } from '../backup-configuration/rejections.ts';
import type { Failure } from '../backup-run/failure.ts';
import type { Destination } from '../destination/destination.ts';

/** What was tried on one organisation's backup, beside what changed: rejected saves, and uses of the password. */
export type AttemptEvent = SaveRejected | ConnectionTested | StoredPasswordOpened | FurtherAttemptsCounted;

export interface SaveRejected {
  readonly type: 'SaveRejected';
  readonly command: 'SaveSettings' | 'PauseBackup' | 'ResumeBackup' | 'RemoveBackup' | 'ChangeTimeZone';
  readonly reason: BackupConfigurationRejectionReason;
}

/** What was tested is named, so that an auditor sees where a login was tried; what came of it, in our own words. */
export interface ConnectionTested {
  readonly type: 'ConnectionTested';
  readonly destination: Destination;
  readonly user: string;
  /** Null: every step went well. */
  readonly failure: Failure | null;
}

export interface StoredPasswordOpened {
  readonly type: 'StoredPasswordOpened';
  readonly secretId: string;
  readonly purpose: 'night' | 'connection-test';
}

/** In place of single entries, once an hour has more than are kept. */
export interface FurtherAttemptsCounted {
  readonly type: 'FurtherAttemptsCounted';
  /** The hour in UTC, `YYYY-MM-DDTHH`. */
  readonly hour: string;
  /** All attempts of the hour so far. */
  readonly count: number;
}
