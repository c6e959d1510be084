import type { Destination } from '../destination/destination.ts';
import type { FileFailed, FileReplaced, PlanKind } from './events.ts';

export type FileOutcome = FileReplaced | FileFailed;

export type NightOutcome = 'delivered' | 'half-delivered' | 'failed' | 'stopped' | 'missed';

export type BackupRunState = { readonly status: 'unclaimed' } | RunningNight | EndedNight;

interface ClaimedNight {
  /** From 1; 0 for a night that was missed. */
  readonly attempt: number;
  /** Null where no worker ever began. */
  readonly workerId: string | null;
  readonly destination: Destination;
  readonly configurationVersion: number;
  /** Of the current attempt. */
  readonly outcomes: Partial<Readonly<Record<PlanKind, FileOutcome>>>;
  readonly needsALook: number;
  readonly deliveredBefore: boolean;
  /** An older attempt, or night, renamed after this one had begun: what is visible may be its files. */
  readonly overwrittenLate: boolean;
}

export interface RunningNight extends ClaimedNight {
  readonly status: 'running';
}

export interface EndedNight extends ClaimedNight {
  readonly status: 'ended';
  readonly outcome: NightOutcome;
}

export const initialBackupRun: BackupRunState = { status: 'unclaimed' };
