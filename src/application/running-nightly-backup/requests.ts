import type { EndedNight } from '../../domain/backup-run/state.ts';
import type { UnreadableRecord } from '../../domain/plan/plan.ts';
import type { Night } from '../../domain/schedule/night.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { FileTransport } from '../ports/file-transport.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { LeaseStore } from '../ports/lease-store.ts';
import type { PlanningSource } from '../ports/planning-source.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { SecretStore } from '../ports/secret-store.ts';
import type { SpreadsheetRenderer } from '../ports/spreadsheet-renderer.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { RecordingAttempts } from '../recording-attempts.ts';
import type { RecordedHealth, RecordingHealth } from '../recording-health/recording-health.ts';
import type { RememberedDirectory } from '../remembered-directory.ts';
import type { SigningCheckpoints } from '../signing-checkpoints/signing-checkpoints.ts';

export interface NightRequest {
  readonly organisationId: string;
  /** `YYYY-MM-DD`; null for the organisation's today. */
  readonly night: string | null;
  /** A scheduled run leaves a night that has ended alone, a retry repeats one that failed, a manual one any. */
  readonly reason: 'scheduled' | 'retry' | 'manual';
  /** Of a retry: the attempt after whose failure it was planned. If another was made since, the night is left alone. */
  readonly retryOf?: number;
  readonly actorId: string;
  readonly requestId: string | null;
  /** Whether a night may be older than the last one at the same destination. */
  readonly older: boolean;
  /** Whether a record that cannot be read fails the night. */
  readonly strict: boolean;
  /** Aborting it cuts the session at the server, and the night is recorded as failed; what lies there is the next attempt's to remove. */
  readonly signal?: AbortSignal;
}

export type NightResult =
  | {
      readonly outcome: 'ended';
      readonly night: Night;
      readonly state: EndedNight;
      /** Records that fail alone, in the plan's order; empty if none, or nothing was collected. */
      readonly unreadable: readonly UnreadableRecord[];
      /** What the administrators are to be told of the state across nights; null if nothing has changed in it. */
      readonly health: RecordedHealth | null;
    }
  | { readonly outcome: 'refused'; readonly refusal: NightRefusal };

export type NightRefusal =
  | { readonly reason: 'BackupNotSetUp' }
  | { readonly reason: 'BackupPaused' }
  | { readonly reason: 'OrganisationUnknown' }
  | { readonly reason: 'NightUnreadable' }
  | { readonly reason: 'NightOlderThanDelivered'; readonly delivered: Night }
  /** Another worker is at it, and alive; or it has overtaken this one. */
  | { readonly reason: 'NightAtWorkElsewhere' };

export interface NightPorts {
  readonly eventLog: EventLog;
  readonly secretStore: SecretStore;
  readonly leases: LeaseStore;
  readonly transports: readonly FileTransport[];
  readonly renderer: SpreadsheetRenderer;
  readonly planningSource: PlanningSource;
  readonly directory: Pick<RememberedDirectory, 'nameOf'>;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
  readonly telemetry: Telemetry;
  readonly attempts: RecordingAttempts;
  readonly health: Pick<RecordingHealth, 'keep'>;
  readonly signing: Pick<SigningCheckpoints, 'keep'>;
}

export interface NightTimes {
  /** Milliseconds after which a silent owner may be overtaken. */
  readonly leaseLength: number;
  /** Milliseconds for one session at a server; shorter than 0.6 of the lease. */
  readonly sessionDeadline: number;
}

/** A lease is long enough for a slow line, and short enough to wait for after a crash. */
export const DEFAULT_TIMES: NightTimes = { leaseLength: 300_000, sessionDeadline: 150_000 };

/** Of its length without a confirmed beat, after which an owner counts its lease as lost. */
export const LEASE_TRUST = 0.6;
