import { Temporal } from 'temporal-polyfill';
import type { StoredEvent } from '../../../src/adapters/shared/event-codec/chain.ts';
import type { EventLog, EventToAppend, RecordedEvent, StreamEnd } from '../../../src/application/ports/event-log.ts';
import { attemptsStream } from '../../../src/application/stream-names.ts';
import type { DomainEvent } from '../../../src/domain/domain-event.ts';

export interface EventLogHarness {
  readonly log: EventLog;
  /** A second log on the same storage, as another instance would have it; the same one where that cannot be. */
  readonly second: EventLog;
  /** Sets the log's own clock. */
  setClock(now: Temporal.Instant): void;
  /** A log over what is stored so far, changed behind its back; in the order of positions. */
  altered(edit: (stored: readonly StoredEvent[]) => readonly StoredEvent[]): Promise<EventLog>;
  close(): Promise<void>;
}

export const STREAM = attemptsStream('abendblatt');
export const OTHER_STREAM = attemptsStream('morgenpost');

let lastId = 0;

/** An event to append that differs from all others by its id. */
export const anEvent = (
  event: DomainEvent = { type: 'StoredPasswordOpened', secretId: 's-1', purpose: 'night' },
  changes: Partial<EventToAppend> = {},
): EventToAppend => {
  lastId += 1;
  return {
    eventId: `event-${lastId}`,
    changeId: 'change-1',
    causationId: null,
    requestId: null,
    actorId: 'anna',
    occurredAt: Temporal.Instant.from('2026-11-24T18:00:00Z'),
    event,
    ...changes,
  };
};

export const someEvents = (count: number): readonly EventToAppend[] => Array.from({ length: count }, () => anEvent());

export const idsOf = (events: readonly { readonly eventId: string }[]): readonly string[] =>
  events.map(({ eventId }) => eventId);

/** Appends to wherever the stream ends now; for tests in which nobody races. */
export const appendTo = async (
  log: EventLog,
  stream: Parameters<EventLog['read']>[0],
  events: readonly EventToAppend[],
): Promise<StreamEnd> => {
  const outcome = await log.append(stream, (await log.read(stream)).end, events);
  if (outcome.outcome === 'conflict') throw new Error('somebody raced where nobody should');
  return outcome.end;
};

export const all = async (events: AsyncIterable<RecordedEvent>): Promise<readonly RecordedEvent[]> => {
  const taken: RecordedEvent[] = [];
  for await (const event of events) taken.push(event);
  return taken;
};
