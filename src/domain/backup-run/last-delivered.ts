import { type Destination, isSameDestination } from '../destination/destination.ts';
import type { Night } from '../schedule/night.ts';
import { backupRun } from './decide.ts';
import type { BackupRunEvent } from './events.ts';

/** The latest night of which at least one file was put in place at a destination, or undefined. */
export const lastDeliveredAt = (
  nights: readonly (readonly BackupRunEvent[])[],
  destination: Destination,
): Night | undefined =>
  nights
    .filter((events) => isDeliveredAt(events, destination))
    .flatMap((events) => events.flatMap((event) => (event.type === 'NightClaimed' ? [event.night] : [])))
    .sort()
    .at(-1);

const isDeliveredAt = (events: readonly BackupRunEvent[], destination: Destination): boolean => {
  let state = backupRun.initialState;
  for (const event of events) {
    state = backupRun.evolve(state, event);
    if (event.type !== 'FileReplaced' || state.status === 'unclaimed') continue;
    if (isSameDestination(state.destination, destination)) return true;
  }
  return false;
};
