import type { CheckpointStore } from '../../../application/ports/checkpoint-store.ts';
import type { Position } from '../../../application/ports/event-log.ts';

export class InMemoryCheckpointStore implements CheckpointStore {
  readonly #positions = new Map<string, Position>();

  async load(subscription: string): Promise<Position | undefined> {
    return this.#positions.get(subscription);
  }

  async save(subscription: string, position: Position): Promise<void> {
    this.#positions.set(subscription, position);
  }
}
