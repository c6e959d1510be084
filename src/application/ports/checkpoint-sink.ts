/**
 * Where signed checkpoints go: outside the store whose history they vouch for, so that whoever writes there cannot
 * take them back. Nothing deletes or overwrites. Rejects with {@link CheckpointSinkUnavailable}.
 */
export interface CheckpointSink {
  /** An organisation's notes from the first on. */
  read(organisationId: string): Promise<readonly string[]>;
  /** Durable when it resolves. A conflict if the last note is not `after` (null: if there is one). */
  append(organisationId: string, after: string | null, note: string): Promise<'appended' | 'conflict'>;
}

export class CheckpointSinkUnavailable extends Error {
  override readonly name = 'CheckpointSinkUnavailable';
}
