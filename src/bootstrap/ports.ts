import type { AttemptLimits } from '../application/ports/attempt-limits.ts';
import type { CheckpointSigner } from '../application/ports/checkpoint-signer.ts';
import type { CheckpointSink } from '../application/ports/checkpoint-sink.ts';
import type { CheckpointStore } from '../application/ports/checkpoint-store.ts';
import type { DiskSpace } from '../application/ports/disk-space.ts';
import type { EventLog } from '../application/ports/event-log.ts';
import type { FileTransport } from '../application/ports/file-transport.ts';
import type { Heartbeat } from '../application/ports/heartbeat.ts';
import type { IdSource } from '../application/ports/id-source.ts';
import type { LeaseStore } from '../application/ports/lease-store.ts';
import type { Mailer } from '../application/ports/mailer.ts';
import type { NoticeRecords } from '../application/ports/notice-records.ts';
import type { OrganisationDirectory } from '../application/ports/organisation-directory.ts';
import type { PlanningSource } from '../application/ports/planning-source.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';
import type { SecretStore } from '../application/ports/secret-store.ts';
import type { SpreadsheetRenderer } from '../application/ports/spreadsheet-renderer.ts';
import type { StoredHistory } from '../application/ports/stored-history.ts';
import type { Telemetry } from '../application/ports/telemetry.ts';
import type { NightTimes } from '../application/running-nightly-backup/requests.ts';

/** Everything that a planning backup needs from outside, by name. */
export interface Ports {
  readonly eventLog: EventLog;
  /** The rows of the same log. */
  readonly storedHistory: StoredHistory;
  /** Not in the store whose history it vouches for. */
  readonly checkpointSink: CheckpointSink;
  readonly checkpointSigner: CheckpointSigner;
  readonly secretStore: SecretStore;
  readonly leases: LeaseStore;
  readonly checkpoints: CheckpointStore;
  readonly attemptLimits: AttemptLimits;
  readonly noticeRecords: NoticeRecords;
  /** One a protocol; a destination of a protocol that has none fails loudly. */
  readonly transports: readonly FileTransport[];
  readonly renderer: SpreadsheetRenderer;
  readonly planningSource: PlanningSource;
  readonly directory: OrganisationDirectory;
  readonly mailer: Mailer;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
  readonly telemetry: Telemetry;
  /** Gets signs of life while the worker runs and is well. */
  readonly heartbeat: Heartbeat;
  /** Looked at while the worker runs. */
  readonly diskSpace: DiskSpace;
  readonly times: NightTimes;
}
