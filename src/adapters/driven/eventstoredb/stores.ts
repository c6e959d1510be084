import type { AttemptLimits } from '../../../application/ports/attempt-limits.ts';
import type { CheckpointStore } from '../../../application/ports/checkpoint-store.ts';
import type { EventLog } from '../../../application/ports/event-log.ts';
import type { LeaseStore } from '../../../application/ports/lease-store.ts';
import type { NewHouse } from '../../../application/ports/moving-house.ts';
import type { NoticeRecords } from '../../../application/ports/notice-records.ts';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { SecretStore } from '../../../application/ports/secret-store.ts';
import type { SignInStore } from '../../../application/ports/sign-in-store.ts';
import type { StoredHistory } from '../../../application/ports/stored-history.ts';
import type { MasterKeyRing } from '../../shared/sealing/master-key-ring.ts';
import { EventStoreAttemptLimits } from './attempt-limits.ts';
import { EventStoreCheckpointStore } from './checkpoint-store.ts';
import { EventStoreEventLog } from './event-log.ts';
import { EventStore } from './event-store.ts';
import { EventStoreLeaseStore } from './lease-store.ts';
import { EventStoreNewHouse } from './new-house.ts';
import { EventStoreNoticeRecords } from './notice-records.ts';
import { EventStoreSecretStore } from './secret-store.ts';
import type { EventStoreSettings } from './settings.ts';
import { EventStoreSignInStore } from './sign-in-store.ts';
import { EventStoreStoredHistory } from './stored-history.ts';

/** All that is kept in one cluster, by the names that the ports have. */
export interface EventStoreStores {
  readonly eventLog: EventLog;
  readonly storedHistory: StoredHistory;
  readonly secretStore: SecretStore;
  readonly noticeRecords: NoticeRecords;
  readonly leases: LeaseStore;
  readonly checkpoints: CheckpointStore;
  readonly attemptLimits: AttemptLimits;
  readonly signIns: SignInStore;
  /** For moving into the cluster. */
  readonly newHouse: NewHouse;
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
  const eventLog = new EventStoreEventLog(store, clock);
  return {
    eventLog,
    storedHistory: new EventStoreStoredHistory(store),
    secretStore: new EventStoreSecretStore(store, keys),
    noticeRecords: new EventStoreNoticeRecords(store, keys),
    leases: new EventStoreLeaseStore(store),
    checkpoints: new EventStoreCheckpointStore(store),
    attemptLimits: new EventStoreAttemptLimits(store),
    signIns: new EventStoreSignInStore(store),
    newHouse: new EventStoreNewHouse(store, eventLog, keys),
    close: () => store.close(),
  };
};
