import { join } from 'node:path';
import { SystemClock } from '../adapters/driven/clock/system-clock.ts';
import { RandomIds } from '../adapters/driven/ids/random-ids.ts';
import { FileMasterKeyRing } from '../adapters/driven/master-key-file/master-key-file.ts';
import { openSqliteStores } from '../adapters/driven/sqlite/stores.ts';
import type { EventStorePlace, Place } from '../adapters/driving/cli/installation.ts';
import { MovingHouse } from '../application/moving-house/moving-house.ts';
import { clusterStores } from './cluster-stores.ts';
import { STORE } from './stores.ts';

/** Both stores, under one master key, for as long as the work takes. The embedded one must exist. */
export const moving = async <Result>(
  { dataDirectory }: Place,
  keyFile: string,
  cluster: EventStorePlace,
  work: (house: MovingHouse) => Promise<Result>,
): Promise<Result> => {
  const clock = new SystemClock();
  const keys = new FileMasterKeyRing(keyFile);
  const to = clusterStores(cluster, keys, clock);
  try {
    const from = openSqliteStores(join(dataDirectory, STORE), keys, clock);
    try {
      return await work(new MovingHouse({ from, to, clock, ids: new RandomIds() }));
    } finally {
      await from.close();
    }
  } finally {
    await to.close();
  }
};
