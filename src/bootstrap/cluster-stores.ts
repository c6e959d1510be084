import { EventStoreAttemptLimits } from '../adapters/driven/eventstoredb/attempt-limits.ts';
import { EventStoreCheckpointStore } from '../adapters/driven/eventstoredb/checkpoint-store.ts';
import { EventStoreEventLog } from '../adapters/driven/eventstoredb/event-log.ts';
import { EventStore } from '../adapters/driven/eventstoredb/event-store.ts';
import { EventStoreLeaseStore } from '../adapters/driven/eventstoredb/lease-store.ts';
import { EventStoreNoticeRecords } from '../adapters/driven/eventstoredb/notice-records.ts';
import { EventStoreSecretStore } from '../adapters/driven/eventstoredb/secret-store.ts';
import { type EventStoreSettings, readEventStoreSettings } from '../adapters/driven/eventstoredb/settings.ts';
import { EventStoreSignInStore } from '../adapters/driven/eventstoredb/sign-in-store.ts';
import { EventStoreStoredHistory } from '../adapters/driven/eventstoredb/stored-history.ts';
import { type EventStorePlace, EventStoreSettingsUnusable } from '../adapters/driving/cli/installation.ts';
import type { MasterKeyRing } from '../adapters/shared/sealing/master-key-ring.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';
import type { OpenedStores } from './stores.ts';

/** The cluster's stores. It is connected to with the first call. Throws {@link EventStoreSettingsUnusable}. */
export const clusterStores = (
  place: EventStorePlace,
  keys: MasterKeyRing,
  clock: Pick<ScheduleClock, 'now'>,
): OpenedStores => {
  const store = new EventStore(settingsOf(place));
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

const settingsOf = ({ connection, mayBeInsecure }: EventStorePlace): EventStoreSettings => {
  const read = readEventStoreSettings(connection, mayBeInsecure);
  if (!read.ok) throw new EventStoreSettingsUnusable(read.problem);
  return read.settings;
};
