import type { Statement } from 'better-sqlite3';
import type { AttemptLimits } from '../../../application/ports/attempt-limits.ts';
import type { SqliteDatabase } from './database.ts';

/** A key's current period, and the one before: where instances' clocks differ, both are counted for a while. */
const PERIODS_KEPT = 2;

export class SqliteAttemptLimits implements AttemptLimits {
  readonly #database: SqliteDatabase;
  readonly #count: Statement<[string, string], number>;
  readonly #counted: Statement<[string, string], number>;
  readonly #forget: Statement<[string, string]>;

  constructor(database: SqliteDatabase) {
    const { connection: db } = database;
    this.#database = database;
    this.#count = db
      .prepare<[string, string], number>(
        `INSERT INTO attempt_counts (key, period, count) VALUES (?, ?, 1)
         ON CONFLICT (key, period) DO UPDATE SET count = count + 1 RETURNING count`,
      )
      .pluck();
    this.#counted = db
      .prepare<[string, string], number>('SELECT count FROM attempt_counts WHERE key = ? AND period = ?')
      .pluck();
    this.#forget = db.prepare(
      `DELETE FROM attempt_counts WHERE key = ? AND id NOT IN
         (SELECT id FROM attempt_counts WHERE key = ? ORDER BY id DESC LIMIT ${PERIODS_KEPT})`,
    );
  }

  async count(key: string, period: string): Promise<number> {
    return this.#database.writeTogether(() => {
      const count = this.#count.get(key, period) as number;
      if (count === 1) this.#forget.run(key, key);
      return count;
    });
  }

  async counted(key: string, period: string): Promise<number> {
    return this.#database.run(() => this.#counted.get(key, period)) ?? 0;
  }
}
