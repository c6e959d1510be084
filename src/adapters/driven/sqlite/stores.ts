import type { AttemptLimits } from '../../../application/ports/attempt-limits.ts';
import type { CheckpointStore } from '../../../application/ports/checkpoint-store.ts';
import type { EventLog } from '../../../application/ports/event-log.ts';
import type { LeaseStore } from '../../../application/ports/lease-store.ts';
import type { OldHouse } from '../../../application/ports/moving-house.ts';
import type { NoticeRecords } from '../../../application/ports/notice-records.ts';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { SecretStore } from '../../../application/ports/secret-store.ts';
import type { SignInStore } from '../../../application/ports/sign-in-store.ts';
import type { StoredHistory } from '../../../application/ports/stored-history.ts';
import type { MasterKeyRing } from '../../shared/sealing/master-key-ring.ts';
import { SqliteAttemptLimits } from './attempt-limits.ts';
import { SqliteCheckpointStore } from './checkpoint-store.ts';
import { openDatabase, type SqliteDatabase } from './database.ts';
import { SqliteEventLog } from './event-log.ts';
import { SqliteLeaseStore } from './lease-store.ts';
import { SqliteNoticeRecords } from './notice-records.ts';
import { SqliteOldHouse } from './old-house.ts';
import { openForReading } from './reading.ts';
import { SqliteSecretStore } from './secret-store.ts';
import { SqliteSignInStore } from './sign-in-store.ts';
import { SqliteStoredHistory } from './stored-history.ts';

/** All that is kept in one file, by the names that the ports have. */
export interface SqliteStores {
  readonly eventLog: EventLog;
  readonly storedHistory: StoredHistory;
  readonly secretStore: SecretStore;
  readonly noticeRecords: NoticeRecords;
  readonly leases: LeaseStore;
  readonly checkpoints: CheckpointStore;
  readonly attemptLimits: AttemptLimits;
  readonly signIns: SignInStore;
  /** For moving out of the file. */
  readonly oldHouse: OldHouse;
  /** Never rejects. */
  close(): Promise<void>;
}

/**
 * The stores of one machine, in a file that is made where there is none. Any number of processes may have it open.
 * @throws {EventLogUnavailable} for a file that is none of ours, is newer than this release, or cannot be used
 * @throws {PackageMissing} where better-sqlite3 is not installed
 */
export const openSqliteStores = (file: string, keys: MasterKeyRing, clock: Pick<ScheduleClock, 'now'>): SqliteStores =>
  storesIn(openDatabase(file), keys, clock);

/** The same of a file that must be there, for whoever reads: nothing in it is changed. */
export const readSqliteStores = (file: string, keys: MasterKeyRing, clock: Pick<ScheduleClock, 'now'>): SqliteStores =>
  storesIn(openForReading(file), keys, clock);

const storesIn = (database: SqliteDatabase, keys: MasterKeyRing, clock: Pick<ScheduleClock, 'now'>): SqliteStores => {
  return {
    eventLog: new SqliteEventLog(database, clock),
    storedHistory: new SqliteStoredHistory(database),
    secretStore: new SqliteSecretStore(database, keys),
    noticeRecords: new SqliteNoticeRecords(database, keys),
    leases: new SqliteLeaseStore(database),
    checkpoints: new SqliteCheckpointStore(database),
    attemptLimits: new SqliteAttemptLimits(database),
    signIns: new SqliteSignInStore(database),
    oldHouse: new SqliteOldHouse(database),
    close: async () => database.close(),
  };
};
