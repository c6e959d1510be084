import type { PlanKind } from '../backup-run/events.ts';
import type { Failure } from '../backup-run/failure.ts';
import type { Night } from '../schedule/night.ts';

/** What an organisation's administrators are told across nights: one fact a change of state, not one a night. */
export type BackupHealthEvent = BackupFailing | BackupFailureReminded | BackupRecovered | AdministratorsToBeTold;

/** What there is to tell. */
export type HealthFact = Exclude<BackupHealthEvent, AdministratorsToBeTold>;

/** Why a night's files are not at the server, or may not be the ones that are seen there. */
export type NightTrouble =
  /** Its date was over before any worker began it. */
  | { readonly kind: 'missed' }
  | { readonly kind: 'failed' | 'half-delivered'; readonly failures: readonly FileFailure[] }
  /** Delivered, and an overtaken attempt put its own, older files in place after that. */
  | { readonly kind: 'overwritten-late' };

export interface FileFailure {
  readonly file: PlanKind;
  readonly failure: Failure;
}

/** The version of a file that was put in place last at the destination. */
export interface FileInPlace {
  readonly file: PlanKind;
  readonly name: string;
  readonly night: Night;
  /** Instants, ISO 8601 in UTC: when the plan was read, and when the file took its name. */
  readonly collectedAt: string;
  readonly replacedAt: string;
  /** A later attempt broke off while it replaced the file in more than one step: it may be missing, or half of one. */
  readonly mayBeBroken: boolean;
}

interface AcrossNights<Type extends string> {
  readonly type: Type;
  /** The latest night that this is known from. */
  readonly night: Night;
  /** The first night of the trouble. */
  readonly since: Night;
  /** What lies at the destination now; a file that was never delivered there is not listed. */
  readonly files: readonly FileInPlace[];
}

/** Nights from `since` to `night` came to no good end, and nothing more is tried for them. */
export interface BackupFailing extends AcrossNights<'BackupFailing'> {
  /** Of the latest night. */
  readonly trouble: NightTrouble;
}

export type ReminderDays = 3 | 7;

/** Nothing has changed since it was told, so many days ago. After the second reminder there is silence. */
export interface BackupFailureReminded extends AcrossNights<'BackupFailureReminded'> {
  readonly trouble: NightTrouble;
  readonly afterDays: ReminderDays;
}

/** `night` is delivered: the first since it failed, or one of those that had failed, repaired. */
export type BackupRecovered = AcrossNights<'BackupRecovered'>;

/** Ends every append. `recipientIds` is empty if the organisation has no administrators. */
export interface AdministratorsToBeTold {
  readonly type: 'AdministratorsToBeTold';
  readonly changeId: string;
  readonly recipientIds: readonly string[];
}
