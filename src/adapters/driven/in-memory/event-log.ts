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
import {
  chain,
  endAt,
  following,
  isSameEnd,
  recorded,
  STREAM_START,
  type StoredEvent,
  startOf,
} from '../../shared/event-codec/chain.ts';

/** Positions have gaps here on purpose: nobody may count on the next number. */
const GAP = 10n;

interface Row {
  readonly position: Position;
  readonly stored: StoredEvent;
  /** What reading it gave: a row is never changed, so it is verified and decoded once. */
  read?: RecordedEvent;
}

/** Holds events in their stored form, and reads them back through codec and chain as a log on disk does. */
export class InMemoryEventLog implements EventLog {
  readonly #clock: Pick<ScheduleClock, 'now'>;
  readonly #rows: Row[] = [];
  readonly #streams = new Map<string, Row[]>();
  /** By every beginning of a stream's name that ends in a hyphen, as the prefixes do that are asked for. */
  readonly #prefixes = new Map<string, Row[]>();
  readonly #waiting = new Set<() => void>();

  /** `stored` is what another log held, in the order of its positions. */
  constructor(clock: Pick<ScheduleClock, 'now'>, stored: readonly StoredEvent[] = []) {
    this.#clock = clock;
    this.#keep(stored);
  }

  /** All that is held, as it is held, in the order of positions. */
  get stored(): readonly StoredEvent[] {
    return this.#rows.map((row) => row.stored);
  }

  /** What is held of one stream, in the order of its versions. */
  storedOf(stream: string): readonly StoredEvent[] {
    return this.#rowsOf(stream).map((row) => row.stored);
  }

  async read(stream: StreamName): Promise<StreamSlice> {
    const events = this.#rowsOf(stream).map((row) => this.#read(row));
    return { events, end: endAt(this.#endOf(stream)) };
  }

  async append(stream: StreamName, expected: ExpectedEnd, events: readonly EventToAppend[]): Promise<AppendOutcome> {
    const expectedEnd = startOf(expected);
    const rows = chain(stream, expectedEnd, events, this.#clock.now());
    const end = this.#endOf(stream);
    if (!isSameEnd(end, expectedEnd)) return { outcome: 'conflict', end: endAt(end) };
    this.#keep(rows);
    return { outcome: 'appended', end: this.#endOf(stream) };
  }

  async *readAll(from: Position, streamPrefix = ''): AsyncGenerator<RecordedEvent, void> {
    // Not `yield*`, which takes as long again: whole histories are read over and over.
    for (const event of this.#between(from, this.#lastPosition(), streamPrefix)) yield event;
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
      if (after >= this.#lastPosition()) await this.#nextAppend(signal);
    }
  }

  *#between(after: Position, upTo: Position, streamPrefix: string): Generator<RecordedEvent, void> {
    const { rows, first } = this.#rowsAfter(after, streamPrefix);
    for (let index = first; index < rows.length; index += 1) {
      const row = rows[index];
      if (row === undefined || row.position > upTo) return;
      if (row.position <= after || !row.stored.stream.startsWith(streamPrefix)) continue;
      yield this.#read(row);
    }
  }

  #read(row: Row): RecordedEvent {
    if (row.read !== undefined) return row.read;
    following(this.#predecessorOf(row.stored), row.stored);
    // A copy: its instants are then made once, too.
    row.read = { ...recorded(row.stored, row.position) };
    return row.read;
  }

  /** All rows that can be meant, and which of them is the first one. */
  #rowsAfter(after: Position, streamPrefix: string): { readonly rows: readonly Row[]; readonly first: number } {
    // Positions are multiples of the gap, the first row's is one gap.
    if (!streamPrefix.endsWith('-')) return { rows: this.#rows, first: Number(after / GAP) };
    const rows = this.#prefixes.get(streamPrefix) ?? [];
    let first = 0;
    for (let end = rows.length; first < end; ) {
      const middle = (first + end) >> 1;
      if ((rows[middle]?.position ?? 0n) <= after) first = middle + 1;
      else end = middle;
    }
    return { rows, first };
  }

  #keep(events: readonly StoredEvent[]): void {
    for (const stored of events) {
      const row = { position: BigInt(this.#rows.length + 1) * GAP, stored };
      this.#rows.push(row);
      under(this.#streams, stored.stream, row);
      for (let end = stored.stream.indexOf('-'); end !== -1; end = stored.stream.indexOf('-', end + 1))
        under(this.#prefixes, stored.stream.slice(0, end + 1), row);
    }
    for (const wake of this.#waiting) wake();
  }

  #rowsOf(stream: string): readonly Row[] {
    return this.#streams.get(stream) ?? [];
  }

  #endOf(stream: string): StreamEnd {
    const last = this.#rowsOf(stream).at(-1)?.stored;
    return last === undefined ? STREAM_START : { version: last.version, head: last.hash };
  }

  #predecessorOf(event: StoredEvent): StreamEnd {
    // Where rows are missing, another stands in its place, and the event does not follow from it.
    const before = this.#rowsOf(event.stream)[event.version - 2]?.stored;
    return before === undefined ? STREAM_START : { version: before.version, head: before.hash };
  }

  #lastPosition(): Position {
    return this.#rows.at(-1)?.position ?? 0n;
  }

  #nextAppend(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }
}

const under = (rows: Map<string, Row[]>, key: string, row: Row): void => {
  const found = rows.get(key);
  if (found === undefined) rows.set(key, [row]);
  else found.push(row);
};
