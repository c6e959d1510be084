import type { Position } from './event-log.ts';

/** How far each subscription to the log has come. Not history. */
export interface CheckpointStore {
  load(subscription: string): Promise<Position | undefined>;
  save(subscription: string, position: Position): Promise<void>;
}
