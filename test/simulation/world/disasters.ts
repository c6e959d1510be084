import type { Machine } from '../process/machine.ts';
import { LONGEST_STEP } from '../process/machine-clock.ts';
import type { Fault } from './faults.ts';
import { identityOf } from './newsroom.ts';
import type { People } from './people.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const OF_A_SERVER = [
  'disk full for a time',
  'directory not writable for a time',
  'password changed at the server',
  'host key changed',
] as const satisfies readonly Fault[];

/** What befalls a newsroom's server in one night, if anything; its people mend it later. */
export const befallServer = (people: People, world: World): void => {
  const { weather, scheduler } = world;
  const fault = weather.strike(OF_A_SERVER);
  if (fault === undefined) return;
  const { server } = people.wish;
  const { id } = people.newsroom;
  const { chance } = weather;
  const lasts = chance.magnitude(10 * MINUTE, 40 * HOUR);
  scheduler.in(chance.between(0, 24 * HOUR), () => {
    world.trace.add(scheduler.now, id, fault);
    world.troubled(fault, id);
    const mended = (mend: () => void): void => {
      scheduler.in(lasts, () => {
        // By then all is mended in any case.
        if (weather.isQuiet) return;
        mend();
        world.troubled(fault, id);
      });
    };
    switch (fault) {
      case 'disk full for a time':
        server.setFull(true);
        mended(() => server.setFull(false));
        return;
      case 'directory not writable for a time':
        server.setWritable(false);
        mended(() => server.setWritable(true));
        return;
      case 'password changed at the server':
        server.password = `${server.password}x`;
        mended(() => people.wish.server === server && people.save());
        return;
      case 'host key changed': {
        const { identity } = server;
        if (identity === null) return;
        const kind = identity.kind === 'ssh-host-key' ? 'sftp' : 'ftps';
        server.identity = identityOf(kind, 1_000 + chance.between(0, 100_000));
        // Either the key is taken back, or somebody compares the new one and trusts it.
        const isAttack = chance.chance(0.5);
        if (!isAttack) server.trueIdentity = server.identity;
        mended(() => {
          server.identity = server.trueIdentity;
          if (!isAttack && people.wish.server === server) people.save();
        });
        return;
      }
      default:
        throw new Error(fault satisfies never);
    }
  });
};

const OF_A_MACHINE = [
  'crash at any time',
  'stopped for a while, and continued',
  'wall clock set forward',
  'wall clock set back',
] as const satisfies readonly Fault[];

export const befallMachine = (machine: Machine, world: World): void => {
  const { weather, scheduler } = world;
  const fault = weather.strike(OF_A_MACHINE);
  if (fault === undefined) return;
  const { chance } = weather;
  scheduler.in(chance.between(0, 24 * HOUR), () => {
    world.troubled(fault, undefined);
    const step = chance.magnitude(1_000, LONGEST_STEP);
    switch (fault) {
      case 'crash at any time':
        machine.crash();
        return;
      case 'stopped for a while, and continued':
        machine.stop(chance.magnitude(MINUTE, HOUR));
        return;
      case 'wall clock set forward':
        machine.wall.step(step);
        return;
      case 'wall clock set back':
        machine.wall.step(-step);
        return;
      default:
        throw new Error(fault satisfies never);
    }
  });
};

const OF_ALL = [
  'stores away for a time',
  'all machines down for a day',
  'mail server away for hours',
] as const satisfies readonly Fault[];

type OfAll = (typeof OF_ALL)[number];

/** Milliseconds. Without machines it is so long that a night is missed, and not only late. */
const LENGTHS: Readonly<Record<OfAll, readonly [shortest: number, longest: number]>> = {
  'stores away for a time': [30_000, 3 * HOUR],
  'all machines down for a day': [10 * HOUR, 40 * HOUR],
  'mail server away for hours': [30_000, 30 * HOUR],
};

type Switches = (machines: readonly Machine[], world: World) => readonly [off: () => void, on: () => void];

const SWITCHES: Readonly<Record<OfAll, Switches>> = {
  'stores away for a time': (_, world) => [() => (world.storesAreUp = false), () => (world.storesAreUp = true)],
  'all machines down for a day': (machines) => [() => keepDown(machines, true), () => keepDown(machines, false)],
  'mail server away for hours': (_, world) => [() => (world.mailIsUp = false), () => (world.mailIsUp = true)],
};

/** What befalls everybody at once. */
export const befallAll = (machines: readonly Machine[], world: World): void => {
  const { weather, scheduler } = world;
  const fault = weather.strike(OF_ALL);
  if (fault === undefined) return;
  const { chance } = weather;
  scheduler.in(chance.between(0, 24 * HOUR), () => {
    world.troubled(fault, undefined);
    const [happens, ends] = SWITCHES[fault](machines, world);
    const [shortest, longest] = LENGTHS[fault];
    happens();
    const since = scheduler.now;
    scheduler.in(chance.magnitude(shortest, longest), () => {
      ends();
      // All the time: it may have begun before the hours that a law looks at, and end after them.
      world.troubled(fault, undefined, since);
    });
  });
};

const keepDown = (machines: readonly Machine[], isDown: boolean): void => {
  for (const machine of machines) machine.keepDown(isDown);
};
