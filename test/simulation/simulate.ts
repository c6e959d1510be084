import { Random } from './engine/random.ts';
import { Scheduler } from './engine/scheduler.ts';
import { type Counts, Tally } from './engine/tally.ts';
import { Trace, type TraceLine } from './engine/trace.ts';
import type { Law } from './laws/law.ts';
import { settle } from './laws/settlement.ts';
import { Machine } from './process/machine.ts';
import { WallClock } from './process/machine-clock.ts';
import { beginningOf } from './world/beginning.ts';
import { peopleAct } from './world/changes.ts';
import { befallAll, befallMachine, befallServer } from './world/disasters.ts';
import { People } from './world/people.ts';
import { World } from './world/world.ts';

/** How large a simulation is. */
export interface Shape {
  readonly organisations: number;
  readonly nights: number;
  readonly workers: number;
}

export interface Outcome {
  readonly seed: number;
  readonly counts: Counts;
  /** Lower-case hex of SHA-256 over all that happened. */
  readonly traceHash: string;
  readonly steps: number;
  readonly lines: number;
  readonly broken: { readonly law: Law; readonly detail: string; readonly trace: readonly TraceLine[] } | undefined;
}

const DAY = 24 * 3_600_000;

/** Days without a fault at the end: as long as a backup may still be paused, and then as a mail about it is tried for. */
const QUIET_DAYS = 6;

const TOLD = 40;

/** One simulation, the same for the same seed and shape. */
export const simulate = async (seed: number, shape: Shape): Promise<Outcome> => {
  const random = new Random(`planning-backup/${seed}`);
  const [scheduler, trace, tally] = [new Scheduler(), new Trace(), new Tally()];
  const startsAt = beginningOf(random.fork('beginning'), shape.nights);
  const world = new World({ ...{ random, scheduler, trace, tally, startsAt }, organisations: shape.organisations });
  const clocks = random.fork('clocks');
  const machines = Array.from({ length: shape.workers }, (_, index) => {
    const wall = new WallClock(startsAt, scheduler, clocks.between(-20_000, 20_000));
    return new Machine(`m${index + 1}`, wall, world);
  });
  const people = world.newsrooms.map((room) => new People(room, world, machines, random.fork(room.id)));
  const unhandled = (error: unknown): void => world.onFault(Object.assign(new Error('unhandled'), { cause: error }));
  process.on('unhandledRejection', unhandled);
  try {
    for (const machine of machines) scheduler.in(clocks.between(0, 60_000), () => void machine.start());
    for (const one of people) scheduler.in(clocks.between(60_000, DAY / 2), () => one.save());
    for (let night = 0; night < shape.nights; night += 1)
      scheduler.in(night * DAY, () => befall(world, machines, people));
    await scheduler.runUntil(shape.nights * DAY);
    const quietFrom = scheduler.now;
    scheduler.in(0, () => quieten(world, machines, people));
    await scheduler.runUntil(quietFrom + QUIET_DAYS * DAY);
    if (world.broken === undefined) await settle(world, quietFrom);
  } finally {
    process.off('unhandledRejection', unhandled);
    for (const machine of machines) machine.keepDown(true);
  }
  const { broken } = world;
  return {
    seed,
    counts: { faults: tally.faults, laws: tally.laws },
    traceHash: trace.digest(),
    steps: scheduler.steps,
    lines: trace.lines,
    broken: broken && { law: broken.law, detail: broken.message, trace: trace.recent(broken.about, TOLD) },
  };
};

const befall = (world: World, machines: readonly Machine[], people: readonly People[]): void => {
  befallAll(machines, world);
  for (const machine of machines) befallMachine(machine, world);
  for (const one of people) {
    befallServer(one, world);
    // So that it falls into the night as often as into the day.
    world.scheduler.in(world.weather.chance.between(0, DAY), () => peopleAct(one, world));
  }
};

/** From here on nothing fails; what was broken is mended, and the page is right about what the servers are. */
const quieten = (world: World, machines: readonly Machine[], people: readonly People[]): void => {
  const { scheduler, weather } = world;
  weather.isQuiet = true;
  world.trace.add(scheduler.now, undefined, 'quiet from here on');
  world.storesAreUp = true;
  world.mailIsUp = true;
  for (const machine of machines) {
    machine.wall.set(0);
    machine.life?.continue();
    machine.keepDown(false);
  }
  for (const one of people) {
    for (const server of one.newsroom.servers) {
      server.identity = server.trueIdentity;
      server.setFull(false);
      server.setWritable(true);
    }
    one.save();
    scheduler.in(3_600_000, () => one.insist(({ configuring }) => configuring.resume(one.by())));
  }
};
