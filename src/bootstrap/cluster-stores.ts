import { type EventStoreSettings, readEventStoreSettings } from '../adapters/driven/eventstoredb/settings.ts';
import { openEventStoreStores } from '../adapters/driven/eventstoredb/stores.ts';
import { type EventStorePlace, EventStoreSettingsUnusable } from '../adapters/driving/cli/installation.ts';
import type { MasterKeyRing } from '../adapters/shared/sealing/master-key-ring.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';
import type { OpenedStores } from './stores.ts';

/** The cluster's stores. It is connected to with the first call. Throws {@link EventStoreSettingsUnusable}. */
export const clusterStores = (
  place: EventStorePlace,
  keys: MasterKeyRing,
  clock: Pick<ScheduleClock, 'now'>,
): OpenedStores => openEventStoreStores(settingsOf(place), keys, clock);

const settingsOf = ({ connection, mayBeInsecure }: EventStorePlace): EventStoreSettings => {
  const read = readEventStoreSettings(connection, mayBeInsecure);
  if (!read.ok) throw new EventStoreSettingsUnusable(read.problem);
  return read.settings;
};
