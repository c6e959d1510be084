import { join } from 'node:path';
import { SqliteAttemptLimits } from '../adapters/driven/sqlite/attempt-limits.ts';
import { SqliteCheckpointStore } from '../adapters/driven/sqlite/checkpoint-store.ts';
import { openDatabase } from '../adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../adapters/driven/sqlite/event-log.ts';
import { SqliteLeaseStore } from '../adapters/driven/sqlite/lease-store.ts';
import { SqliteNoticeRecords } from '../adapters/driven/sqlite/notice-records.ts';
import { SqliteSecretStore } from '../adapters/driven/sqlite/secret-store.ts';
import { SqliteSignInStore } from '../adapters/driven/sqlite/sign-in-store.ts';
import { SqliteStoredHistory } from '../adapters/driven/sqlite/stored-history.ts';
import type { Place } from '../adapters/driving/cli/installation.ts';
import type { MasterKeyRing } from '../adapters/shared/sealing/master-key-ring.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';
import type { SignInStore } from '../application/ports/sign-in-store.ts';
import type { Ports } from './ports.ts';

/** All that is kept in one store, whichever it is. */
export interface OpenedStores
  extends Pick<
    Ports,
    'eventLog' | 'storedHistory' | 'secretStore' | 'noticeRecords' | 'leases' | 'checkpoints' | 'attemptLimits'
  > {
  readonly signIns: SignInStore;
  /** Never rejects. */
  close(): Promise<void>;
}

/** The file of the embedded store, in the data folder. */
export const STORE = 'planning-backup.sqlite';

/** The cluster where one is named, else the file in the data folder, which must exist. */
export const openStores = async (
  { dataDirectory, eventStore }: Pick<Place, 'dataDirectory' | 'eventStore'>,
  keys: MasterKeyRing,
  clock: Pick<ScheduleClock, 'now'>,
): Promise<OpenedStores> => {
  if (eventStore === null) return embeddedStores(join(dataDirectory, STORE), keys, clock);
  // The client is loaded when it is needed.
  const { clusterStores } = await import('./cluster-stores.ts');
  return clusterStores(eventStore, keys, clock);
};

const embeddedStores = (file: string, keys: MasterKeyRing, clock: Pick<ScheduleClock, 'now'>): OpenedStores => {
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
