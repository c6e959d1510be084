import { hash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import {
  AlteredHistory,
  type EventToAppend,
  type ExpectedEnd,
  NO_STREAM,
  type RecordedEvent,
  type StreamEnd,
  UnknownEventType,
} from '../../../application/ports/event-log.ts';
import type { StoredEnvelope } from '../../../application/ports/stored-history.ts';
import type { StreamName } from '../../../application/stream-names.ts';
import { canonicalJson } from './canonical-json.ts';
import { decodeEvent, encodeEvent } from './event-codec.ts';
import { lengthPrefixed } from './length-prefixed.ts';

/** The label of the format below. A change to it is a new label, and both are verified for ever. */
const FORMAT = 'planning-backup/event/v1';

/**
 * An event as every log stores it: texts, so that nothing is lost on the way.
 *
 * `hash` is SHA-256, in lower-case hex, over {@link lengthPrefixed} of these texts in this order: the label
 * `planning-backup/event/v1`, stream, eventId, changeId, causationId, requestId, actorId, type, version (decimal),
 * occurredAt, recordedAt, previousHash, payload. Absent ids are null. The first event's `previousHash` is 64 zeros,
 * each later one's is its predecessor's `hash`; versions of a stream are 1, 2, 3, … without a gap.
 */
export type StoredEvent = StoredEnvelope;

/** Where every stream begins. */
export const STREAM_START: StreamEnd = { version: 0, head: '0'.repeat(64) };

export const hashOf = (event: Omit<StoredEvent, 'hash'>): string => {
  const { stream, eventId, changeId, causationId, requestId, actorId, type } = event;
  const { version, occurredAt, recordedAt, previousHash, payload } = event;
  const ids = [stream, eventId, changeId, causationId, requestId, actorId, type, String(version)];
  return hash('sha256', lengthPrefixed([FORMAT, ...ids, occurredAt, recordedAt, previousHash, payload]), 'hex');
};

/** No stream, and a stream of no events, are the same end. */
export const startOf = (expected: ExpectedEnd): StreamEnd => (expected === NO_STREAM ? STREAM_START : expected);

export const endAt = (end: StreamEnd): ExpectedEnd => (end.version === 0 ? NO_STREAM : end);

export const isSameEnd = (a: StreamEnd, b: StreamEnd): boolean => a.version === b.version && a.head === b.head;

/** The rows to store behind `end`, all encoded before any is written. Throws for an event that cannot be stored. */
export const chain = (
  stream: StreamName,
  end: StreamEnd,
  events: readonly EventToAppend[],
  recordedAt: Temporal.Instant,
): readonly StoredEvent[] => {
  let { version, head } = end;
  return events.map((toAppend) => {
    version += 1;
    const row = linked(stream, { version, head }, toAppend, recordedAt);
    head = row.hash;
    return row;
  });
};

const linked = (
  stream: StreamName,
  { version, head: previousHash }: StreamEnd,
  { event, occurredAt, eventId, changeId, causationId, requestId, actorId }: EventToAppend,
  recordedAt: Temporal.Instant,
): StoredEvent => {
  const { storedType: type, data } = encodeEvent(event);
  const ids = { stream, version, eventId, changeId, causationId, requestId, actorId, type };
  const times = { occurredAt: occurredAt.toString(), recordedAt: recordedAt.toString() };
  const unsealed = { ...ids, ...times, previousHash, payload: canonicalJson({ data, metadata: {} }) };
  return { ...unsealed, hash: hashOf(unsealed) };
};

/** The end that an event makes of its predecessor's. Throws {@link AlteredHistory} if it does not follow. */
export const following = (predecessor: StreamEnd, event: StoredEvent): StreamEnd => {
  const follows = event.version === predecessor.version + 1 && event.previousHash === predecessor.head;
  if (!follows || event.hash !== hashOf(event))
    throw new AlteredHistory(`${placeOf(event)} was altered, or an event before it: its hash does not follow`);
  return { version: event.version, head: event.hash };
};

/**
 * Today's reading of a stored event whose hash was verified. Throws {@link UnknownEventType}.
 *
 * Its two instants are made when they are asked for: a fold never asks, and they take longer than all the rest.
 */
export const recorded = (stored: StoredEvent, position: bigint): RecordedEvent => {
  const event = decodeEvent(stored.type, dataOf(stored.payload));
  if (!event.ok) throw new UnknownEventType(`${placeOf(stored)}, ${stored.type}: ${event.problem}`);
  // Not the whole row: what is asked for later would keep all of it in memory.
  const { occurredAt, recordedAt } = stored;
  if (!INSTANT.test(occurredAt) || !INSTANT.test(recordedAt))
    throw new UnknownEventType(`${placeOf(stored)}: its times are no instants`);
  return {
    stream: stored.stream as StreamName,
    version: stored.version,
    position,
    eventId: stored.eventId,
    changeId: stored.changeId,
    causationId: stored.causationId,
    requestId: stored.requestId,
    actorId: stored.actorId,
    get occurredAt() {
      return Temporal.Instant.from(occurredAt);
    },
    get recordedAt() {
      return Temporal.Instant.from(recordedAt);
    },
    previousHash: stored.previousHash,
    hash: stored.hash,
    event: event.value,
  };
};

/** As `Temporal.Instant` writes itself. */
const INSTANT = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** What is no JSON, or has no data, is no data that any codec reads. */
const dataOf = (payload: string): unknown => {
  try {
    return (JSON.parse(payload) as { readonly data?: unknown } | null)?.data;
  } catch {
    return undefined;
  }
};

const placeOf = ({ stream, version }: StoredEvent): string => `stream ${stream}, version ${version}`;
