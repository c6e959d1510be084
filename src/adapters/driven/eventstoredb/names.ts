import type { NameFilter } from './client.ts';

/**
 * Events lie in streams of their ports' names, as they are. What else is kept lies in streams that begin so: no name of
 * ours does, and the server's own begin with `$`.
 */
const OWN = 'planningBackup.';

/** A name of our own: a kind, and an id of any text behind the hyphen that the server takes for the end of a category. */
export const ownStream = (kind: string, id: string): string => `${OWN}${kind}-${encodeURIComponent(id)}`;

/** The kinds' streams begin so. */
export const ownStreams = (kind: string): string => `${OWN}${kind}-`;

export const ownIdOf = (kind: string, stream: string): string =>
  decodeURIComponent(stream.slice(ownStreams(kind).length));

/** Streams of events whose names begin so. */
export const eventStreams = (prefix: string): NameFilter =>
  prefix === '' ? { regex: `^(?!\\$|${OWN.replace('.', '\\.')})` } : { prefixes: [prefix] };

const FAMILY = /^[^-]+-[^-]*-/;

/**
 * Streams such as `backupRun-<organisation>-<night>` have a family, `backupRun-<organisation>-`: its members are listed,
 * because the server would have to look through all that it holds to find them.
 */
export const familyOf = (stream: string): string | undefined => {
  const [family] = FAMILY.exec(stream) ?? [];
  return family === undefined || family.length === stream.length ? undefined : family;
};

/** Whether a prefix is that of all members of one family. */
export const isFamily = (prefix: string): boolean => FAMILY.exec(prefix)?.[0] === prefix;
