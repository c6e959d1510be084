import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Stored } from './stored.ts';

export interface Filter {
  readonly lets: (event: Stored) => boolean;
  /** How many events may be looked at before a checkpoint tells how far that was. */
  readonly checkpointEvery: number;
}

/** How many events the server looks at in one go unless told (server: Services/Transport/Grpc/Enumerators.AllSubscriptionFiltered.cs). */
const WINDOW = 32;

/** By the beginnings of names, any of them, or by a regular expression (server: Services/Transport/Grpc/Streams.Read.cs). */
export const filterOf = (options: ReadReq.Options.FilterOptions | undefined): Filter => {
  if (options === undefined) return { lets: () => true, checkpointEvery: Number.POSITIVE_INFINITY };
  const byType = options.getEventType();
  const expression = byType ?? options.getStreamIdentifier();
  const nameOf = (event: Stored): string => (byType === undefined ? event.stream : event.type);
  const regex = expression?.getRegex() ?? '';
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = regex === '' ? undefined : new RegExp(regex, 'u');
  // server: PR 2608 of its repository: the interval is counted in search windows.
  const window = options.hasMax() ? options.getMax() : WINDOW;
  return {
    lets: (event) => pattern?.test(nameOf(event)) ?? prefixes.some((prefix) => nameOf(event).startsWith(prefix)),
    checkpointEvery: window * options.getCheckpointintervalmultiplier(),
  };
};
