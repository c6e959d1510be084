import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Connection from 'better-sqlite3';
import type { StoredEvent } from '../../../../src/adapters/shared/event-codec/chain.ts';

export interface TemporaryDirectory {
  readonly path: string;
  file(name: string): string;
  remove(): void;
}

export const temporaryDirectory = (): TemporaryDirectory => {
  const path = mkdtempSync(join(tmpdir(), 'planning-backup-store-'));
  return {
    path,
    file: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};

const FIELDS = {
  stream: 'stream',
  version: 'version',
  eventId: 'event_id',
  changeId: 'change_id',
  causationId: 'causation_id',
  requestId: 'request_id',
  actorId: 'actor_id',
  type: 'type',
  occurredAt: 'occurred_at',
  recordedAt: 'recorded_at',
  previousHash: 'previous_hash',
  payload: 'payload',
  hash: 'hash',
} satisfies Record<keyof StoredEvent, string>;

/** What somebody with write access to the file can do: the triggers are dropped, all rows written anew. */
export const alterEvents = (path: string, edit: (stored: readonly StoredEvent[]) => readonly StoredEvent[]): void => {
  const db = new Connection(path);
  const columns = Object.entries(FIELDS);
  const selected = columns.map(([field, column]) => `${column} AS ${field}`).join(', ');
  const stored = db.prepare<[], StoredEvent>(`SELECT ${selected} FROM events ORDER BY position`).all();
  const triggers = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const trigger of triggers) db.exec(`DROP TRIGGER ${trigger}`);
  db.exec('DELETE FROM events');
  const insert = db.prepare<[StoredEvent]>(
    `INSERT INTO events (${columns.map(([, column]) => column).join(', ')})
     VALUES (${columns.map(([field]) => `@${field}`).join(', ')})`,
  );
  for (const event of edit(stored)) insert.run(event);
  db.close();
};
