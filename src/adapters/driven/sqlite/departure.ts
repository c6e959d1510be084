import type { Database } from 'better-sqlite3';
import { StoreMoved } from '../../../application/ports/event-log.ts';
import type { Departure, NotedDeparture } from '../../../application/ports/moving-house.ts';
import { isDeparted, naming } from './file-problem.ts';

/** What a file says of being moved out of; undefined where nobody moves. */
export const departureIn = (connection: Database): NotedDeparture | undefined => {
  const row = connection
    .prepare<[], Row>('SELECT move_id AS moveId, destination AS "to", has_begun FROM departure')
    .get();
  return row && { moveId: row.moveId, to: row.to, hasBegun: row.has_begun !== 0 };
};

interface Row extends Departure {
  readonly has_begun: number;
}

/** Throws {@link StoreMoved} where the store was moved out of. */
export const refuseDeparted = (path: string, connection: Database): void => {
  const departure = departureIn(connection);
  if (departure !== undefined) throw new StoreMoved(path, departure.to);
};

/** As {@link naming}, and what was refused because the store was moved out of is {@link StoreMoved}. */
export const inOurWords = <Result>(path: string, connection: Database, work: () => Result): Result =>
  naming(path, () => {
    try {
      return work();
    } catch (error) {
      if (isDeparted(error)) refuseDeparted(path, connection);
      throw error;
    }
  });
