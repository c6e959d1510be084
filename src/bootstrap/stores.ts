import { join } from 'node:path';
import { openSqliteStores, readSqliteStores } from '../adapters/driven/sqlite/stores.ts';
import type { Place } from '../adapters/driving/cli/installation.ts';
import type { MasterKeyRing } from '../adapters/shared/sealing/master-key-ring.ts';
import type { OldHouse } from '../application/ports/moving-house.ts';
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
  /** Of a store that may be moved out of. */
  readonly oldHouse?: OldHouse;
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
  { isReading }: { readonly isReading: boolean },
): Promise<OpenedStores> => {
  if (eventStore === null) {
    const openFile = isReading ? readSqliteStores : openSqliteStores;
    return openFile(join(dataDirectory, STORE), keys, clock);
  }
  // The client is loaded when it is needed.
  const { clusterStores } = await import('./cluster-stores.ts');
  return clusterStores(eventStore, keys, clock);
};
