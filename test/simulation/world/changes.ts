import { Temporal } from 'temporal-polyfill';
import type { Fault } from './faults.ts';
import { edit, person } from './newsroom.ts';
import type { People } from './people.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const OF_PEOPLE = [
  'settings changed',
  'directory changed',
  'moved to another server',
  'paused for a time',
  'removed, and set up again',
  'time zone changed',
  'saved by two at once',
  'save that a rule rejects',
  'connection tested',
  'night run by hand',
  'two nights run by hand at once',
] as const satisfies readonly Fault[];

const AROUND = [
  'administrator added',
  'administrator removed before a change',
  'administrator removed after a change',
  'address edited before a change',
  'address edited after a change',
  'address that no mail server takes',
] as const satisfies readonly Fault[];

const BEFORE: ReadonlySet<Fault> = new Set(['administrator removed before a change', 'address edited before a change']);

/** What the people of one newsroom do in one night and the day around it, if anything. */
export const peopleAct = (people: People, world: World): void => {
  const { weather, scheduler } = world;
  const { newsroom } = people;
  const change = weather.strike(OF_PEOPLE);
  const around = weather.strike(AROUND);
  if (change === undefined && around === undefined) return;
  const pause = weather.chance.magnitude(MINUTE, 5 * HOUR);
  const isBefore = around !== undefined && BEFORE.has(around);
  if (around !== undefined) scheduler.in(isBefore ? 0 : 6 * HOUR + pause, () => editDirectory(people, world, around));
  if (change === undefined) return;
  scheduler.in(isBefore ? pause : 6 * HOUR, () => {
    world.troubled(change, newsroom.id);
    act(people, world, change);
  });
};

const act = (people: People, world: World, change: (typeof OF_PEOPLE)[number]): void => {
  const { chance } = world.weather;
  const { newsroom, wish } = people;
  const id = newsroom.id;
  switch (change) {
    case 'settings changed':
      people.wish = { ...wish, confidentialRecords: wish.confidentialRecords === 'include' ? 'leave-out' : 'include' };
      people.insist(({ configuring }) => configuring.save(people.form(false)));
      return;
    case 'directory changed':
      people.wish = { ...wish, directory: wish.directory === '/plans' ? '/other/plans' : '/plans' };
      people.insist(({ configuring }) => configuring.save(people.form(false)));
      return;
    case 'moved to another server':
      people.wish = { ...wish, server: newsroom.servers.find((server) => server !== wish.server) ?? wish.server };
      people.save();
      return;
    case 'paused for a time':
      people.insist(({ configuring }) => configuring.pause(people.by()));
      world.scheduler.in(chance.magnitude(10 * MINUTE, 60 * HOUR), () =>
        people.insist(({ configuring }) => configuring.resume(people.by()), 200),
      );
      return;
    case 'removed, and set up again':
      people.insist(({ configuring }) => configuring.remove(people.by()));
      world.scheduler.in(chance.magnitude(10 * MINUTE, 60 * HOUR), () => people.save());
      return;
    case 'time zone changed':
      newsroom.timeZone = chance.pick(['Europe/Berlin', 'Pacific/Chatham', 'America/New_York']);
      people.insist(({ configuring }) => configuring.followTimeZone(id, null));
      return;
    case 'saved by two at once':
      people.wish = { ...wish, confidentialRecords: wish.confidentialRecords === 'include' ? 'leave-out' : 'include' };
      people.ask(({ configuring }) => configuring.save(people.form(true)));
      people.ask(({ configuring }) => configuring.save({ ...people.form(true), actorId: secondOf(people) }));
      return;
    case 'save that a rule rejects':
      people.ask(({ configuring }) => configuring.save({ ...people.form(false), ...people.by('mallory') }));
      people.ask(({ configuring }) => configuring.save({ ...people.form(false), user: 'somebody-else' }));
      people.lureAway();
      return;
    case 'connection tested':
      people.ask(({ testing }) => testing.testStored(id, people.by()));
      return;
    case 'night run by hand':
      runByHand(people, null);
      return;
    case 'two nights run by hand at once':
      runTwoByHand(people, world);
      return;
    default:
      throw new Error(change satisfies never);
  }
};

const runByHand = (people: People, night: string | null): void =>
  people.ask(({ nights }) => nights.run({ ...people.by(), night, reason: 'manual', older: false, strict: false }));

/** Last night's and tonight's, after midnight and before any slot; of the later one, each step may be first. */
const runTwoByHand = (people: People, world: World): void => {
  const { scheduler, startsAt, weather } = world;
  const { id, timeZone } = people.newsroom;
  const now = Temporal.Instant.fromEpochMilliseconds(startsAt + scheduler.now).toZonedDateTimeISO(timeZone);
  const midnight = now.startOfDay().add({ days: 1 });
  const at = midnight.epochMilliseconds - now.epochMilliseconds + weather.chance.between(10 * MINUTE, 50 * MINUTE);
  const headStart = weather.chance.between(-100, 900);
  scheduler.in(at, () => {
    if (weather.isQuiet) return;
    world.troubled('two nights run by hand at once', id);
    people.newsroom.isRunningTwo = true;
    runByHand(people, now.toPlainDate().toString());
  });
  scheduler.in(at + headStart, () => weather.isQuiet || runByHand(people, null));
  scheduler.in(at + 5_000, () => {
    people.newsroom.isRunningTwo = false;
  });
};

const secondOf = ({ newsroom }: People): string => newsroom.administrators[1]?.id ?? 'nobody';

/** The first administrator stays: somebody has to act. */
const editDirectory = (people: People, world: World, how: (typeof AROUND)[number]): void => {
  const { newsroom } = people;
  const { scheduler, trace } = world;
  const [first, ...others] = newsroom.administrators;
  if (first === undefined) return;
  trace.add(scheduler.now, newsroom.id, how);
  const last = others.at(-1);
  const stamp = Math.floor(scheduler.now / HOUR);
  switch (how) {
    case 'administrator added':
      if (others.length < 4) edit(newsroom, scheduler.now, [first, ...others, person(newsroom.id, `neu-${stamp}`)]);
      return;
    case 'administrator removed before a change':
    case 'administrator removed after a change':
      edit(newsroom, scheduler.now, [first, ...others.slice(0, -1)]);
      return;
    case 'address edited before a change':
    case 'address edited after a change':
    case 'address that no mail server takes': {
      if (last === undefined) return;
      const isLost = how === 'address that no mail server takes';
      const email = isLost ? 'no address at all' : `${last.name}-${stamp}@anderswo.example`;
      edit(newsroom, scheduler.now, [first, ...others.slice(0, -1), { ...last, email }]);
      return;
    }
    default:
      throw new Error(how satisfies never);
  }
};
