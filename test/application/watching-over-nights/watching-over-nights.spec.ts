import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { WatchingOverNights } from '../../../src/application/watching-over-nights/watching-over-nights.ts';
import { ABENDBLATT, Newsroom } from '../../support/newsroom.ts';

const HOUR = 3_600_000;
const BY = { actorId: 'anna', requestId: null, expectedVersion: null };

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = new Newsroom();
  // At 00:30 in Berlin on the 25th, before its slot.
  await newsroom.setUp();
});

const watching = () => new WatchingOverNights(newsroom);
const isNow = async (local: string): Promise<void> => {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin').toInstant();
  await newsroom.clock.advance(at.since(newsroom.clock.now()).total('milliseconds'));
};

/** What both ways of asking say: of all organisations, and of this one. */
const overdue = async () => {
  const all = await watching().overdue();
  const one = (await watching().freshness(ABENDBLATT.id))?.overdue ?? null;
  expect(all).toEqual(one === null ? [] : [{ organisationId: ABENDBLATT.id, ...one }]);
  return one;
};

const FIRST_NIGHT = { night: '2026-11-25', since: '2026-11-25T04:30:00Z' };

describe('a night that nobody began', () => {
  it('is overdue when the nightly hours and the grace are over, with no worker alive', async () => {
    await isNow('2026-11-25T05:29:59');
    expect(await overdue()).toBeNull();
    await isNow('2026-11-25T05:30');
    expect(await overdue()).toEqual({ ...FIRST_NIGHT, reason: 'not-begun' });
  });

  it('is overdue since the first of many', async () => {
    await isNow('2026-12-09T00:10');
    expect(await overdue()).toEqual({ ...FIRST_NIGHT, reason: 'not-begun' });
  });

  it('is not, once somebody ran it by hand', async () => {
    await isNow('2026-11-25T09:00');
    await newsroom.run();
    expect(await overdue()).toBeNull();
  });

  it('is not, when a later one is done before it has to be', async () => {
    await isNow('2026-11-26T00:30');
    expect(await overdue()).toMatchObject({ reason: 'not-begun' });
    await newsroom.run();
    expect(await overdue()).toBeNull();
  });

  it('is not, when the one after it was done by hand, though tonight has time', async () => {
    await isNow('2026-11-26T09:00');
    await newsroom.run();
    await isNow('2026-11-27T00:30');
    expect(await overdue()).toBeNull();
  });

  it('is not, when the worker has recorded it as missed', async () => {
    await isNow('2026-11-26T06:00');
    const stop = new AbortController();
    const work = (await newsroom.backup()).worker.run(stop.signal);
    await newsroom.clock.advance(10 * 60_000);
    stop.abort();
    await work;
    expect(await overdue()).toBeNull();
    const { strip } = (await watching().freshness(ABENDBLATT.id)) ?? {};
    expect(strip?.slice(-2)).toMatchObject([{ kind: 'missed' }, { kind: 'late' }]);
  });

  it('was never owed while it was paused, or before it was resumed', async () => {
    const { configuring } = await newsroom.backup();
    await configuring.pause({ organisationId: ABENDBLATT.id, ...BY });
    await isNow('2026-11-27T09:00');
    expect(await overdue()).toBeNull();
    await configuring.resume({ organisationId: ABENDBLATT.id, ...BY });
    expect(await overdue()).toBeNull();
    await isNow('2026-11-28T09:00');
    expect(await overdue()).toMatchObject({ night: '2026-11-28' });
  });

  it('is none where nothing is set up any more', async () => {
    const { configuring } = await newsroom.backup();
    await configuring.remove({ organisationId: ABENDBLATT.id, ...BY });
    await isNow('2026-11-27T09:00');
    expect(await watching().overdue()).toEqual([]);
    expect(await watching().freshness(ABENDBLATT.id)).toBeUndefined();
  });

  it('goes by the clock of the zone that is now the organisation’s', async () => {
    newsroom.directory.set({ ...ABENDBLATT, timeZone: 'America/New_York' });
    await (await newsroom.backup()).configuring.followTimeZone(ABENDBLATT.id, null);
    await isNow('2026-11-25T11:29');
    expect(await overdue()).toBeNull();
    await isNow('2026-11-25T11:30');
    expect(await overdue()).toMatchObject({ night: '2026-11-25', since: '2026-11-25T10:30:00Z' });
  });
});

describe('a night that somebody began', () => {
  /** The process dies in the middle: an append never comes back. */
  const dies = async (): Promise<void> => {
    const eventLog = {
      read: newsroom.eventLog.read.bind(newsroom.eventLog),
      readAll: newsroom.eventLog.readAll.bind(newsroom.eventLog),
      subscribe: newsroom.eventLog.subscribe.bind(newsroom.eventLog),
      append: ((stream, expected, events) =>
        events.some(({ event }) => event.type === 'PlanCollected')
          ? new Promise(() => undefined)
          : newsroom.eventLog.append(stream, expected, events)) as typeof newsroom.eventLog.append,
    };
    void newsroom.run({}, { eventLog });
    await newsroom.clock.advance(1_000);
  };

  it('and that gives no sign of life is overdue, too', async () => {
    await isNow('2026-11-25T05:10');
    await dies();
    await isNow('2026-11-25T05:35');
    expect(await overdue()).toBeNull();
    await isNow('2026-11-25T05:45');
    expect(await overdue()).toEqual({ ...FIRST_NIGHT, reason: 'not-ended' });
  });

  it('and that failed is none: it was settled', async () => {
    newsroom.server.plan({ on: 'connect', server: 'stays-silent' });
    const run = newsroom.run();
    await newsroom.clock.advance(HOUR);
    await run;
    await isNow('2026-11-25T09:00');
    expect(await overdue()).toBeNull();
  });
});

describe('what is overdue', () => {
  it('is told of each organisation, and of those only', async () => {
    for (const id of ['b', 'c']) {
      newsroom.directory.set({ ...ABENDBLATT, id });
      await newsroom.setUp({ organisationId: id });
    }
    newsroom.planningSource.set('b', { collectionId: 'c-b', collectedAt: newsroom.clock.now(), plan: NOTHING });
    await isNow('2026-11-25T05:45');
    await newsroom.run({ organisationId: 'b' });
    expect((await watching().overdue()).map(({ organisationId }) => organisationId)).toEqual([ABENDBLATT.id, 'c']);
  });

  it('costs one read for each active organisation that is in order', async () => {
    await isNow('2026-11-25T05:45');
    await newsroom.run();
    let reads = 0;
    const { eventLog } = newsroom;
    const counted = {
      readAll: eventLog.readAll.bind(eventLog),
      read: (stream: Parameters<typeof eventLog.read>[0]) => {
        reads += 1;
        return eventLog.read(stream);
      },
    };
    await new WatchingOverNights({ eventLog: counted, clock: newsroom.clock }).overdue();
    expect(reads).toBe(1);
  });

  it('follows the hours that the worker has', async () => {
    const early = new WatchingOverNights(newsroom, { from: 1_801, to: 3_600 });
    await isNow('2026-11-25T01:29:59');
    expect(await early.overdue()).toEqual([]);
    await isNow('2026-11-25T01:30');
    expect(await early.overdue()).toMatchObject([{ since: '2026-11-25T00:30:00Z' }]);
  });
});

const NOTHING = { stories: [], events: [], unreadable: [] };
