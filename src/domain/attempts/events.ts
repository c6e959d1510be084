import type { BackupConfigurationRejectionReason } from '../backup-configuration/rejections.ts';

/** What was tried on one organisation's backup, beside what changed: rejected saves, and uses of the password. */
export type AttemptEvent = SaveRejected | StoredPasswordOpened | FurtherAttemptsCounted;

export interface SaveRejected {
  readonly type: 'SaveRejected';
  readonly command: 'SaveSettings' | 'PauseBackup' | 'ResumeBackup' | 'RemoveBackup' | 'ChangeTimeZone';
  readonly reason: BackupConfigurationRejectionReason;
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
