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

/** One aggregate's stream, as one process writes it. Everything that it writes shares a change id. */
export class Journal<Command, State, Event extends DomainEvent, Rejection extends { readonly reason: string }> {
  readonly stream: StreamName;
  readonly #ports: JournalPorts;
  readonly #decider: Decider<Command, State, Event, Rejection>;
  readonly #by: By;
  readonly #changeId: string;

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
    return { state: foldWith(this.#decider, slice), end: slice.end };
  }

  /** Records at exactly this end, or says that another came first. Rejects with {@link RecordRejected}. */
  async recordAt(at: At<State>, command: Command): Promise<'recorded' | 'another came first'> {
    const decision = this.#decider.decide(command, at.state);
    if (decision.outcome === 'rejected') throw new RecordRejected(decision.rejection);
    if (decision.events.length === 0) return 'recorded';
    const circumstances = { changeId: this.#changeId, causationId: null, occurredAt: this.#ports.clock.now() };
    const envelopes = enveloped(decision.events, { ...circumstances, ...this.#by }, this.#ports.ids);
    const { outcome } = await appendReadingBack(this.#ports.eventLog, this.stream, at.end, envelopes);
    return outcome === 'appended' ? 'recorded' : 'another came first';
  }

  /** Records, whoever wrote in between. Rejects with {@link RecordRejected}. */
  async record(command: Command): Promise<void> {
    for (let retry = 0; retry < RETRIES; retry += 1)
      if ((await this.recordAt(await this.now(), command)) === 'recorded') return;
    throw new EventLogUnavailable(`${this.stream} is written to by too many at once`);
  }
}
