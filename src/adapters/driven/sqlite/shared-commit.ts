import type Connection from 'better-sqlite3';
import { inOurWords } from './departure.ts';

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What is to be written by callers of the same moment shares one transaction, and so one wait for the disk: with many
 * nights at once that wait is most of what the store costs. Each is a savepoint of its own: one that fails takes no
 * other with it. Nobody is answered before all of it is durable.
 */
export class SharedCommit {
  readonly #path: string;
  readonly #connection: Connection.Database;
  #waiting: Waiting[] = [];

  constructor(path: string, connection: Connection.Database) {
    this.#path = path;
    this.#connection = connection;
  }

  add<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (result: unknown) => void, reject });
      // After what has come from the network in this turn was handled, too.
      if (this.#waiting.length === 1) setImmediate(() => this.flush());
    });
  }

  flush(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    const answers: (() => void)[] = [];
    try {
      inOurWords(this.#path, this.#connection, () =>
        this.#connection
          .transaction(() => {
            for (const one of waiting) answers.push(this.#answerTo(one));
          })
          .immediate(),
      );
    } catch (error) {
      for (const { reject } of waiting) reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  #answerTo({ work, resolve, reject }: Waiting): () => void {
    try {
      const result = this.#connection.transaction(work)();
      return () => resolve(result);
    } catch (error) {
      // A full disk, say, ends the transaction as a whole: nothing of it is there.
      if (!this.#connection.inTransaction) throw error;
      const refused = rejection(this.#path, this.#connection, error);
      return () => reject(refused);
    }
  }
}

const rejection = (path: string, connection: Connection.Database, error: unknown): unknown => {
  try {
    return inOurWords(path, connection, () => {
      throw error;
    });
  } catch (named) {
    return named;
  }
};
