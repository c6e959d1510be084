import { type AllStreamResolvedEvent, binaryEvent, type EventData, type ResolvedEvent } from '@eventstore/db-client';
import { AlteredHistory, type RecordedEvent } from '../../../application/ports/event-log.ts';
import { recorded, type StoredEvent } from '../../shared/event-codec/chain.ts';
import { positionOf } from './position.ts';

/** A server's event, as it lies in a stream. */
export interface Message {
  readonly stream: string;
  /** The server's count within the stream, from 0. */
  readonly revision: number;
  readonly position: bigint;
  /** The server's, a UUID. */
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  /** What JSON made of it. */
  readonly metadata: unknown;
}

/** Undefined for a link whose event is gone. */
export const messageOf = ({ event }: ResolvedEvent | AllStreamResolvedEvent): Message | undefined => {
  if (event === undefined) return undefined;
  const { streamId: stream, revision, position, id, type, data, metadata } = event;
  const bytes = data instanceof Uint8Array ? data : Buffer.from(JSON.stringify(data));
  return { stream, revision: Number(revision), position: positionOf(position), id, type, data: bytes, metadata };
};

/**
 * An event of the log for the server: the data is the payload's UTF-8, byte by byte (declared as binary, since the
 * client would read JSON and lose what the hash is over), the metadata all other fields but the stream's name and the
 * type, which have places of their own.
 */
export const messageFor = ({ stream: _, type, payload, ...fields }: StoredEvent): EventData =>
  binaryEvent({ id: idFrom(fields.hash), type, data: Buffer.from(payload, 'utf8'), metadata: fields });

/** The server wants a UUID, and our ids may be any text: of the same event it is always the same (RFC 9562, version 8). */
const idFrom = (hash: string): string =>
  `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;

/** As it is stored, whatever was done to it: what is missing becomes empty, and does not follow from the hash. */
export const storedOf = ({ stream, type, data, metadata }: Message): StoredEvent => {
  const fields = (typeof metadata === 'object' && metadata !== null ? metadata : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const textOrNull = (name: string): string | null => (fields[name] === null ? null : text(name));
  return {
    ...{ stream, version: Number(fields.version), eventId: text('eventId'), changeId: text('changeId') },
    ...{ causationId: textOrNull('causationId'), requestId: textOrNull('requestId'), actorId: text('actorId'), type },
    ...{ occurredAt: text('occurredAt'), recordedAt: text('recordedAt'), previousHash: text('previousHash') },
    ...{ payload: Buffer.from(data).toString('utf8'), hash: text('hash') },
  };
};

/** Today's reading, once its hash was verified. Throws {@link AlteredHistory} where the server counted otherwise. */
export const recordedFrom = ({ revision, position }: Message, stored: StoredEvent): RecordedEvent => {
  // A stream that was deleted and begun anew goes on with the server's count.
  if (revision !== stored.version - 1)
    throw new AlteredHistory(
      `stream ${stored.stream}, version ${stored.version} was altered, or an event before it: the server counts it as ${revision + 1}`,
    );
  return recorded(stored, position);
};
