import type { Night } from '../schedule/night.ts';
import type {
  FileFailed,
  FileReplaced,
  PartFilesGone,
  PartFilesNamed,
  Pin,
  PlanCollected,
  RepeatReason,
  TakeOverReason,
} from './events.ts';

interface StartAttempt extends Pin {
  readonly workerId: string;
}

export interface ClaimNight extends StartAttempt {
  readonly type: 'ClaimNight';
  readonly night: Night;
  readonly reason: 'scheduled' | 'manual';
}

/** A night whose date is over, and that nobody claimed. */
export interface RecordMissedNight extends Pin {
  readonly type: 'RecordMissedNight';
  readonly night: Night;
}

export interface TakeOverNight extends StartAttempt {
  readonly type: 'TakeOverNight';
  readonly reason: TakeOverReason;
  /** The attempt whose end was waited for. */
  readonly overtaken: number;
}

/** A night that has ended is run once more. */
export interface RepeatNight extends StartAttempt {
  readonly type: 'RepeatNight';
  readonly reason: RepeatReason;
}

/** What an attempt found out; recorded only while it is the night's current one. */
export interface RecordProgress {
  readonly type: 'RecordProgress';
  readonly fact: PlanCollected | PartFilesNamed | PartFilesGone | FileReplaced | FileFailed;
}

/** Both files have an outcome; the night's own follows from theirs. */
export interface EndAttempt {
  readonly type: 'EndAttempt';
  readonly attempt: number;
}

export interface StopAttempt {
  readonly type: 'StopAttempt';
  readonly attempt: number;
  readonly reason: 'paused' | 'removed';
}

export interface RecordLatePublication {
  readonly type: 'RecordLatePublication';
  readonly attempt: number;
}

/** Said by who published an older night, on the record of a later one. */
export interface RecordOlderNightPublication {
  readonly type: 'RecordOlderNightPublication';
  readonly olderNight: Night;
}

export type BackupRunCommand =
  | ClaimNight
  | RecordMissedNight
  | TakeOverNight
  | RepeatNight
  | RecordProgress
  | EndAttempt
  | StopAttempt
  | RecordLatePublication
  | RecordOlderNightPublication;

export type BackupRunRejection =
  | { readonly reason: 'NightAlreadyClaimed' }
  | { readonly reason: 'NightNotClaimed' }
  | { readonly reason: 'NightStillRunning' }
  | { readonly reason: 'NightAlreadyEnded' }
  | { readonly reason: 'AttemptOvertaken'; readonly currentAttempt: number }
  | { readonly reason: 'OutcomeMissing' };
