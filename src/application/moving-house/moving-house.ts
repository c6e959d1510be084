import { BEGINNING } from '../ports/event-log.ts';
import type { Arrival, Departure, NotedDeparture } from '../ports/moving-house.ts';
import { carryCounts, carryPositions, carrySealed, carryStreams } from './carrying.ts';
import type { MovingPorts } from './ports.ts';
import type { MoveProgress, MoveResult, StayResult } from './results.ts';
import { verifyMove } from './verifying.ts';

type Refused = Extract<MoveResult, { outcome: 'refused' }>;

/**
 * Moves all that one store holds into another that is empty. The old one is sealed before anything is copied, and stays
 * readable. Each step may be cut anywhere and made again: what is there already is compared and not brought in twice.
 *
 * Not moved: leases, which are signs of life of workers that the sealed store has stopped (a night that was under way is
 * taken over once a lease's length has passed), the hours of attempts that are over, and sign-ins, which are asked for
 * again. Keys and signed checkpoints lie in neither store.
 */
export class MovingHouse {
  readonly #ports: MovingPorts;

  constructor(ports: MovingPorts) {
    this.#ports = ports;
  }

  /** Rejects with AlteredHistory where the old store was altered (before it is sealed), or the copy differs. */
  async move(told: (progress: MoveProgress) => void = () => undefined): Promise<MoveResult> {
    return this.#alone(() => this.#move(told));
  }

  /** Gives up a move that has not ended: the old store is written to as before, and the other one never, if it had begun there. */
  async stay(): Promise<StayResult> {
    return this.#alone(() => this.#stay());
  }

  /**
   * Law: of those who would move one store, one is at it. A second would copy beside the first, and go on with that into a
   * store that is in use when the first has ended.
   */
  async #alone<Result>(
    work: () => Promise<Result>,
  ): Promise<Result | { readonly outcome: 'refused'; readonly reason: 'moves-already'; readonly to: string }> {
    const { from, to } = this.#ports;
    const letGo = await from.oldHouse.hold();
    if (letGo === undefined) return { outcome: 'refused', reason: 'moves-already', to: to.newHouse.place };
    try {
      return await work();
    } finally {
      letGo();
    }
  }

  async #move(told: (progress: MoveProgress) => void): Promise<MoveResult> {
    const { from, to, ids } = this.#ports;
    const { place } = to.newHouse;
    const noted = await from.oldHouse.departure();
    const arrival = await to.newHouse.arrival();
    if (noted !== undefined && isOf(arrival, noted) && arrival.status === 'arrived')
      return { outcome: 'moved-before', to: place };
    const reason = objection(noted, arrival, place);
    if (reason !== undefined) return this.#refused(reason, noted);
    if (noted === undefined) await this.#readThrough(told);
    told({ step: 'sealing', done: 0 });
    const departure = noted ?? { moveId: ids.newId(), to: place, hasBegun: false };
    await from.oldHouse.depart(departure);
    if (arrival.status === 'empty' && !(await to.newHouse.begin(departure.moveId)))
      return this.#refused('target-of-another-move', departure);
    // Law: noted before anything is copied.
    await from.oldHouse.noteBegun(departure.moveId);
    const unopened = await carrySealed(this.#ports);
    await carryCounts(this.#ports);
    await carryStreams(this.#ports, counting('copying', told));
    await carryPositions(this.#ports);
    const moved = await verifyMove(this.#ports, counting('verifying', told));
    if (!(await this.#arrive(departure))) return { outcome: 'refused', reason: 'moves-elsewhere', to: place };
    return { outcome: 'moved', to: place, moved: { ...moved, unopened } };
  }

  /**
   * Where the place belongs to another, and the source's own note says that nothing of it was copied yet, it goes on as
   * before. The place alone does not prove that: another cluster may have come under its name since a move has ended.
   */
  async #refused(reason: Refused['reason'], departure: NotedDeparture | undefined): Promise<Refused> {
    const { from, to } = this.#ports;
    const { place } = to.newHouse;
    if (departure?.hasBegun === false && departure.to === place) await from.oldHouse.stay(departure.moveId);
    return { outcome: 'refused', reason, to: place };
  }

  async #stay(): Promise<StayResult> {
    const { oldHouse } = this.#ports.from;
    const { newHouse } = this.#ports.to;
    const to = newHouse.place;
    const noted = await oldHouse.departure();
    if (noted === undefined) return { outcome: 'refused', reason: 'nobody-moves', to };
    const arrival = await newHouse.arrival();
    const hasBegun = isOf(arrival, noted);
    // Where another store's move was noted first, this one's never began.
    if (!hasBegun && noted.to !== to) return { outcome: 'refused', reason: 'moves-elsewhere', to: noted.to };
    if (hasBegun && arrival.status === 'arriving') await newHouse.end(noted.moveId, 'given up');
    // Read again: the move may have ended in this moment.
    const now = await newHouse.arrival();
    if (isOf(now, noted) && now.status === 'arrived') return { outcome: 'refused', reason: 'has-arrived', to };
    await oldHouse.stay(noted.moveId);
    return { outcome: 'stays', hadBegun: hasBegun };
  }

  /** A history that was altered stays where the alteration can be looked into, and is not sealed for it. */
  async #readThrough(told: (progress: MoveProgress) => void): Promise<void> {
    told({ step: 'reading', done: 0 });
    for await (const _ of this.#ports.from.eventLog.readAll(BEGINNING));
  }

  /** False where the move was given up meanwhile. */
  async #arrive({ moveId }: Departure): Promise<boolean> {
    const { from, to } = this.#ports;
    if ((await from.oldHouse.departure())?.moveId !== moveId) return false;
    if (await to.newHouse.end(moveId, 'arrived')) return true;
    return (await to.newHouse.arrival()).status === 'arrived';
  }
}

const isOf = (arrival: Arrival, { moveId }: Departure): boolean => 'moveId' in arrival && arrival.moveId === moveId;

/** Whether the one store's note and the other's are of one move that may go on. */
const objection = (noted: Departure | undefined, arrival: Arrival, place: string): Refused['reason'] | undefined => {
  switch (arrival.status) {
    case 'empty':
      return noted === undefined || noted.to === place ? undefined : 'moves-elsewhere';
    case 'in use':
      return 'target-in-use';
    case 'given up':
    case 'arrived':
      return 'target-of-another-move';
    case 'arriving':
      return noted !== undefined && isOf(arrival, noted) ? undefined : 'target-of-another-move';
    default:
      return arrival satisfies never;
  }
};

const counting = (step: MoveProgress['step'], told: (progress: MoveProgress) => void): (() => void) => {
  let done = 0;
  told({ step, done });
  return () => {
    done += 1;
    told({ step, done });
  };
};
