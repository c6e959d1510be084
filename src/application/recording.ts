import type { Decider } from '../domain/decider.ts';
import type { DomainEvent } from '../domain/domain-event.ts';
import {
  type AppendOutcome,
  type EventLog,
  EventLogUnavailable,
  type EventToAppend,
  type ExpectedEnd,
  NO_STREAM,
  type StreamSlice,
} from './ports/event-log.ts';
import type { IdSource } from './ports/id-source.ts';
import type { StreamName } from './stream-names.ts';

/** Who and why, for all events of one append. */
export type Circumstances = Omit<EventToAppend, 'eventId' | 'event'>;

/** Each event in an envelope of its own. */
export const enveloped = (
  events: readonly DomainEvent[],
  circumstances: Circumstances,
  ids: IdSource,
): readonly EventToAppend[] => events.map((event) => ({ ...circumstances, eventId: ids.newId(), event }));

/** The state a stream's events lead to. A stream holds the events of one aggregate only. */
export const foldWith = <Command, State, Event extends DomainEvent, Rejection>(
  decider: Decider<Command, State, Event, Rejection>,
  slice: StreamSlice,
): State =>
  slice.events.reduce((state, recorded) => decider.evolve(state, recorded.event as Event), decider.initialState);

/**
 * Appends, and where the answer was lost, reads back whether it happened: the log's own deduplication is not
 * relied on. Rejects with EventLogUnavailable only if that cannot be found out either, or it did not happen.
 */
export const appendReadingBack = async (
  log: EventLog,
  stream: StreamName,
  expected: ExpectedEnd,
  events: readonly EventToAppend[],
): Promise<AppendOutcome> => {
  try {
    return await log.append(stream, expected, events);
  } catch (error) {
    if (!(error instanceof EventLogUnavailable)) throw error;
    const { events: recorded } = await log.read(stream);
    const last = recorded.find((event) => event.eventId === events.at(-1)?.eventId);
    if (last === undefined) throw error;
    return { outcome: 'appended', end: { version: last.version, head: last.hash } };
  }
};

export const isSameEnd = (a: ExpectedEnd, b: ExpectedEnd): boolean => {
  if (a === NO_STREAM || b === NO_STREAM) return a === b;
  return a.version === b.version && a.head === b.head;
};
