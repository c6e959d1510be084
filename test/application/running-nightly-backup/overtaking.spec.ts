import { describe, expect, it } from 'vitest';
import type { EventLog } from '../../../src/application/ports/event-log.ts';
import { EventLogUnavailable } from '../../../src/application/ports/event-log.ts';
import type { PlanningSource } from '../../../src/application/ports/planning-source.ts';
import type { NightResult } from '../../../src/application/running-nightly-backup/requests.ts';
import { DEFAULT_TIMES, LEASE_TRUST } from '../../../src/application/running-nightly-backup/requests.ts';
import { RunningNightlyBackup } from '../../../src/application/running-nightly-backup/running-nightly-backup.ts';
import { backupRunStream } from '../../../src/application/stream-names.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { partNameOf } from '../../../src/domain/backup-run/part-files.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

const { leaseLength } = DEFAULT_TIMES;
const STREAM = backupRunStream(ABENDBLATT.id, aNight('2026-11-25'));

const recorded = async (newsroom: Newsroom): Promise<readonly BackupRunEvent[]> =>
  (await newsroom.eventLog.read(STREAM)).events.map(({ event }) => event as BackupRunEvent);

const types = async (newsroom: Newsroom): Promise<readonly string[]> => (await recorded(newsroom)).map((e) => e.type);

/** A source in front of the newsroom's, for what happens while a night is on its way. */
const collectingAfter = (newsroom: Newsroom, happens: () => Promise<unknown>): PlanningSource => ({
  collect: async (organisationId) => {
    await happens();
    return newsroom.planningSource.collect(organisationId);
  },
});

const forEver = (): Promise<never> => new Promise(() => undefined);

/** A worker that claims the night and then stands still for ever. */
const stuckWorker = async (newsroom: Newsroom): Promise<void> => {
  void newsroom.run({}, { planningSource: collectingAfter(newsroom, forEver) });
  while ((await newsroom.leases.read(STREAM)) === undefined) await Promise.resolve();
};

describe('taking over', () => {
  it('happens after one lease length without a sign of life, as a higher attempt', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await stuckWorker(newsroom);
    const lease = await newsroom.leases.read(STREAM);
    // The worker died: its beats stop.
    const leases = { ...frozen(newsroom), read: async () => lease };
    const overtaking = newsroom.run({}, { leases });
    await newsroom.clock.advance(leaseLength);
    expect(await overtaking).toMatchObject({ state: { attempt: 2, outcome: 'delivered' } });
    expect(await types(newsroom)).toContain('NightTakenOver');
  });

  it('does not happen while the owner shows signs of life', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await stuckWorker(newsroom);
    const overtaking = newsroom.run();
    await newsroom.clock.advance(leaseLength);
    expect(await overtaking).toEqual({ outcome: 'refused', refusal: { reason: 'NightAtWorkElsewhere' } });
  });

  it('is given up at the first sign of life, and does not wait the lease out', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await stuckWorker(newsroom);
    const overtaking = newsroom.run();
    await newsroom.clock.advance(leaseLength / 4);
    const stillWaiting = Promise.resolve('still waiting');
    expect(await Promise.race([overtaking, stillWaiting])).toMatchObject({ outcome: 'refused' });
  });

  it('is given up soon where the owner records something, so that whoever waits has a place for another night', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    let go: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      go = resolve;
    });
    const owner = newsroom.run({}, { planningSource: collectingAfter(newsroom, () => waiting) });
    while ((await newsroom.leases.read(STREAM)) === undefined) await Promise.resolve();
    const overtaking = newsroom.run();
    // The owner for its next beat, and the other for its first look.
    await expect.poll(() => newsroom.clock.waiting).toBe(2);
    go();
    await owner;
    await newsroom.clock.advance(leaseLength / 300);
    expect(await Promise.race([overtaking, 'still waiting'])).toMatchObject({ outcome: 'refused' });
  });

  it('has one winner among two who waited', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await stuckWorker(newsroom);
    const lease = await newsroom.leases.read(STREAM);
    const leases = { ...frozen(newsroom), read: async () => lease };
    const both = [newsroom.run({}, { leases }), newsroom.run({}, { leases })];
    await newsroom.clock.advance(leaseLength);
    const outcomes = (await Promise.all(both)).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['ended', 'refused']);
  });

  it('leaves the overtaken worker without a rename', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    let go: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      go = resolve;
    });
    const stale = newsroom.run({}, { planningSource: collectingAfter(newsroom, () => waiting) });
    while ((await newsroom.leases.read(STREAM)) === undefined) await Promise.resolve();
    const lease = await newsroom.leases.read(STREAM);
    const overtaking = newsroom.run({}, { leases: { ...frozen(newsroom), read: async () => lease } });
    await newsroom.clock.advance(leaseLength);
    await overtaking;
    const files = newsroom.files();
    newsroom.plan({}, 'older collection');
    go();
    expect(await stale).toEqual({ outcome: 'refused', refusal: { reason: 'NightAtWorkElsewhere' } });
    expect(newsroom.files()).toEqual(files);
  });
});

