import type { Statement } from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import type { SignInStore, SignInTicket } from '../../../application/ports/sign-in-store.ts';
import type { SqliteDatabase } from './database.ts';

interface Row {
  readonly hash: string;
  readonly kind: SignInTicket['kind'];
  readonly organisationId: string;
  readonly administratorId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const COLUMNS =
  'hash, kind, organisation_id AS organisationId, administrator_id AS administratorId, expires_at AS expiresAt';

export class SqliteSignInStore implements SignInStore {
  readonly #database: SqliteDatabase;
  readonly #keep: Statement<[Row]>;
  readonly #read: Statement<[string], Row>;
  readonly #take: Statement<[string], Row>;
  readonly #destroyExpired: Statement<[number]>;

  constructor(database: SqliteDatabase) {
    const { connection: db } = database;
    this.#database = database;
    this.#keep = db.prepare(
      `INSERT INTO sign_ins (hash, kind, organisation_id, administrator_id, expires_at)
       VALUES (@hash, @kind, @organisationId, @administratorId, @expiresAt)`,
    );
    this.#read = db.prepare(`SELECT ${COLUMNS} FROM sign_ins WHERE hash = ?`);
    this.#take = db.prepare(`DELETE FROM sign_ins WHERE hash = ? RETURNING ${COLUMNS}`);
    this.#destroyExpired = db.prepare('DELETE FROM sign_ins WHERE expires_at <= ?');
  }

  async keep(hash: string, ticket: SignInTicket): Promise<void> {
    const { kind, organisationId, administratorId, expiresAt } = ticket;
    const row = { hash, kind, organisationId, administratorId, expiresAt: expiresAt.epochMilliseconds };
    this.#database.write(() => {
      if (this.#read.get(hash) !== undefined) throw new Error('a ticket was kept under this hash before');
      this.#keep.run(row);
    });
  }

  async read(hash: string): Promise<SignInTicket | undefined> {
    return ticketOf(this.#database.run(() => this.#read.get(hash)));
  }

  async take(hash: string): Promise<SignInTicket | undefined> {
    return ticketOf(this.#database.write(() => this.#take.get(hash)));
  }

  async destroyExpired(by: Temporal.Instant): Promise<void> {
    this.#database.write(() => this.#destroyExpired.run(by.epochMilliseconds));
  }
}

const ticketOf = (row: Row | undefined): SignInTicket | undefined => {
  if (row === undefined) return undefined;
  const { hash: _, expiresAt, ...ticket } = row;
  return { ...ticket, expiresAt: Temporal.Instant.fromEpochMilliseconds(expiresAt) };
};
