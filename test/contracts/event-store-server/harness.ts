import type { Credentials, EventStoreDBClient, ResolvedEvent } from '@eventstore/db-client';

/** A server that may hold much else, and be in use by others: a test looks at its own streams only. */
export interface EventStoreServerHarness {
  readonly client: EventStoreDBClient;
  /** For calls with credentials of their own; where the server wants none, anything. */
  readonly credentials: Credentials;
  /** A stream's name that no other test has, and that all names of this test begin with the same. */
  readonly name: (stream: string) => string;
  /** The most bytes that one append may have. */
  readonly maxAppendSize: number;
  close(): Promise<void>;
}

/** Of those that were read from `$all`, the test's own. */
export const own = async (
  { name }: EventStoreServerHarness,
  events: AsyncIterable<ResolvedEvent>,
): Promise<readonly ResolvedEvent[]> => {
  const found: ResolvedEvent[] = [];
  for await (const event of events) if (event.event?.streamId.startsWith(name('')) === true) found.push(event);
  return found;
};
