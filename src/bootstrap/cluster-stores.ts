import { OtherAcl, setUp } from '../adapters/driven/eventstoredb/setting-up.ts';
import { type EventStoreSettings, readEventStoreSettings } from '../adapters/driven/eventstoredb/settings.ts';
import { type EventStoreStores, openEventStoreStores } from '../adapters/driven/eventstoredb/stores.ts';
import type { EventStorePlace, EventStoreSetUp } from '../adapters/driving/cli/installation.ts';
import { EventStoreSettingsUnusable } from '../adapters/driving/cli/unusable.ts';
import type { MasterKeyRing } from '../adapters/shared/sealing/master-key-ring.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';
import type { Secret } from '../application/secret.ts';

/** The cluster's stores. It is connected to with the first call. Throws {@link EventStoreSettingsUnusable}. */
export const clusterStores = (
  place: EventStorePlace,
  keys: MasterKeyRing,
  clock: Pick<ScheduleClock, 'now'>,
): EventStoreStores => openEventStoreStores(settingsOf(place), keys, clock);

/** Undefined if the cluster has rights of its own by default. */
export const setUpCluster = async (
  place: EventStorePlace,
  { user, password }: { readonly user: string; readonly password: Secret },
): Promise<EventStoreSetUp | undefined> => {
  try {
    return await setUp(settingsOf(place), { username: user, password: password.reveal() });
  } catch (error) {
    if (error instanceof OtherAcl) return undefined;
    throw error;
  }
};

const settingsOf = ({ connection, mayBeInsecure }: EventStorePlace): EventStoreSettings => {
  const read = readEventStoreSettings(connection, mayBeInsecure);
  if (!read.ok) throw new EventStoreSettingsUnusable(read.problem);
  return read.settings;
};
