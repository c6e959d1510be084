import type { Statement } from 'better-sqlite3';
import type { StoredEnvelope, StoredHistory } from '../../../application/ports/stored-history.ts';
import type { SqliteDatabase } from './database.ts';

interface After {
  readonly stream: string;
  readonly version: number;
  readonly prefix: string;
  readonly prefixEnd: string;
}

/** Rows of one page: few, because an event may be large. */
const PAGE = 100;

/** The rows of events as they are, whatever was done to them. */
export class SqliteStoredHistory implements StoredHistory {
  readonly #database: SqliteDatabase;
  readonly #page: Statement<[After], StoredEnvelope>;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    // SQLite's BINARY order of UTF-8 is that of code points; the names of streams are ASCII.
    this.#page = database.run(() =>
      database.connection.prepare<[After], StoredEnvelope>(
        `SELECT stream, version, event_id AS eventId, change_id AS changeId, causation_id AS causationId,
           request_id AS requestId, actor_id AS actorId, type, occurred_at AS occurredAt, recorded_at AS recordedAt,
           previous_hash AS previousHash, payload, hash
         FROM events
         WHERE stream >= @prefix AND stream < @prefixEnd AND (stream, version) > (@stream, @version)
         ORDER BY stream, version LIMIT ${PAGE}`,
      ),
    );
  }

  read(streamPrefix: string): AsyncGenerator<StoredEnvelope, void> {
    return this.#between(streamPrefix, `${streamPrefix}\u{10ffff}`);
  }

  readStream(stream: string): AsyncGenerator<StoredEnvelope, void> {
    // Behind a name, the next that there can be.
    return this.#between(stream, `${stream}\u0000`);
  }

  async *#between(prefix: string, prefixEnd: string): AsyncGenerator<StoredEnvelope, void> {
    let after = { stream: prefix, version: Number.MIN_SAFE_INTEGER, prefix, prefixEnd };
    for (;;) {
      const page = this.#database.run(() => this.#page.all(after));
      yield* page;
      const last = page.at(-1);
      if (last === undefined) return;
      after = { ...after, stream: last.stream, version: last.version };
    }
  }
}
