import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import { KeyedCheckpointSigner } from '../../shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import { InMemoryAttemptLimits } from './attempt-limits.ts';
import { InMemoryAuditKeys } from './audit-keys.ts';
import { InMemoryCheckpointSink } from './checkpoint-sink.ts';
import { InMemoryCheckpointStore } from './checkpoint-store.ts';
import { InMemoryEventLog } from './event-log.ts';
import type { InMemoryFileServer } from './file-server.ts';
import { InMemoryFileTransport } from './file-transport.ts';
import { SequentialIds } from './id-source.ts';
import { InMemoryLeaseStore } from './lease-store.ts';
import { InMemoryMailer } from './mailer.ts';
import { InMemoryNoticeRecords } from './notice-records.ts';
import { InMemoryOrganisationDirectory } from './organisation-directory.ts';
import { InMemoryPlanningSource } from './planning-source.ts';
import { InMemorySecretStore } from './secret-store.ts';
import { InMemorySpreadsheetRenderer } from './spreadsheet-renderer.ts';
import { InMemoryStoredHistory } from './stored-history.ts';

/**
 * An adapter in memory for every port that has to be given, by the names that `createPlanningBackup` takes: to begin
 * with, and for tests. Both transports reach the given servers only.
 *
 * @example
 * const ports = inMemoryPorts(new SystemClock());
 * const backup = await createPlanningBackup({ ...ports, mailer: mine });
 */
export const inMemoryPorts = <Clock extends ScheduleClock>(
  clock: Clock,
  servers: readonly InMemoryFileServer[] = [],
): InMemoryPorts<Clock> => {
  const eventLog = new InMemoryEventLog(clock);
  return {
    eventLog,
    storedHistory: new InMemoryStoredHistory(eventLog),
    checkpointSink: new InMemoryCheckpointSink(),
    checkpointSigner: new KeyedCheckpointSigner(new InMemoryAuditKeys()),
    secretStore: new InMemorySecretStore(),
    leases: new InMemoryLeaseStore(),
    checkpoints: new InMemoryCheckpointStore(),
    attemptLimits: new InMemoryAttemptLimits(),
    noticeRecords: new InMemoryNoticeRecords(),
    transports: [
      new InMemoryFileTransport({ protocol: 'sftp', servers, clock }),
      new InMemoryFileTransport({ protocol: 'ftp', servers, clock }),
    ],
    renderer: new InMemorySpreadsheetRenderer(),
    planningSource: new InMemoryPlanningSource(),
    directory: new InMemoryOrganisationDirectory(),
    mailer: new InMemoryMailer(),
    clock,
    ids: new SequentialIds(),
  };
};

export interface InMemoryPorts<Clock extends ScheduleClock> {
  readonly eventLog: InMemoryEventLog;
  readonly storedHistory: InMemoryStoredHistory;
  readonly checkpointSink: InMemoryCheckpointSink;
  readonly checkpointSigner: KeyedCheckpointSigner;
  readonly secretStore: InMemorySecretStore;
  readonly leases: InMemoryLeaseStore;
  readonly checkpoints: InMemoryCheckpointStore;
  readonly attemptLimits: InMemoryAttemptLimits;
  readonly noticeRecords: InMemoryNoticeRecords;
  readonly transports: readonly InMemoryFileTransport[];
  readonly renderer: InMemorySpreadsheetRenderer;
  readonly planningSource: InMemoryPlanningSource;
  readonly directory: InMemoryOrganisationDirectory;
  readonly mailer: InMemoryMailer;
  readonly clock: Clock;
  readonly ids: SequentialIds;
}
