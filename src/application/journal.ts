import type { Decider } from '../domain/decider.ts';
import type { DomainEvent } from '../domain/domain-event.ts';
import { type EventLog, EventLogUnavailable, type ExpectedEnd } from './ports/event-log.ts';
import type { IdSource } from './ports/id-source.ts';
import type { ScheduleClock } from './ports/schedule-clock.ts';
import { appendReadingBack, enveloped, foldWith } from './recording.ts';
import type { By } from './recording-attempts.ts';
import type { StreamName } from './stream-names.ts';

/** Who loses the race for a stream's end this often has found a log that does not work. */
const RETRIES = 10;

/** A rule said no to what was to be recorded: another worker was there first, or it is over. */
export class RecordRejected<Rejection extends { readonly reason: string } = { readonly reason: string }> extends Error {
  override readonly name = 'RecordRejected';
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection.reason);
    this.rejection = rejection;
  }
}

/** A state, and the exact end of the stream that it was read at. */
export interface At<State> {
  readonly state: State;
  readonly end: ExpectedEnd;
}

export interface JournalPorts {
  readonly eventLog: EventLog;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
}

/**
 * One aggregate's stream, as one process writes it. Everything that it writes shares a change id. It remembers the end that
 * it saw last: what is recorded there needs no reading before, and at an end that is another's by now the log takes nothing.
 */
export class Journal<Command, State, Event extends DomainEvent, Rejection extends { readonly reason: string }> {
  readonly stream: StreamName;
  readonly #ports: JournalPorts;
  readonly #decider: Decider<Command, State, Event, Rejection>;
  readonly #by: By;
  readonly #changeId: string;
  #seen: At<State> | undefined;

  constructor(
    ports: JournalPorts,
    decider: Decider<Command, State, Event, Rejection>,
    stream: StreamName,
    by: By & { readonly changeId?: string },
  ) {
    this.stream = stream;
    this.#ports = ports;
    this.#decider = decider;
    this.#by = { actorId: by.actorId, requestId: by.requestId };
    this.#changeId = by.changeId ?? ports.ids.newId();
  }

  async now(): Promise<At<State>> {
    const slice = await this.#ports.eventLog.read(this.stream);
    this.#seen = { state: foldWith(this.#decider, slice), end: slice.end };
    return this.#seen;
  }

  /** Records at exactly this end, or says that another came first. Rejects with {@link RecordRejected}. */
  async recordAt(at: At<State>, command: Command): Promise<'recorded' | 'another came first'> {
    const decision = this.#decider.decide(command, at.state);
    if (decision.outcome === 'rejected') throw new RecordRejected(decision.rejection);
    return decision.events.length === 0 ? 'recorded' : this.#append(at, decision.events);
  }

  /** Records, whoever wrote in between. Rejects with {@link RecordRejected}. */
  async record(command: Command): Promise<void> {
    if (await this.#recordedWhereSeen(command)) return;
    for (let retry = 0; retry < RETRIES; retry += 1)
      if ((await this.recordAt(await this.now(), command)) === 'recorded') return;
    throw new EventLogUnavailable(`${this.stream} is written to by too many at once`);
  }

  /** Only what the log takes there proves that nothing came after: a no, or nothing to record, may be out of date. */
  async #recordedWhereSeen(command: Command): Promise<boolean> {
    if (this.#seen === undefined) return false;
    const decision = this.#decider.decide(command, this.#seen.state);
    if (decision.outcome === 'rejected' || decision.events.length === 0) return false;
    return (await this.#append(this.#seen, decision.events)) === 'recorded';
  }

  async #append(at: At<State>, events: readonly Event[]): Promise<'recorded' | 'another came first'> {
    const circumstances = { changeId: this.#changeId, causationId: null, occurredAt: this.#ports.clock.now() };
    const envelopes = enveloped(events, { ...circumstances, ...this.#by }, this.#ports.ids);
    const { outcome, end } = await appendReadingBack(this.#ports.eventLog, this.stream, at.end, envelopes);
    if (outcome !== 'appended') return 'another came first';
    this.#seen = { state: events.reduce(this.#decider.evolve, at.state), end };
    return 'recorded';
  }
}
