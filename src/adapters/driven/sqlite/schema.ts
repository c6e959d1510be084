import type { Database } from 'better-sqlite3';

/** `PBKP`, which `file(1)` and we tell our files by (https://www.sqlite.org/pragma.html#pragma_application_id). */
const APPLICATION_ID = 0x50424b50;

/** What SQLite says where a store was moved out of: the triggers below. */
export const DEPARTED = 'moved out';

/** One step per version of the schema; a step that was released never changes. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    change_id TEXT NOT NULL,
    causation_id TEXT,
    request_id TEXT,
    actor_id TEXT NOT NULL,
    type TEXT NOT NULL,
    occurred_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    payload TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (stream, version)
  ) STRICT;

  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

  -- INSERT OR REPLACE deletes without asking the trigger above.
  CREATE TRIGGER events_are_appended BEFORE INSERT ON events
  WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM events WHERE stream = NEW.stream)
    OR EXISTS (SELECT 1 FROM events WHERE position = NEW.position)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

  -- Destroyed: all but the id is NULL, and the id is never used again.
  CREATE TABLE secrets (
    secret_id TEXT PRIMARY KEY,
    key_id TEXT,
    wrapped_key BLOB,
    commitment BLOB,
    sealed BLOB
  ) STRICT;

  -- Destroyed: the row is deleted, and overwritten on the disk.
  CREATE TABLE notice_records (
    change_id TEXT PRIMARY KEY,
    key_id TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    commitment BLOB NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;

  -- One row at most: which master key what is new is sealed with.
  CREATE TABLE master_key (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    key_id TEXT NOT NULL
  ) STRICT;

  CREATE TABLE leases (
    key TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    beat INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE checkpoints (
    subscription TEXT PRIMARY KEY,
    position TEXT NOT NULL
  ) STRICT;

  CREATE TABLE attempt_counts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    period TEXT NOT NULL,
    count INTEGER NOT NULL,
    UNIQUE (key, period)
  ) STRICT;

  -- Under the hash of a value that only its bearer has; gone once a link was used or a session ended.
  CREATE TABLE sign_ins (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    administrator_id TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  `,
  `
  -- One row at most: that everything here moves to another store, or has moved. Until it is gone, nothing is written.
  CREATE TABLE departure (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    move_id TEXT NOT NULL,
    destination TEXT NOT NULL
  ) STRICT;
  ${[
    // Events are neither changed nor deleted in any case.
    ...['INSERT ON events', 'INSERT ON secrets', 'UPDATE ON secrets', 'DELETE ON secrets'],
    ...['INSERT ON notice_records', 'UPDATE ON notice_records', 'DELETE ON notice_records'],
    ...['INSERT ON master_key', 'UPDATE ON master_key', 'DELETE ON master_key'],
    ...['INSERT ON leases', 'UPDATE ON leases', 'DELETE ON leases'],
    ...['INSERT ON checkpoints', 'UPDATE ON checkpoints', 'DELETE ON checkpoints'],
    ...['INSERT ON attempt_counts', 'UPDATE ON attempt_counts', 'DELETE ON attempt_counts'],
    ...['INSERT ON sign_ins', 'UPDATE ON sign_ins'],
  ]
    .map(
      (what) =>
        `CREATE TRIGGER no_${what.toLowerCase().replaceAll(' ', '_')}_after_the_departure BEFORE ${what}
         WHEN EXISTS (SELECT 1 FROM departure) BEGIN SELECT RAISE(ABORT, '${DEPARTED}'); END;`,
    )
    .join('\n')}
  `,
  `
  -- Whether anything may have been copied. Of a departure of before this column, nobody knows.
  ALTER TABLE departure ADD COLUMN has_begun INTEGER NOT NULL DEFAULT 1;
  `,
];

/** Why a file is not to be touched, or undefined. Reads only. */
export const schemaProblem = (connection: Database): string | undefined => {
  // In one look: another process may be making the file in this moment.
  const { version, isOurs, isEmpty } = connection.transaction(() => schemaOf(connection)).deferred();
  if (!isOurs && !isEmpty) return 'it is the database of another program';
  if (version > STEPS.length)
    return `it was written by a newer version of this software (its schema is ${version}, known here is ${STEPS.length})`;
  return undefined;
};

export const isCurrent = (connection: Database): boolean => schemaOf(connection).version === STEPS.length;

/** Brings a file to today's schema, inside the caller's transaction. */
export const migrate = (connection: Database): void => {
  for (const step of STEPS.slice(schemaOf(connection).version)) connection.exec(step);
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  connection.pragma(`user_version = ${STEPS.length}`);
};

const schemaOf = (connection: Database): { version: number; isOurs: boolean; isEmpty: boolean } => ({
  version: connection.pragma('user_version', { simple: true }) as number,
  isOurs: connection.pragma('application_id', { simple: true }) === APPLICATION_ID,
  isEmpty: connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0,
});
