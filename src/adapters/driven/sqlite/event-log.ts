import type {
  AppendOutcome,
  EventLog,
  EventToAppend,
  ExpectedEnd,
  Position,
  RecordedEvent,
  StreamEnd,
  StreamSlice,
} from '../../../application/ports/event-log.ts';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { StreamName } from '../../../application/stream-names.ts';
import { chain, endAt, following, isSameEnd, recorded, STREAM_START, startOf } from '../../shared/event-codec/chain.ts';
import type { SqliteDatabase } from './database.ts';
import { type EventRow, EventRows } from './event-rows.ts';

/** Milliseconds until what another process appended is noticed, at most. */
const POLL_INTERVAL = 200;

/** The embedded log: one table, durable when an append is answered, safe for several processes of one machine. */
export class SqliteEventLog implements EventLog {
  readonly #database: SqliteDatabase;
  readonly #rows: EventRows;
  readonly #clock: Pick<ScheduleClock, 'now'>;
  readonly #pollInterval: number;
  readonly #waiting = new Set<() => void>();

  constructor(
    database: SqliteDatabase,
    clock: Pick<ScheduleClock, 'now'>,
    { pollInterval = POLL_INTERVAL }: { readonly pollInterval?: number } = {},
  ) {
    this.#database = database;
    this.#rows = database.run(() => new EventRows(database.connection));
    this.#clock = clock;
    this.#pollInterval = pollInterval;
  }

  async read(stream: StreamName): Promise<StreamSlice> {
    let end = STREAM_START;
    const events = this.#database
      .run(() => this.#rows.ofStream(stream))
      .map((row) => {
        end = following(end, row);
        return recorded(row, row.position);
      });
    return { events, end: endAt(end) };
  }

  async append(stream: StreamName, expected: ExpectedEnd, events: readonly EventToAppend[]): Promise<AppendOutcome> {
    const expectedEnd = startOf(expected);
    // Before the write lock: if the expectation is wrong, none of these is written.
    const rows = chain(stream, expectedEnd, events, this.#clock.now());
    const outcome = await this.#database.writeTogether((): AppendOutcome => {
      const end = this.#rows.endOf(stream);
      if (!isSameEnd(end, expectedEnd)) return { outcome: 'conflict', end: endAt(end) };
      for (const row of rows) this.#rows.insert(row);
      return { outcome: 'appended', end: this.#rows.endOf(stream) };
    });
    for (const wake of this.#waiting) wake();
    return outcome;
  }

  async *readAll(from: Position, streamPrefix = ''): AsyncGenerator<RecordedEvent, void> {
    yield* this.#between(from, this.#lastPosition(), streamPrefix);
  }

  async *subscribe(from: Position, signal: AbortSignal, streamPrefix = ''): AsyncGenerator<RecordedEvent, void> {
    let after = from;
    while (!signal.aborted) {
      const upTo = this.#lastPosition();
      for (const event of this.#between(after, upTo, streamPrefix)) {
        if (signal.aborted) return;
        yield event;
      }
      if (upTo > after) after = upTo;
      if (after >= this.#lastPosition()) await this.#nextLook(signal);
    }
  }

  *#between(from: Position, upTo: Position, streamPrefix: string): Generator<RecordedEvent, void> {
    let after = from;
    for (;;) {
      const page = this.#database.run(() => this.#rows.page({ after, upTo, streamPrefix }));
      if (page.length === 0) return;
      for (const row of page) {
        following(predecessorOf(row), row);
        yield recorded(row, row.position);
        after = row.position;
      }
    }
  }

  #lastPosition(): Position {
    return this.#database.run(() => this.#rows.lastPosition());
  }

  #nextLook(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, this.#pollInterval);
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }
}

const predecessorOf = ({ version, predecessorHash }: EventRow): StreamEnd =>
  predecessorHash === null ? STREAM_START : { version: version - 1, head: predecessorHash };
