import { lookup } from 'node:dns/promises';

/** All addresses of a name, in the order in which to try them. Rejects, or gives none, for a name that has none. */
export type Resolver = (name: string) => Promise<readonly string[]>;

/**
 * The system's own resolver, so that an operator's hosts file and search order count. It is asked once a connection;
 * what it says later does not matter.
 */
export const systemResolver: Resolver = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address);
