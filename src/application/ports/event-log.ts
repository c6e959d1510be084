import type { Temporal } from 'temporal-polyfill';
import type { DomainEvent } from '../../domain/domain-event.ts';
import type { StreamName } from '../stream-names.ts';

/** An event with its who, when and why; the log adds its place in the stream and in the chain. */
export interface EventToAppend<Event extends DomainEvent = DomainEvent> {
  readonly eventId: string;
  /** One saved form, one attempt: all events of it share this. */
  readonly changeId: string;
  /** The event that led to this one, if any. */
  readonly causationId: string | null;
  /** The host's opaque id of the request, if any. */
  readonly requestId: string | null;
  readonly actorId: string;
  readonly occurredAt: Temporal.Instant;
  readonly event: Event;
}

export interface RecordedEvent<Event extends DomainEvent = DomainEvent> extends EventToAppend<Event> {
  readonly stream: StreamName;
  /** Count of the stream's events up to this one, from 1. */
  readonly version: number;
  /** Order among all streams; grows, with gaps. */
  readonly position: Position;
  /** When the log's own clock saw it. */
  readonly recordedAt: Temporal.Instant;
  /** SHA-256 in lower-case hex; 64 zeros before the first event. */
  readonly previousHash: string;
  readonly hash: string;
}

/** Opaque, and comparable within one log only. */
export type Position = bigint;

export const BEGINNING: Position = 0n;

/** A stream's last event: how many there are, and the hash that vouches for all of them. */
export interface StreamEnd {
  readonly version: number;
  readonly head: string;
}

export const NO_STREAM = 'no stream';

/** What a writer must know to append: the exact end, or that there is none. */
export type ExpectedEnd = StreamEnd | typeof NO_STREAM;

export type AppendOutcome =
  | { readonly outcome: 'appended'; readonly end: StreamEnd }
  | { readonly outcome: 'conflict'; readonly end: ExpectedEnd };

export interface StreamSlice {
  readonly events: readonly RecordedEvent[];
  readonly end: ExpectedEnd;
}

/**
 * The append-only log. Nothing deletes or overwrites. A conflict is a value; a throw is
 * {@link EventLogUnavailable} (after it, whether an append happened is unknown: read back), or
 * {@link UnknownEventType} for a stored event that today's code cannot read.
 */
export interface EventLog {
  /** All events of a stream in order; an unknown stream is empty and ends with {@link NO_STREAM}. */
  read(stream: StreamName): Promise<StreamSlice>;
  /** All or none, chained to the head. An empty list appends nothing, but still checks the expectation. */
  append(stream: StreamName, expected: ExpectedEnd, events: readonly EventToAppend[]): Promise<AppendOutcome>;
  /** Events after `from` in the order of their positions, of streams whose name begins with `streamPrefix`. */
  readAll(from: Position, streamPrefix?: string): AsyncIterable<RecordedEvent>;
  /** As {@link EventLog.readAll}, and goes on with what is appended later until the signal aborts. */
  subscribe(from: Position, signal: AbortSignal, streamPrefix?: string): AsyncIterable<RecordedEvent>;
}

export class EventLogUnavailable extends Error {
  override readonly name = 'EventLogUnavailable';
}

/** Nothing is written here any more: all of it is moved, or was, to another store. Reading goes on. */
export class StoreMoved extends EventLogUnavailable {
  /** For people. */
  readonly to: string;

  constructor(place: string, to: string) {
    super(`${place}: it is sealed, because what it holds moves to ${to}, or has moved there`);
    this.to = to;
  }
}

export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';
}

/** A stored event whose hash does not follow from its content: it was altered outside the log. */
export class AlteredHistory extends Error {
  override readonly name = 'AlteredHistory';
}
