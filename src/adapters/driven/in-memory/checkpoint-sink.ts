import type { CheckpointSink } from '../../../application/ports/checkpoint-sink.ts';

export class InMemoryCheckpointSink implements CheckpointSink {
  readonly #notes = new Map<string, readonly string[]>();

  async read(organisationId: string): Promise<readonly string[]> {
    return this.#notes.get(organisationId) ?? [];
  }

  async append(organisationId: string, after: string | null, note: string): Promise<'appended' | 'conflict'> {
    const notes = this.#notes.get(organisationId) ?? [];
    if ((notes.at(-1) ?? null) !== after) return 'conflict';
    this.#notes.set(organisationId, [...notes, note]);
    return 'appended';
  }
}