describe('settings that change while a night is on its way', () => {
  const while_ = async (newsroom: Newsroom, change: () => Promise<unknown>): Promise<NightResult> => {
    let isFirst = true;
    const planningSource = collectingAfter(newsroom, async () => {
      if (isFirst) await change();
      isFirst = false;
    });
    return newsroom.run({}, { planningSource });
  };

  it.each(['pause', 'remove'] as const)('%s stops it, and leaves nothing behind', async (what) => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { configuring } = await newsroom.backup();
    // Removing destroys the password, so it must have been read by then.
    const result = await while_(newsroom, () => configuring[what](aSaveRequest()));
    expect(result).toMatchObject({ state: { outcome: what === 'pause' ? 'stopped' : 'failed' } });
    expect(newsroom.files()).toEqual({});
  });

  it('another destination begins it anew there, on the new version', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const move = (): Promise<unknown> =>
      newsroom.setUp({ destination: aDestination({ directory: '/elsewhere' }), credential: null });
    const result = await while_(newsroom, move);
    expect(result).toMatchObject({
      state: { attempt: 2, outcome: 'delivered', destination: { directory: '/elsewhere' } },
    });
    expect(Object.keys(newsroom.files())).toEqual([]);
    expect(Object.keys(newsroom.files('/elsewhere'))).toHaveLength(2);
  });

  it('leaving confidential records out begins it anew, too', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const result = await while_(newsroom, () => newsroom.setUp({ confidentialRecords: 'leave-out', credential: null }));
    expect(result).toMatchObject({ state: { attempt: 2, outcome: 'delivered' } });
    expect(newsroom.renderer.rendered.at(-1)).toMatchObject({ confidentialLeftOut: true });
  });

  it('pausing and resuming changes nothing', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { configuring } = await newsroom.backup();
    const result = await while_(newsroom, async () => {
      await configuring.pause(aSaveRequest());
      await configuring.resume(aSaveRequest());
    });
    expect(result).toMatchObject({ state: { attempt: 1, outcome: 'delivered' } });
  });
});

describe('a lease', () => {
  it('that cannot be confirmed for 0.6 of its length stops the renames', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const leases = { ...frozen(newsroom), beat: async () => Promise.reject(new Error('the store is away')) };
    const planningSource = collectingAfter(newsroom, () => newsroom.clock.advance(leaseLength * LEASE_TRUST));
    expect(await newsroom.run({}, { leases, planningSource })).toMatchObject({
      state: { outcome: 'failed', outcomes: { 'story-plan': { failure: { code: 'attempt-overtaken' } } } },
    });
    expect(newsroom.files()).toEqual({});
  });

  it('is kept through a slow night, and let go after it', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const planningSource = collectingAfter(newsroom, () => newsroom.clock.advance(leaseLength * 3));
    expect(await newsroom.run({}, { planningSource })).toMatchObject({ state: { outcome: 'delivered' } });
    expect(await newsroom.leases.read(STREAM)).toBeUndefined();
    expect(newsroom.clock.waiting).toBe(0);
  });

  it('must outlast a session', () => {
    const times = { leaseLength: 100, sessionDeadline: 60 };
    expect(() => new RunningNightlyBackup({ ids: { newId: () => '1' } } as never, times)).toThrow(RangeError);
  });
});

describe('an interrupted night', () => {
  it('is recorded as failed, so that the next attempt need not wait', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const interrupt = new AbortController();
    const planningSource = collectingAfter(newsroom, async () => interrupt.abort());
    const failure = { step: 'reach', code: 'connection-lost' };
    expect(await newsroom.run({ signal: interrupt.signal }, { planningSource })).toMatchObject({
      state: { outcome: 'failed', outcomes: { 'story-plan': { failure } } },
    });
    expect(await newsroom.run()).toMatchObject({ state: { attempt: 2, outcome: 'delivered' } });
  });

  it('waits for no lease any longer', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await stuckWorker(newsroom);
    const interrupt = new AbortController();
    const waiting = newsroom.run({ signal: interrupt.signal });
    await newsroom.clock.advance(1);
    interrupt.abort();
    expect(await waiting).toEqual({ outcome: 'refused', refusal: { reason: 'NightAtWorkElsewhere' } });
    expect(await types(newsroom)).not.toContain('NightTakenOver');
  });
});

describe('a log whose answers are lost', () => {
  it.each(['after', 'before'] as const)('%s each append: nothing is recorded twice', async (when) => {
    for (let lost = 1; ; lost += 1) {
      const newsroom = new Newsroom();
      await newsroom.setUp();
      const { eventLog, appends } = losing(newsroom.eventLog, lost, when);
      const result = await newsroom.run({}, { eventLog }).catch((error: unknown) => error);
      if (appends() < lost) break;
      const all = await types(newsroom);
      expect(new Set(all.filter((type) => type !== 'FileReplaced')).size).toBe(
        all.filter((t) => t !== 'FileReplaced').length,
      );
      if (when === 'after') expect(result).toMatchObject({ state: { outcome: 'delivered' } });
      else expect(result).toBeInstanceOf(EventLogUnavailable);
    }
  });
});

