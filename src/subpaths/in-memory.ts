/** Every port in memory, as strict as the real ones: to begin with, and for a host's own tests. */
export { InMemoryAttemptLimits } from '../adapters/driven/in-memory/attempt-limits.ts';
export { InMemoryAuditKeys } from '../adapters/driven/in-memory/audit-keys.ts';
export { InMemoryCheckpointSink } from '../adapters/driven/in-memory/checkpoint-sink.ts';
export { InMemoryCheckpointStore } from '../adapters/driven/in-memory/checkpoint-store.ts';
export { InMemoryEventLog } from '../adapters/driven/in-memory/event-log.ts';
export {
  type InMemoryDirectory,
  InMemoryFileServer,
  type InMemoryFileServerOptions,
} from '../adapters/driven/in-memory/file-server.ts';
export type { FileServerFault } from '../adapters/driven/in-memory/file-server-faults.ts';
export {
  InMemoryFileTransport,
  type InMemoryFileTransportOptions,
} from '../adapters/driven/in-memory/file-transport.ts';
export { SequentialIds } from '../adapters/driven/in-memory/id-source.ts';
export { InMemoryLeaseStore } from '../adapters/driven/in-memory/lease-store.ts';
export { type DeliveredMail, InMemoryMailer } from '../adapters/driven/in-memory/mailer.ts';
export { InMemoryMasterKeyRing } from '../adapters/driven/in-memory/master-key-ring.ts';
export { InMemoryNoticeRecords } from '../adapters/driven/in-memory/notice-records.ts';
export { InMemoryOrganisationDirectory } from '../adapters/driven/in-memory/organisation-directory.ts';
export { InMemoryPlanningSource } from '../adapters/driven/in-memory/planning-source.ts';
export { type InMemoryPorts, inMemoryPorts } from '../adapters/driven/in-memory/ports.ts';
export { SimulatedClock } from '../adapters/driven/in-memory/schedule-clock.ts';
export { InMemorySecretStore } from '../adapters/driven/in-memory/secret-store.ts';
export { InMemorySignInStore } from '../adapters/driven/in-memory/sign-in-store.ts';
export { InMemorySpreadsheetRenderer } from '../adapters/driven/in-memory/spreadsheet-renderer.ts';
export { InMemoryStoredHistory } from '../adapters/driven/in-memory/stored-history.ts';
export { CollectingTelemetry } from '../adapters/driven/in-memory/telemetry.ts';
