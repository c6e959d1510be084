import type { CheckpointStore } from '../ports/checkpoint-store.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { NewHouse, OldHouse } from '../ports/moving-house.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { StoredHistory } from '../ports/stored-history.ts';

/** What both stores have. */
interface House {
  readonly eventLog: Pick<EventLog, 'readAll'>;
  readonly storedHistory: StoredHistory;
  readonly checkpoints: CheckpointStore;
}

export interface MovingPorts {
  readonly from: House & { readonly oldHouse: OldHouse };
  readonly to: House & { readonly newHouse: NewHouse };
  readonly clock: Pick<ScheduleClock, 'now'>;
  readonly ids: IdSource;
}
