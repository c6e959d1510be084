import type { Database, Statement } from 'better-sqlite3';
import type { Position, StreamEnd } from '../../../application/ports/event-log.ts';
import { STREAM_START, type StoredEvent } from '../../shared/event-codec/chain.ts';

/** An event as its row holds it. Positions come as bigint, whose range they have. */
export interface EventRow extends StoredEvent {
  readonly position: Position;
  /** Hash of the event before it in its stream, null if there is none. */
  readonly predecessorHash: string | null;
}

interface RawRow extends Omit<EventRow, 'version'> {
  readonly version: bigint;
}

export interface PageBounds {
  readonly after: Position;
  readonly upTo: Position;
  readonly streamPrefix: string;
}

/** Rows of one page: few, because an event may be large. */
const PAGE = 100;

/** As many index entries are counted before the streams of a prefix are taken for many. */
const MANY = 20_000;

const COLUMNS = `e.position, e.stream, e.version, e.event_id AS eventId, e.change_id AS changeId,
  e.causation_id AS causationId, e.request_id AS requestId, e.actor_id AS actorId, e.type,
  e.occurred_at AS occurredAt, e.recorded_at AS recordedAt, e.previous_hash AS previousHash, e.payload, e.hash,
  (SELECT hash FROM events p WHERE p.stream = e.stream AND p.version = e.version - 1) AS predecessorHash`;

const IN_RANGE = 'stream >= @prefix AND stream < @prefixEnd';
const BETWEEN = 'position > @after AND position <= @upTo';

interface PageParameters {
  readonly after: Position;
  readonly upTo: Position;
  readonly prefix: string;
  readonly prefixEnd: string;
}

/** The statements over the table of events. Nothing here changes a row. */
export class EventRows {
  readonly #stream: Statement<[string], RawRow>;
  readonly #end: Statement<[string], { version: bigint; head: string }>;
  readonly #last: Statement<[], bigint | null>;
  readonly #insert: Statement<[StoredEvent]>;
  readonly #alongTheLog: Statement<[PageParameters], RawRow>;
  readonly #alongTheStreams: Statement<[PageParameters], RawRow>;
  readonly #countUpToMany: Statement<[PageParameters], bigint>;

  constructor(db: Database) {
    this.#stream = db.prepare<[string], RawRow>(`SELECT ${COLUMNS} FROM events e WHERE stream = ? ORDER BY version`);
    this.#end = db.prepare('SELECT version, hash AS head FROM events WHERE stream = ? ORDER BY version DESC LIMIT 1');
    this.#last = db.prepare<[], bigint | null>('SELECT max(position) FROM events').pluck();
    this.#insert = db.prepare(
      `INSERT INTO events (stream, version, event_id, change_id, causation_id, request_id, actor_id, type,
         occurred_at, recorded_at, previous_hash, payload, hash)
       VALUES (@stream, @version, @eventId, @changeId, @causationId, @requestId, @actorId, @type,
         @occurredAt, @recordedAt, @previousHash, @payload, @hash)`,
    );
    // The plus signs keep SQLite from an index: each statement is one of two ways that the caller chose from.
    this.#alongTheLog = db.prepare<[PageParameters], RawRow>(
      `SELECT ${COLUMNS} FROM events e
       WHERE ${BETWEEN} AND +stream >= @prefix AND +stream < @prefixEnd ORDER BY position LIMIT ${PAGE}`,
    );
    this.#alongTheStreams = db.prepare<[PageParameters], RawRow>(
      `SELECT ${COLUMNS} FROM events e WHERE position IN
         (SELECT position FROM events WHERE ${IN_RANGE} AND +position > @after AND +position <= @upTo
          ORDER BY +position LIMIT ${PAGE})
       ORDER BY position`,
    );
    this.#countUpToMany = db
      .prepare<[PageParameters], bigint>(`SELECT count(*) FROM (SELECT 1 FROM events WHERE ${IN_RANGE} LIMIT ${MANY})`)
      .pluck();
    for (const statement of [this.#stream, this.#end, this.#last, this.#alongTheLog, this.#alongTheStreams])
      statement.safeIntegers();
    this.#countUpToMany.safeIntegers();
  }

  /** A stream's rows in order. */
  ofStream(stream: string): readonly EventRow[] {
    return this.#stream.all(stream).map(eventRow);
  }

  endOf(stream: string): StreamEnd {
    const end = this.#end.get(stream);
    return end === undefined ? STREAM_START : { version: Number(end.version), head: end.head };
  }

  insert(row: StoredEvent): void {
    this.#insert.run(row);
  }

  /** Position of the last event of all. Writers take turns, so no smaller one appears later. */
  lastPosition(): Position {
    return this.#last.get() ?? 0n;
  }

  /** The next rows within the bounds in the order of positions; none is left when there are none. */
  page(bounds: PageBounds): readonly EventRow[] {
    const { after, upTo, streamPrefix: prefix } = bounds;
    if (after >= upTo) return [];
    // No text of UTF-8 sorts behind this, so the range holds whatever begins with the prefix.
    const parameters = { after, upTo, prefix, prefixEnd: `${prefix}\u{10ffff}` };
    // Either way reads each row or entry once a page: the shorter way is the right one.
    const isShortAlongStreams = prefix !== '' && this.#lengthAlongStreams(parameters) < upTo - after;
    return (isShortAlongStreams ? this.#alongTheStreams : this.#alongTheLog).all(parameters).map(eventRow);
  }

  #lengthAlongStreams(parameters: PageParameters): bigint {
    const count = this.#countUpToMany.get(parameters) ?? 0n;
    return count < MANY ? count : parameters.upTo;
  }
}

const eventRow = (row: RawRow): EventRow => ({ ...row, version: Number(row.version) });
