import type { BackupRunCommand, BackupRunRejection } from '../../domain/backup-run/commands.ts';
import { backupRun } from '../../domain/backup-run/decide.ts';
import type { BackupRunEvent } from '../../domain/backup-run/events.ts';
import type { BackupRunState } from '../../domain/backup-run/state.ts';
import type { Decision } from '../../domain/decider.ts';
import { type EventLog, EventLogUnavailable, type ExpectedEnd } from '../ports/event-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import { appendReadingBack, enveloped, foldWith } from '../recording.ts';
import type { By } from '../recording-attempts.ts';
import type { StreamName } from '../stream-names.ts';

/** Who loses the race for the stream's end this often has found a log that does not work. */
const RETRIES = 10;

/** A rule of the run said no to what an attempt wanted recorded: it was overtaken, or the night has ended. */
export class RunRejected extends Error {
  override readonly name = 'RunRejected';
  readonly rejection: BackupRunRejection;

  constructor(rejection: BackupRunRejection) {
    super(rejection.reason);
    this.rejection = rejection;
  }
}

export interface RunNow {
  readonly state: BackupRunState;
  readonly end: ExpectedEnd;
}

export interface JournalPorts {
  readonly eventLog: EventLog;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
}

/** The record of one night, as one process writes it. Everything that it writes shares a change id. */
export class AttemptJournal {
  readonly stream: StreamName;
  readonly #ports: JournalPorts;
  readonly #by: By;
  readonly #changeId: string;

  constructor(ports: JournalPorts, stream: StreamName, by: By) {
    this.stream = stream;
    this.#ports = ports;
    this.#by = by;
    this.#changeId = ports.ids.newId();
  }

  async now(): Promise<RunNow> {
    const slice = await this.#ports.eventLog.read(this.stream);
    return { state: foldWith(backupRun, slice), end: slice.end };
  }

  /** Records at exactly this end, or says that another came first. Rejects with RunRejected. */
  async recordAt(at: RunNow, command: BackupRunCommand): Promise<'recorded' | 'another came first'> {
    const events = acceptedBy(backupRun.decide(command, at.state));
    if (events.length === 0) return 'recorded';
    const circumstances = { changeId: this.#changeId, causationId: null, occurredAt: this.#ports.clock.now() };
    const envelopes = enveloped(events, { ...circumstances, ...this.#by }, this.#ports.ids);
    const { outcome } = await appendReadingBack(this.#ports.eventLog, this.stream, at.end, envelopes);
    return outcome === 'appended' ? 'recorded' : 'another came first';
  }

  /** Records, whoever wrote in between. Rejects with RunRejected. */
  async record(command: BackupRunCommand): Promise<void> {
    for (let retry = 0; retry < RETRIES; retry += 1)
      if ((await this.recordAt(await this.now(), command)) === 'recorded') return;
    throw new EventLogUnavailable(`${this.stream} is written to by too many at once`);
  }
}

const acceptedBy = (decision: Decision<BackupRunEvent, BackupRunRejection>): readonly BackupRunEvent[] => {
  if (decision.outcome === 'rejected') throw new RunRejected(decision.rejection);
  return decision.events;
};
