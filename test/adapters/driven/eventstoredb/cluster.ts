import { randomUUID } from 'node:crypto';
import { EventStore } from '../../../../src/adapters/driven/eventstoredb/event-store.ts';
import type { EventStoreOptions } from '../../../../src/adapters/driven/eventstoredb/reader.ts';
import { readEventStoreSettings } from '../../../../src/adapters/driven/eventstoredb/settings.ts';
import { Secret } from '../../../../src/application/secret.ts';
import { type DoubleOptions, startEventStoreDouble } from '../../../support/eventstoredb/double.ts';

/** Short enough that a test of what does not pass need not wait, long enough for a busy machine. */
const TIMES: EventStoreOptions = { deadline: 2_000, patience: 4_000, pauses: { first: 5, longest: 50 } };

export const LISTENING = { silence: 500, patience: 5_000, pauses: { first: 5, longest: 50 } };

/** The adapter's calls to a server; on this machine it may be without TLS. */
export const storeAt = (connectionString: string, options: EventStoreOptions = {}): EventStore => {
  const read = readEventStoreSettings(new Secret(connectionString), true);
  if (!read.ok) throw new Error(read.problem);
  return new EventStore(read.settings, { ...TIMES, ...options });
};

/** Servers for one test: `begin` gives a new and empty one, as it were, and `open` a connection more to it. */
export interface Servers {
  begin(): Promise<() => EventStore>;
  close(): Promise<void>;
}

/** Set where the suites are to run on a cluster instead of the double. */
const REAL = process.env.PLANNING_BACKUP_EVENTSTORE;

export const SERVER_NAME = REAL === undefined ? 'EventStoreDB double' : 'EventStoreDB';

/** The double takes every append for new: nothing may rely on its finding out that it has it. */
export const servers = (options: DoubleOptions = { dedupe: false }): Servers => {
  const opened: { close(): Promise<void> }[] = [];
  const opening = (connectionString: string, more: EventStoreOptions) => () => {
    const store = storeAt(connectionString, more);
    opened.unshift(store);
    return store;
  };
  return {
    begin: async () => {
      if (REAL !== undefined) return opening(REAL, { namespace: `test${randomUUID()}.` });
      const double = await startEventStoreDouble(options);
      opened.push(double);
      return opening(double.connectionString, {});
    },
    close: async () => {
      for (const one of opened) await one.close();
    },
  };
};
