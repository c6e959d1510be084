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

/** Which streams, by their names: beginnings, all that hold events, or all but the server's own. */
export type StreamFilter = readonly string[] | 'events' | 'all';

/** Streams of events whose names begin so. */
export const eventStreams = (prefix: string): StreamFilter => (prefix === '' ? 'events' : [prefix]);

/** Names as the server has them: all of ours begin with the namespace, which is mostly empty. */
export class ServerNames {
  readonly #namespace: string;

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  there(stream: string): string {
    return `${this.#namespace}${stream}`;
  }

  here(stream: string): string {
    return stream.startsWith(this.#namespace) ? stream.slice(this.#namespace.length) : stream;
  }

  filter(filter: StreamFilter): NameFilter {
    if (filter === 'all') return { regex: `^${escaped(this.#namespace)}(?!\\$)` };
    if (filter === 'events') return { regex: `^${escaped(this.#namespace)}(?!\\$|${escaped(OWN)})` };
    return { prefixes: filter.map((prefix) => this.there(prefix)) };
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

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
