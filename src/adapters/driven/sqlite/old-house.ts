import { StoreMoved } from '../../../application/ports/event-log.ts';
import type {
  CountedAttempts,
  Departure,
  NotedDeparture,
  OldHouse,
  SealedItem,
} from '../../../application/ports/moving-house.ts';
import type { SealedPayload } from '../../shared/sealing/sealed-payload.ts';
import type { SqliteDatabase } from './database.ts';
import { departureIn } from './departure.ts';
import { holdForMove } from './move-hold.ts';
import { organisationOfRosterRow } from './notice-record-rows.ts';

interface SealedRow extends SealedPayload {
  readonly id: string;
}

const SEALED = 'key_id AS keyId, wrapped_key AS wrappedKey, commitment, sealed';

/** Rows of one page. */
const PAGE = 1_000;

/** A file as one moves out of it. What refuses writing from then on are triggers of its own (see `schema.ts`). */
export class SqliteOldHouse implements OldHouse {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  async hold(): Promise<(() => void) | undefined> {
    return holdForMove(this.#database.path);
  }

  async departure(): Promise<NotedDeparture | undefined> {
    return this.#database.run(() => departureIn(this.#database.connection));
  }

  async depart({ moveId, to }: Departure): Promise<void> {
    const { connection, path } = this.#database;
    // Under the write lock: whoever writes has ended, or waits and is refused.
    this.#database.write(() => {
      const noted = departureIn(connection);
      if (noted !== undefined && noted.moveId !== moveId) throw new StoreMoved(path, noted.to);
      connection
        .prepare(
          'INSERT INTO departure (one, move_id, destination, has_begun) VALUES (1, ?, ?, 0) ON CONFLICT (one) DO NOTHING',
        )
        .run(moveId, to);
    });
  }

  async noteBegun(moveId: string): Promise<void> {
    this.#database.write(() =>
      this.#database.connection.prepare('UPDATE departure SET has_begun = 1 WHERE move_id = ?').run(moveId),
    );
  }

  async stay(moveId: string): Promise<void> {
    this.#database.write(() =>
      this.#database.connection.prepare('DELETE FROM departure WHERE move_id = ?').run(moveId),
    );
  }

  async masterKeyId(): Promise<string | null> {
    return this.#one<string>('SELECT key_id FROM master_key') ?? null;
  }

  async *sealedItems(): AsyncGenerator<SealedItem, void> {
    const secrets = `SELECT secret_id AS id, ${SEALED} FROM secrets WHERE key_id IS NOT NULL AND secret_id > ? ORDER BY secret_id`;
    for (const row of this.#rows(secrets)) yield { ...row, kind: 'secret' };
    const records = `SELECT change_id AS id, ${SEALED} FROM notice_records WHERE change_id > ? ORDER BY change_id`;
    for (const row of this.#rows(records)) {
      const organisationId = organisationOfRosterRow(row.id);
      yield organisationId === undefined ? { ...row, kind: 'notice' } : { ...row, kind: 'roster', id: organisationId };
    }
  }

  async *counts(period: string): AsyncGenerator<CountedAttempts, void> {
    const { connection } = this.#database;
    const counts = connection.prepare<[string], CountedAttempts>(
      'SELECT key, count FROM attempt_counts WHERE period = ?',
    );
    yield* this.#database.run(() => counts.all(period));
  }

  #one<Value>(sql: string): Value | undefined {
    return this.#database.run(() => this.#database.connection.prepare<[], Value>(sql).pluck().get());
  }

  *#rows(sql: string): Generator<SealedRow, void> {
    const page = this.#database.connection.prepare<[string], SealedRow>(`${sql} LIMIT ${PAGE}`);
    for (let after = ''; ; ) {
      const rows = this.#database.run(() => page.all(after));
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }
}