describe('a night that renamed although it was overtaken', () => {
  it('makes the owner publish once more', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await stuckWorker(newsroom);
    const lease = await newsroom.leases.read(STREAM);
    let isFirst = true;
    const planningSource = collectingAfter(newsroom, async () => {
      if (isFirst) await recordLate(newsroom);
      isFirst = false;
    });
    const overtaking = newsroom.run({}, { planningSource, leases: { ...frozen(newsroom), read: async () => lease } });
    await newsroom.clock.advance(leaseLength);
    expect(await overtaking).toMatchObject({ state: { attempt: 3, outcome: 'delivered' } });
    expect(await recorded(newsroom)).toContainEqual(expect.objectContaining({ reason: 'published-late' }));
  });

  it('says so', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const eventLog = onAppend(newsroom.eventLog, 'FileReplaced', overtakenOnce(newsroom));
    expect(await newsroom.run({}, { eventLog })).toMatchObject({ outcome: 'refused' });
    expect(await types(newsroom)).toContain('PublishedLate');
  });

  it('says so, too, where the answer was lost that would have told it', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const overtaken = overtakenOnce(newsroom);
    const { server } = newsroom;
    const file = partNameOf('Themenplanung.xlsx', aNight('2026-11-25'), 1);
    server.plan({ on: 'rename', file, connectionBreaks: 'after-it-is-done' });
    const read: EventLog['read'] = async (stream) => {
      const isReplaced = [...server.files.keys()].some((path) => path.endsWith('/Themenplanung.xlsx'));
      if (isReplaced) await overtaken();
      return newsroom.eventLog.read(stream);
    };
    const late = await newsroom.run({}, { eventLog: { ...bound(newsroom.eventLog), read } });
    expect(late).toMatchObject({ outcome: 'refused' });
    expect(await types(newsroom)).toContain('PublishedLate');
  });

  it('says nothing of the kind where it replaced nothing', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const eventLog = onAppend(newsroom.eventLog, 'PartFilesNamed', overtakenOnce(newsroom));
    expect(await newsroom.run({}, { eventLog })).toMatchObject({ outcome: 'refused' });
    expect(await types(newsroom)).not.toContain('PublishedLate');
  });
});

/** Once, when it is called first: another worker waits for a silent owner, takes over and ends the night. */
const overtakenOnce = (newsroom: Newsroom): (() => Promise<void>) => {
  let overtaking: Promise<NightResult> | undefined;
  return async () => {
    if (overtaking !== undefined) return;
    const lease = await newsroom.leases.read(STREAM);
    overtaking = newsroom.run({}, { leases: { ...frozen(newsroom), read: async () => lease } });
    await newsroom.clock.advance(0);
    while (newsroom.clock.waiting < 2) await Promise.resolve();
    await newsroom.clock.advance(leaseLength);
    await overtaking;
  };
};

/** What a late first attempt records. */
const recordLate = async ({ eventLog, clock, ids }: Newsroom): Promise<void> => {
  const { end } = await eventLog.read(STREAM);
  const by = { changeId: 'late', causationId: null, requestId: null, actorId: 'operator', occurredAt: clock.now() };
  await eventLog.append(STREAM, end, [{ ...by, eventId: ids.newId(), event: { type: 'PublishedLate', attempt: 1 } }]);
};

/** The newsroom's leases with their methods bound, so that some can be replaced. */
const frozen = ({ leases }: Newsroom) => ({
  read: leases.read.bind(leases),
  take: leases.take.bind(leases),
  beat: leases.beat.bind(leases),
  release: leases.release.bind(leases),
});

const bound = (log: EventLog): EventLog => ({
  read: log.read.bind(log),
  append: log.append.bind(log),
  readAll: log.readAll.bind(log),
  subscribe: log.subscribe.bind(log),
});

/** Loses the answer of the n-th append; `before` means that it did not happen either. */
const losing = (log: EventLog, n: number, when: 'before' | 'after'): { eventLog: EventLog; appends: () => number } => {
  let count = 0;
  const append: EventLog['append'] = async (...call) => {
    count += 1;
    if (count !== n) return log.append(...call);
    if (when === 'after') await log.append(...call);
    throw new EventLogUnavailable('the answer was lost');
  };
  return { eventLog: { ...bound(log), append }, appends: () => count };
};

const onAppend = (log: EventLog, type: BackupRunEvent['type'], happens: () => Promise<void>): EventLog => ({
  ...bound(log),
  append: async (stream, expected, events) => {
    if (events.some(({ event }) => event.type === type)) await happens();
    return log.append(stream, expected, events);
  },
});
