import type { Position as ServerPosition } from '@eventstore/db-client';
import { BEGINNING, type Position } from '../../../application/ports/event-log.ts';

/**
 * Ours of the server's: nothing here is written in an explicit transaction, so an event's commit position is its prepare
 * position, and one number says both. One more than the server's, whose first event may lie at 0, where our beginning is.
 */
export const positionOf = (server: Pick<ServerPosition, 'commit'> | undefined): Position =>
  server === undefined ? BEGINNING : server.commit + 1n;

export const serverPositionOf = (position: Position): ServerPosition | 'start' =>
  position === BEGINNING ? 'start' : { commit: position - 1n, prepare: position - 1n };
