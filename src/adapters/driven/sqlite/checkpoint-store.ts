import type { Statement } from 'better-sqlite3';
import type { CheckpointStore } from '../../../application/ports/checkpoint-store.ts';
import type { Position } from '../../../application/ports/event-log.ts';
import type { SqliteDatabase } from './database.ts';

export class SqliteCheckpointStore implements CheckpointStore {
  readonly #database: SqliteDatabase;
  readonly #load: Statement<[string], string>;
  readonly #save: Statement<[string, string]>;

  constructor(database: SqliteDatabase) {
    const { connection: db } = database;
    this.#database = database;
    this.#load = db.prepare<[string], string>('SELECT position FROM checkpoints WHERE subscription = ?').pluck();
    this.#save = db.prepare(
      `INSERT INTO checkpoints (subscription, position) VALUES (?, ?)
       ON CONFLICT (subscription) DO UPDATE SET position = excluded.position`,
    );
  }

  async load(subscription: string): Promise<Position | undefined> {
    const position = this.#database.run(() => this.#load.get(subscription));
    return position === undefined ? undefined : BigInt(position);
  }

  async save(subscription: string, position: Position): Promise<void> {
    // As text: another log's positions may be larger than SQLite's integers.
    this.#database.run(() => this.#save.run(subscription, String(position)));
  }
}
