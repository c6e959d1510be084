import { StoreMoved } from '../application/ports/event-log.ts';
import type { OldHouse } from '../application/ports/moving-house.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';

/** Milliseconds between two looks. */
const LOOKS_EVERY = 5_000;

/** For a service: rejects where the store was moved out of, which is nothing that passes. */
export const refuseMoved = async (place: string, house: Pick<OldHouse, 'departure'> | undefined): Promise<void> => {
  const departure = await house?.departure();
  if (departure !== undefined) throw new StoreMoved(place, departure.to);
};

/** Looks until the signal aborts; resolves with the reason where the store was moved out of. */
export const movedOut = async (
  refuse: () => Promise<void>,
  signal: AbortSignal,
  clock: Pick<ScheduleClock, 'pass'>,
): Promise<StoreMoved | undefined> => {
  while (!signal.aborted) {
    try {
      await refuse();
    } catch (error) {
      // What else may be wrong with the store is told by whoever needs it.
      if (error instanceof StoreMoved) return error;
    }
    await clock.pass(LOOKS_EVERY, signal);
  }
  return undefined;
};
