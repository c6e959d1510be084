import type { Destination } from '../destination/destination.ts';
import type { Night } from '../schedule/night.ts';
import type { Failure } from './failure.ts';

/** The facts of one organisation's one night; at most a dozen. */
export type BackupRunEvent =
  | NightMissed
  | NightClaimed
  | NightTakenOver
  | NightRepeated
  | PlanCollected
  | PartFilesNamed
  | PartFilesGone
  | FileReplaced
  | FileFailed
  | NightDelivered
  | NightDeliveredAgain
  | NightHalfDelivered
  | NightFailed
  | NightStopped
  | PublishedLate
  | OlderNightPublishedLate;

export type PlanKind = 'story-plan' | 'event-plan';

/** The configuration that an attempt works with, and that its workbooks quote. */
export interface Pin {
  readonly configurationVersion: number;
  readonly configurationHead: string;
  readonly destination: Destination;
}

interface AttemptStarted extends Pin {
  /** From 1; each later attempt of the night is higher. */
  readonly attempt: number;
  readonly workerId: string;
}

/** Its date was over before any worker began it. The settings are those of the moment that this was found out. */
export interface NightMissed extends Pin {
  readonly type: 'NightMissed';
  /** There was none. */
  readonly attempt: 0;
  readonly night: Night;
}

export interface NightClaimed extends AttemptStarted {
  readonly type: 'NightClaimed';
  readonly night: Night;
  readonly reason: 'scheduled' | 'manual';
}

/**
 * `lease-lost`: the owner gave no sign of life. `settings-changed`: the owner itself, on the new settings.
 * `published-late`: the owner itself, because an overtaken attempt renamed after all, or may have.
 */
export type TakeOverReason = 'lease-lost' | 'settings-changed' | 'published-late';

export interface NightTakenOver extends AttemptStarted {
  readonly type: 'NightTakenOver';
  readonly reason: TakeOverReason;
}

/** `manual`: somebody asked for it. `retry`: it had failed, and may succeed now. */
export type RepeatReason = 'manual' | 'retry';

export interface NightRepeated extends AttemptStarted {
  readonly type: 'NightRepeated';
  readonly reason: RepeatReason;
}

interface OfAttempt<Type extends string> {
  readonly type: Type;
  readonly attempt: number;
}

export interface PlanCollected extends OfAttempt<'PlanCollected'> {
  readonly collectionId: string;
  /** Instant, ISO 8601 in UTC. */
  readonly collectedAt: string;
  readonly stories: number;
  readonly events: number;
  readonly needsALook: number;
}

/** Before the upload, so that whatever a crash leaves behind is known by name. */
export interface PartFilesNamed extends OfAttempt<'PartFilesNamed'> {
  readonly destination: Destination;
  readonly names: readonly string[];
}

/** Renamed or removed: at this destination there is no such file any more. */
export interface PartFilesGone extends OfAttempt<'PartFilesGone'> {
  readonly destination: Destination;
  readonly names: readonly string[];
}

export interface FileReplaced extends OfAttempt<'FileReplaced'> {
  readonly file: PlanKind;
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly collectedAt: string;
  readonly replacedAt: string;
}

export interface FileFailed extends OfAttempt<'FileFailed'> {
  readonly file: PlanKind;
  readonly name: string;
  readonly failure: Failure;
}

/** Law: at most once a night. A manual repetition that succeeds is `NightDeliveredAgain`. */
export type NightDelivered = OfAttempt<'NightDelivered'>;
export type NightDeliveredAgain = OfAttempt<'NightDeliveredAgain'>;

/** A failure, told with each file's age: one file is tonight's, the other is not. */
export type NightHalfDelivered = OfAttempt<'NightHalfDelivered'>;
export type NightFailed = OfAttempt<'NightFailed'>;

/** The settings were paused or removed while the attempt ran; it cleaned up and published nothing. */
export interface NightStopped extends OfAttempt<'NightStopped'> {
  readonly reason: 'paused' | 'removed';
}

/** This attempt was overtaken before it renamed, and renamed all the same, or may have: the owner publishes once more. */
export type PublishedLate = OfAttempt<'PublishedLate'>;

/** An older night may have been put in place while this one was at work, or over its files: its owner publishes once more. */
export interface OlderNightPublishedLate extends OfAttempt<'OlderNightPublishedLate'> {
  readonly olderNight: Night;
}
