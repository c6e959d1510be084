import { EventStore, type Times } from '../../../../src/adapters/driven/eventstoredb/event-store.ts';
import { readEventStoreSettings } from '../../../../src/adapters/driven/eventstoredb/settings.ts';
import { Secret } from '../../../../src/application/secret.ts';

/** Short enough that a test of what does not pass need not wait, long enough for a busy machine. */
const TIMES: Partial<Times> = { deadline: 2_000, patience: 3_000, pauses: { first: 5, longest: 50 } };

/** The adapter's calls to a server on this machine, with or without TLS. */
export const storeAt = (connectionString: string, times: Partial<Times> = {}): EventStore => {
  const read = readEventStoreSettings(new Secret(connectionString), true);
  if (!read.ok) throw new Error(read.problem);
  return new EventStore(read.settings, { ...TIMES, ...times });
};
