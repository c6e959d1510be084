import type { ServiceIdentifier } from 'inversify';
import type { ConfiguringBackup } from '../application/configuring-backup/configuring-backup.ts';
import type { NotifyingCoAdmins } from '../application/notifying-co-admins/notifying-co-admins.ts';
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
import type { ProvingAlive } from '../application/proving-alive/proving-alive.ts';
import type { RecordingAttempts } from '../application/recording-attempts.ts';
import type { RecordingHealth } from '../application/recording-health/recording-health.ts';
import type { RememberedDirectory } from '../application/remembered-directory.ts';
import type { ReplayingHistory } from '../application/replaying-history/replaying-history.ts';
import type { NightTimes } from '../application/running-nightly-backup/requests.ts';
import type { RunningNightlyBackup } from '../application/running-nightly-backup/running-nightly-backup.ts';
import type { CollectingEvidence } from '../application/signing-checkpoints/collecting-evidence.ts';
import type { SigningCheckpoints } from '../application/signing-checkpoints/signing-checkpoints.ts';
import type { IdentifyingServer } from '../application/testing-connection/identifying-server.ts';
import type { TestingConnection } from '../application/testing-connection/testing-connection.ts';
import type { WatchingOverNights } from '../application/watching-over-nights/watching-over-nights.ts';
import type { NightWorker } from '../application/working-nights/night-worker.ts';

const token = <Service>(name: string): ServiceIdentifier<Service> => Symbol.for(`planning-backup/${name}`);

/** A name for everything that the container holds: the ports first, the use cases after them. */
export const TOKENS = {
  eventLog: token<EventLog>('EventLog'),
  storedHistory: token<StoredHistory>('StoredHistory'),
  checkpointSink: token<CheckpointSink>('CheckpointSink'),
  checkpointSigner: token<CheckpointSigner>('CheckpointSigner'),
  secretStore: token<SecretStore>('SecretStore'),
  leases: token<LeaseStore>('LeaseStore'),
  checkpoints: token<CheckpointStore>('CheckpointStore'),
  attemptLimits: token<AttemptLimits>('AttemptLimits'),
  noticeRecords: token<NoticeRecords>('NoticeRecords'),
  transports: token<readonly FileTransport[]>('FileTransports'),
  renderer: token<SpreadsheetRenderer>('SpreadsheetRenderer'),
  planningSource: token<PlanningSource>('PlanningSource'),
  directory: token<OrganisationDirectory>('OrganisationDirectory'),
  mailer: token<Mailer>('Mailer'),
  clock: token<ScheduleClock>('ScheduleClock'),
  ids: token<IdSource>('IdSource'),
  telemetry: token<Telemetry>('Telemetry'),
  heartbeat: token<Heartbeat>('Heartbeat'),
  diskSpace: token<DiskSpace>('DiskSpace'),
  times: token<NightTimes>('NightTimes'),

  /** The directory and the telemetry as the use cases see them: with a memory, and never throwing. */
  remembered: token<RememberedDirectory>('RememberedDirectory'),
  telling: token<Telemetry>('TellingTelemetry'),

  attempts: token<RecordingAttempts>('RecordingAttempts'),
  signing: token<SigningCheckpoints>('SigningCheckpoints'),
  evidence: token<CollectingEvidence>('CollectingEvidence'),
  configuring: token<ConfiguringBackup>('ConfiguringBackup'),
  testing: token<TestingConnection>('TestingConnection'),
  identifying: token<IdentifyingServer>('IdentifyingServer'),
  notifying: token<NotifyingCoAdmins>('NotifyingCoAdmins'),
  worker: token<NightWorker>('NightWorker'),
  health: token<RecordingHealth>('RecordingHealth'),
  alive: token<ProvingAlive>('ProvingAlive'),
  nights: token<RunningNightlyBackup>('RunningNightlyBackup'),
  history: token<ReplayingHistory>('ReplayingHistory'),
  watching: token<WatchingOverNights>('WatchingOverNights'),
} as const;
