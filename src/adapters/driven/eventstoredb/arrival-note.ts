import { randomUUID } from 'node:crypto';
import { binaryEvent, NO_STREAM } from '@eventstore/db-client';
import { EventLogUnavailable } from '../../../application/ports/event-log.ts';
import type { Arrival } from '../../../application/ports/moving-house.ts';
import type { EventStore } from './event-store.ts';
import { ownStream } from './names.ts';

const STREAM = ownStream('move', 'in');

/** What the store notes of the one move into it. */
export type NotedArrival = Extract<Arrival, { readonly moveId: string }>;

/** How far the move into a store has come: a stream of its own, which only grows. */
export class ArrivalNote {
  readonly #store: EventStore;
  #isSettled = false;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** As long as a move is under way, nobody else may append. Asked until it has ended, or there was none. */
  async refuse(): Promise<void> {
    if (this.#isSettled) return;
    const noted = await this.noted();
    if (noted?.status === 'arriving') throw this.#closed('a move into it has not ended: go on with it first');
    if (noted?.status === 'given up') throw this.#closed('a move into it was given up: use an empty one');
    this.#isSettled = true;
  }

  async noted(): Promise<NotedArrival | undefined> {
    return (await this.#last())?.noted;
  }

  /** False where there is a note. */
  async begin(moveId: string): Promise<boolean> {
    return (await this.#store.append(STREAM, NO_STREAM, [eventOf({ status: 'arriving', moveId })])) === 'appended';
  }

  /** False where it was not under way. */
  async end(moveId: string, status: 'arrived' | 'given up'): Promise<boolean> {
    const last = await this.#last();
    if (last === undefined || last.noted.moveId !== moveId || last.noted.status !== 'arriving') return false;
    return (await this.#store.append(STREAM, BigInt(last.revision), [eventOf({ status, moveId })])) === 'appended';
  }

  async #last(): Promise<{ readonly noted: NotedArrival; readonly revision: number } | undefined> {
    const last = await this.#store.last(STREAM);
    return (
      last && {
        noted: JSON.parse(Buffer.from(last.data).toString('utf8')) as NotedArrival,
        revision: last.revision,
      }
    );
  }

  #closed(why: string): EventLogUnavailable {
    return new EventLogUnavailable(`${this.#store.place}: ${why}`);
  }
}

const eventOf = (noted: NotedArrival) =>
  binaryEvent({
    id: randomUUID(),
    type: `move-${noted.status.replace(' ', '-')}`,
    data: Buffer.from(JSON.stringify(noted), 'utf8'),
  });
