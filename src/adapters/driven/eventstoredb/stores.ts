import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { MasterKeyRing } from '../../shared/sealing/master-key-ring.ts';
import { EventStoreAttemptLimits } from './attempt-limits.ts';
import { EventStoreCheckpointStore } from './checkpoint-store.ts';
import { EventStoreEventLog } from './event-log.ts';
import { EventStore } from './event-store.ts';
import { EventStoreLeaseStore } from './lease-store.ts';
import { EventStoreNoticeRecords } from './notice-records.ts';
import { EventStoreSecretStore } from './secret-store.ts';
import type { EventStoreSettings } from './settings.ts';
import { EventStoreSignInStore } from './sign-in-store.ts';
import { EventStoreStoredHistory } from './stored-history.ts';

/** All that is kept in one cluster, by the names that the ports have. */
export interface EventStoreStores {
  readonly eventLog: EventStoreEventLog;
  readonly storedHistory: EventStoreStoredHistory;
  readonly secretStore: EventStoreSecretStore;
  readonly noticeRecords: EventStoreNoticeRecords;
  readonly leases: EventStoreLeaseStore;
  readonly checkpoints: EventStoreCheckpointStore;
  readonly attemptLimits: EventStoreAttemptLimits;
  readonly signIns: EventStoreSignInStore;
  /** Never rejects. */
  close(): Promise<void>;
}

/** The stores of any number of machines. The cluster is connected to with the first call. */
export const openEventStoreStores = (
  settings: EventStoreSettings,
  keys: MasterKeyRing,
  clock: Pick<ScheduleClock, 'now'>,
): EventStoreStores => {
  const store = new EventStore(settings);
  return {
    eventLog: new EventStoreEventLog(store, clock),
    storedHistory: new EventStoreStoredHistory(store),
    secretStore: new EventStoreSecretStore(store, keys),
    noticeRecords: new EventStoreNoticeRecords(store, keys),
    leases: new EventStoreLeaseStore(store),
    checkpoints: new EventStoreCheckpointStore(store),
    attemptLimits: new EventStoreAttemptLimits(store),
    signIns: new EventStoreSignInStore(store),
    close: () => store.close(),
  };
};
