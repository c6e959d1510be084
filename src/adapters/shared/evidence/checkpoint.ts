import { createHash } from 'node:crypto';
import { NOTHING_BEFORE } from './envelope.ts';
import { keyIdOf } from './signed-note.ts';

/** One line of a checkpoint: the stream's last event, and with it all before it. */
export interface Head {
  readonly stream: string;
  readonly version: number;
  readonly head: string;
}

/**
 * What a checkpoint's text says. Its lines, each ended by a line feed:
 *
 *     planning-backup/checkpoint/v1
 *     <organisation, percent-encoded as in the streams' names>
 *     <sequence number, from 1>
 *     <SHA-256 of the predecessor's whole note, 64 zeros for the first>
 *     <instant of the signing, ISO 8601 in UTC>
 *     streams <how many there are> <SHA-256 over the sorted lines of all of them>
 *     key <base64 of the 32 bytes of an Ed25519 key>      in the first, and where the key changes
 *     <stream> <version> <head>                           for each that is new or has grown since the predecessor
 *
 * A checkpoint that names a key is signed by that key, and by the one that signed before. Because each names the
 * whole note before it, one good signature vouches for every byte of all before it.
 */
export interface CheckpointText {
  readonly organisation: string;
  readonly sequence: number;
  readonly predecessor: string;
  readonly signedAt: string;
  readonly streams: number;
  readonly digest: string;
  readonly key: string | null;
  readonly grown: readonly Head[];
}

const FORMAT = 'planning-backup/checkpoint/v1';

const headLine = ({ stream, version, head }: Head): string => `${stream} ${version} ${head}\n`;

/** SHA-256 over the lines of all heads. Law: they come in the order of their streams' names. */
export class HeadsDigest {
  readonly #hash = createHash('sha256');
  #streams = 0;

  add(head: Head): void {
    this.#hash.update(headLine(head));
    this.#streams += 1;
  }

  result(): { readonly streams: number; readonly digest: string } {
    return { streams: this.#streams, digest: this.#hash.digest('hex') };
  }
}

export const writeCheckpoint = (checkpoint: CheckpointText): string => {
  const { organisation, sequence, predecessor, signedAt, streams, digest, key, grown } = checkpoint;
  const top = [FORMAT, organisation, sequence, predecessor, signedAt, `streams ${streams} ${digest}`];
  const lines = key === null ? top : [...top, `key ${key}`];
  return `${lines.join('\n')}\n${grown.map(headLine).join('')}`;
};

const TOP_LINES = 6;
const KEY = /^key ([A-Za-z0-9+/]{43}=)$/;
const STREAMS = /^streams (0|[1-9]\d{0,14}) ([0-9a-f]{64})$/;
const HEAD = /^([A-Za-z0-9_%-]+) ([1-9]\d{0,14}) ([0-9a-f]{64})$/;
const SEQUENCE = /^[1-9]\d{0,14}$/;
const HASH = /^[0-9a-f]{64}$/;
const INSTANT = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const ENCODED = /^[A-Za-z0-9_%]*$/;

/** Undefined for a text that is none; what it says is not verified here. */
export const readCheckpoint = (text: string): CheckpointText | undefined => {
  if (!text.endsWith('\n')) return undefined;
  const lines = text.slice(0, -1).split('\n');
  const [format, organisation = '', sequence = '', predecessor = '', signedAt = '', totals = ''] = lines;
  const [, streams, digest = ''] = STREAMS.exec(totals) ?? [];
  const isWell = [ENCODED.test(organisation), SEQUENCE.test(sequence), HASH.test(predecessor), INSTANT.test(signedAt)];
  if (format !== FORMAT || isWell.includes(false) || streams === undefined) return undefined;
  const key = KEY.exec(lines[TOP_LINES] ?? '')?.[1] ?? null;
  if (key !== null && keyIdOf(key) === undefined) return undefined;
  const grown: Head[] = [];
  for (const line of lines.slice(key === null ? TOP_LINES : TOP_LINES + 1)) {
    const [, stream, version, head] = HEAD.exec(line) ?? [];
    const last = grown.at(-1);
    if (stream === undefined || version === undefined || head === undefined) return undefined;
    // Once each and in their order, so that one content has one text.
    if (last !== undefined && last.stream >= stream) return undefined;
    grown.push({ stream, version: Number(version), head });
  }
  const numbers = { sequence: Number(sequence), streams: Number(streams) };
  return { organisation, predecessor, signedAt, digest, key, grown, ...numbers };
};

/** What the first checkpoint names as its predecessor. */
export const NO_CHECKPOINT = NOTHING_BEFORE;

/** An id as it stands in the names of streams: all but ASCII letters, digits and `_` percent-encoded in UTF-8. */
export const encodedId = (id: string): string =>
  encodeURIComponent(id).replace(/[-.!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
