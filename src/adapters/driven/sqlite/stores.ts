import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { MasterKeyRing } from '../../shared/sealing/master-key-ring.ts';
import { SqliteAttemptLimits } from './attempt-limits.ts';
import { SqliteCheckpointStore } from './checkpoint-store.ts';
import { openDatabase } from './database.ts';
import { SqliteEventLog } from './event-log.ts';
import { SqliteLeaseStore } from './lease-store.ts';
import { SqliteNoticeRecords } from './notice-records.ts';
import { SqliteSecretStore } from './secret-store.ts';
import { SqliteSignInStore } from './sign-in-store.ts';
import { SqliteStoredHistory } from './stored-history.ts';

/** All that is kept in one file, by the names that the ports have. */
export interface SqliteStores {
  readonly eventLog: SqliteEventLog;
  readonly storedHistory: SqliteStoredHistory;
  readonly secretStore: SqliteSecretStore;
  readonly noticeRecords: SqliteNoticeRecords;
  readonly leases: SqliteLeaseStore;
  readonly checkpoints: SqliteCheckpointStore;
  readonly attemptLimits: SqliteAttemptLimits;
  readonly signIns: SqliteSignInStore;
  /** Never rejects. */
  close(): Promise<void>;
}

/**
 * The stores of one machine, in a file that is made where there is none. Any number of processes may have it open.
 * @throws {EventLogUnavailable} for a file that is none of ours, is newer than this release, or cannot be used
 */
export const openSqliteStores = (
  file: string,
  keys: MasterKeyRing,
  clock: Pick<ScheduleClock, 'now'>,
): SqliteStores => {
  const database = openDatabase(file);
  return {
    eventLog: new SqliteEventLog(database, clock),
    storedHistory: new SqliteStoredHistory(database),
    secretStore: new SqliteSecretStore(database, keys),
    noticeRecords: new SqliteNoticeRecords(database, keys),
    leases: new SqliteLeaseStore(database),
    checkpoints: new SqliteCheckpointStore(database),
    attemptLimits: new SqliteAttemptLimits(database),
    signIns: new SqliteSignInStore(database),
    close: async () => database.close(),
  };
};
