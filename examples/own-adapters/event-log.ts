import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type {
  AppendOutcome,
  EventLog,
  EventToAppend,
  ExpectedEnd,
  Position,
  RecordedEvent,
  ScheduleClock,
  StoredEnvelope,
  StoredHistory,
  StreamName,
  StreamSlice,
} from 'planning-backup';
import {
  chain,
  endAt,
  following,
  isSameEnd,
  recorded,
  STREAM_START,
  type StoredEvent,
  startOf,
} from 'planning-backup/event-codec';

interface Row {
  readonly position: Position;
  readonly stored: StoredEvent;
}

/** Milliseconds between two looks of a subscription. */
const LOOKS_EVERY = 20;

/** The log of a host with one process: a file with one line an append, so that all of it is there or none. */
export class JsonLinesLog implements EventLog {
  readonly #file: string;
  readonly #clock: Pick<ScheduleClock, 'now'>;
  readonly #rows: Row[] = [];

  constructor(file: string, clock: Pick<ScheduleClock, 'now'>) {
    this.#file = file;
    this.#clock = clock;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    // What a crash cut was never answered as appended, and the next line must not continue it.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
    for (const line of whole.split('\n').slice(0, -1)) this.#keep(JSON.parse(line) as readonly StoredEvent[]);
  }

  /** As they are held, in the order of their positions. */
  get stored(): readonly StoredEvent[] {
    return this.#rows.map(({ stored }) => stored);
  }

  async read(stream: StreamName): Promise<StreamSlice> {
    const rows = this.#rows.filter(({ stored }) => stored.stream === stream);
    return { events: rows.map((row) => this.#read(row)), end: endAt(this.#endOf(stream)) };
  }

  async append(stream: StreamName, expected: ExpectedEnd, events: readonly EventToAppend[]): Promise<AppendOutcome> {
    const rows = chain(stream, startOf(expected), events, this.#clock.now());
    const end = this.#endOf(stream);
    if (!isSameEnd(end, startOf(expected))) return { outcome: 'conflict', end: endAt(end) };
    if (rows.length > 0) this.#write(`${JSON.stringify(rows)}\n`);
    this.#keep(rows);
    return { outcome: 'appended', end: this.#endOf(stream) };
  }

  async *readAll(from: Position, streamPrefix = ''): AsyncGenerator<RecordedEvent, void> {
    for (const row of [...this.#rows])
      if (row.position > from && row.stored.stream.startsWith(streamPrefix)) yield this.#read(row);
  }

  async *subscribe(from: Position, signal: AbortSignal, streamPrefix = ''): AsyncGenerator<RecordedEvent, void> {
    for (let after = from; !signal.aborted; ) {
      const upTo = this.#rows.at(-1)?.position ?? after;
      for await (const event of this.readAll(after, streamPrefix)) {
        if (signal.aborted) return;
        after = event.position;
        yield event;
      }
      if (upTo > after) after = upTo;
      await passed(LOOKS_EVERY, signal);
    }
  }

  /** Durable when it returns. */
  #write(line: string): void {
    const file = openSync(this.#file, 'a', 0o600);
    try {
      writeSync(file, line);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  #keep(rows: readonly StoredEvent[]): void {
    for (const stored of rows) this.#rows.push({ position: BigInt(this.#rows.length + 1), stored });
  }

  /** Verified against the row before it in its stream. */
  #read({ position, stored }: Row): RecordedEvent {
    const before = this.#inStream(stored.stream)[stored.version - 2];
    following(before === undefined ? STREAM_START : { version: before.version, head: before.hash }, stored);
    return recorded(stored, position);
  }

  #endOf(stream: string) {
    const last = this.#inStream(stream).at(-1);
    return last === undefined ? STREAM_START : { version: last.version, head: last.hash };
  }

  #inStream(stream: string): readonly StoredEvent[] {
    return this.stored.filter((row) => row.stream === stream);
  }
}

/** The rows of the same log, for evidence. */
export class JsonLinesHistory implements StoredHistory {
  readonly #log: Pick<JsonLinesLog, 'stored'>;

  constructor(log: Pick<JsonLinesLog, 'stored'>) {
    this.#log = log;
  }

  async *read(streamPrefix: string): AsyncGenerator<StoredEnvelope, void> {
    const found = this.#log.stored.filter(({ stream }) => stream.startsWith(streamPrefix));
    yield* found.sort((a, b) => (a.stream === b.stream ? a.version - b.version : a.stream < b.stream ? -1 : 1));
  }

  async *readStream(stream: string): AsyncGenerator<StoredEnvelope, void> {
    yield* this.#log.stored.filter((row) => row.stream === stream).sort((a, b) => a.version - b.version);
  }
}

const passed = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
