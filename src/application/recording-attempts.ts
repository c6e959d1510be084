import type { AttemptEvent } from '../domain/attempts/events.ts';
import { attemptToRecord } from '../domain/attempts/recording.ts';
import { hourOf } from './hour.ts';
import type { AttemptLimits } from './ports/attempt-limits.ts';
import { type EventLog, EventLogUnavailable } from './ports/event-log.ts';
import type { IdSource } from './ports/id-source.ts';
import type { ScheduleClock } from './ports/schedule-clock.ts';
import { appendReadingBack, enveloped } from './recording.ts';
import { attemptsStream } from './stream-names.ts';

const RETRIES = 10;

export interface By {
  readonly actorId: string;
  readonly requestId: string | null;
}

/** Keeps what was tried: rejected saves, and each use of a stored password, before it happens. */
export class RecordingAttempts {
  readonly #log: EventLog;
  readonly #limits: AttemptLimits;
  readonly #clock: ScheduleClock;
  readonly #ids: IdSource;

  constructor(ports: { eventLog: EventLog; attemptLimits: AttemptLimits; clock: ScheduleClock; ids: IdSource }) {
    this.#log = ports.eventLog;
    this.#limits = ports.attemptLimits;
    this.#clock = ports.clock;
    this.#ids = ports.ids;
  }

  async record(organisationId: string, attempt: AttemptEvent, by: By): Promise<void> {
    const stream = attemptsStream(organisationId);
    const occurredAt = this.#clock.now();
    const hour = hourOf(occurredAt);
    // Counted by kind, so that a flood of rejected saves hides no use of the password.
    const n = await this.#limits.count(`${stream}/${attempt.type}`, hour);
    const facts = attemptToRecord(attempt, hour, n);
    if (facts.length === 0) return;
    const circumstances = { changeId: this.#ids.newId(), causationId: null, occurredAt, ...by };
    const events = enveloped(facts, circumstances, this.#ids);
    for (let retry = 0; retry < RETRIES; retry += 1) {
      const { end } = await this.#log.read(stream);
      const { outcome } = await appendReadingBack(this.#log, stream, end, events);
      if (outcome === 'appended') return;
    }
    throw new EventLogUnavailable(`${stream} is written to by too many at once`);
  }
}
