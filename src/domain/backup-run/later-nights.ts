import { type Destination, isSameDestination } from '../destination/destination.ts';
import type { Night } from '../schedule/night.ts';
import { backupRun } from './decide.ts';
import type { BackupRunEvent } from './events.ts';
import { lastDeliveredAt } from './last-delivered.ts';

/** A night that is about to put its files in place. */
export interface NightToPublish {
  readonly night: Night;
  readonly destination: Destination;
  /** Whether it was asked for although a later night's files may lie there. */
  readonly older: boolean;
}

/**
 * The latest night that this one must not be put in place beside, or after: it is at work at the same destination, or
 * has put a file in place there. Undefined if there is none. Each night's events stand together, oldest first.
 */
export const laterNightInTheWay = (
  nights: readonly (readonly BackupRunEvent[])[],
  { night, destination, older }: NightToPublish,
): Night | undefined =>
  nights
    .flatMap((events) => {
      const [begun] = events;
      if (begun === undefined || !('night' in begun) || begun.night <= night) return [];
      const isThere = !older && lastDeliveredAt([events], destination) !== undefined;
      return isThere || isAtWorkAt(events, destination) ? [begun.night] : [];
    })
    .sort()
    .at(-1);

const isAtWorkAt = (events: readonly BackupRunEvent[], destination: Destination): boolean => {
  const state = events.reduce(backupRun.evolve, backupRun.initialState);
  return state.status === 'running' && isSameDestination(state.destination, destination);
};
