/**
 * planning-backup: writes a newsroom's plan of the next five days to two workbooks on its own FTP, FTPS or SFTP
 * server, once per night. The use cases, the ports to implement, and the words of the domain; no adapter is loaded.
 */
export { Temporal } from 'temporal-polyfill';
export type {
  ConfiguringOutcome,
  ConfiguringRequest,
  SaveRequest,
} from './application/configuring-backup/requests.ts';
export type { PlanningBackup } from './application/planning-backup.ts';
export type { AttemptLimits } from './application/ports/attempt-limits.ts';
export * from './application/ports/checkpoint-signer.ts';
export * from './application/ports/checkpoint-sink.ts';
export type { CheckpointStore } from './application/ports/checkpoint-store.ts';
export * from './application/ports/disk-space.ts';
export * from './application/ports/event-log.ts';
export * from './application/ports/file-transport.ts';
export * from './application/ports/heartbeat.ts';
export type { IdSource } from './application/ports/id-source.ts';
export type { Lease, LeaseStore } from './application/ports/lease-store.ts';
export * from './application/ports/mailer.ts';
export type { NoticeRecord, NoticeRecords, Recipient } from './application/ports/notice-records.ts';
export * from './application/ports/organisation-directory.ts';
export * from './application/ports/planning-source.ts';
export type { ScheduleClock } from './application/ports/schedule-clock.ts';
export * from './application/ports/secret-store.ts';
export type {
  RenderedWorkbook,
  SpreadsheetRenderer,
  WorkbookContent,
} from './application/ports/spreadsheet-renderer.ts';
export type { StoredEnvelope, StoredHistory } from './application/ports/stored-history.ts';
export type { Happening, Telemetry } from './application/ports/telemetry.ts';
export type {
  NightRefusal,
  NightRequest,
  NightResult,
  NightTimes,
} from './application/running-nightly-backup/requests.ts';
export { Secret } from './application/secret.ts';
export type { StreamName } from './application/stream-names.ts';
export { tellingAll } from './application/telling-all.ts';
export type {
  ConnectionTestOutcome,
  ConnectionTestReport,
  ConnectionTestRequest,
} from './application/testing-connection/results.ts';
export type { FreshnessNow, OverdueOrganisation } from './application/watching-over-nights/watching-over-nights.ts';
export { createPlanningBackup, type PlanningBackupOptions } from './bootstrap/create-planning-backup.ts';
export { type Services, startServices } from './bootstrap/services.ts';
export type { BackupHealthState } from './domain/backup-health/state.ts';
export {
  type Destination,
  type DestinationInput,
  defaultPort,
  readDestination,
} from './domain/destination/destination.ts';
export { type HostIdentity, readHostIdentity } from './domain/destination/host-identity.ts';
export type { DomainEvent } from './domain/domain-event.ts';
export type { Plan, RecordProblem, UnreadableRecord } from './domain/plan/plan.ts';
export type { LocalMoment, Span } from './domain/plan/span.ts';
export type { Assignee, CustomField, Publication, ScheduledEvent, Story, Task } from './domain/plan/story.ts';
export { type LocalDate, type LocalTime, readLocalDate, readLocalTime } from './domain/schedule/local-date.ts';
export { type Night, readNight } from './domain/schedule/night.ts';
