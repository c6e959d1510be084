import { beforeEach, describe, expect, it } from 'vitest';
import { backupRunStream } from '../../../src/application/stream-names.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { ABENDBLATT, Newsroom } from '../../support/newsroom.ts';

const STREAM = backupRunStream(ABENDBLATT.id, aNight('2026-11-25'));

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.setUp();
});

const recorded = async () => (await newsroom.eventLog.read(STREAM)).events;

/** Why each attempt was begun, in order. */
const reasons = async (): Promise<readonly string[]> =>
  (await recorded()).flatMap(({ event }) => ('reason' in event && 'workerId' in event ? [String(event.reason)] : []));

const fail = async (): Promise<void> => {
  newsroom.server.plan({ on: 'connect', server: 'refuses' });
  expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { outcome: 'failed' } });
};

const halfDeliver = async (): Promise<void> => {
  const file = '20261125-1.Terminplanung.xlsx.part';
  newsroom.server.plan({ on: 'rename', file, connectionBreaks: 'before-it-is-done', times: 3 });
  expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { outcome: 'half-delivered' } });
};

const publishedLate = async (): Promise<void> => {
  await newsroom.run({ reason: 'scheduled' });
  await newsroom.run();
  const { end } = await newsroom.eventLog.read(STREAM);
  const by = { changeId: 'late', causationId: null, requestId: null, actorId: 'worker' };
  const event: BackupRunEvent = { type: 'PublishedLate', attempt: 1 };
  const envelope = { ...by, eventId: 'late', occurredAt: newsroom.clock.now(), event };
  await newsroom.eventLog.append(STREAM, end, [envelope]);
};

describe('a night that has ended', () => {
  it('is claimed as what it was asked for', async () => {
    await newsroom.run({ reason: 'scheduled' });
    await newsroom.run({ reason: 'manual' });
    expect(await reasons()).toEqual(['scheduled', 'manual']);
  });

  it('is claimed as scheduled, though as a retry it was the first', async () => {
    await newsroom.run({ reason: 'retry' });
    expect(await reasons()).toEqual(['scheduled']);
  });

  it.each([
    ['failed', fail],
    ['half of it', halfDeliver],
  ])('%s is repeated by a retry, not by a scheduled run', async (_, prepare) => {
    await prepare();
    expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { attempt: 1 } });
    expect(await newsroom.run({ reason: 'retry' })).toMatchObject({ state: { attempt: 2, outcome: 'delivered' } });
    expect(await reasons()).toEqual(['scheduled', 'retry']);
  });

  it('and failed is repeated by a scheduled run on newer settings', async () => {
    await fail();
    await newsroom.setUp({ credential: null, confidentialRecords: 'leave-out' });
    expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { attempt: 2, outcome: 'delivered' } });
    expect(await reasons()).toEqual(['scheduled', 'retry']);
  });

  it.each(['scheduled', 'retry'] as const)('and was delivered is left alone by a %s run', async (reason) => {
    await newsroom.run({ reason: 'scheduled' });
    const before = await recorded();
    await newsroom.setUp({ credential: null, confidentialRecords: 'leave-out' });
    expect(await newsroom.run({ reason })).toMatchObject({ outcome: 'ended', unreadable: [], state: { attempt: 1 } });
    expect(await recorded()).toEqual(before);
  });

  it('and was overwritten late by an older attempt is published once more', async () => {
    await publishedLate();
    expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { attempt: 3, outcome: 'delivered' } });
    expect(await reasons()).toEqual(['scheduled', 'manual', 'retry']);
  });

  it('is repeated by one of two who are asked at once', async () => {
    await newsroom.run();
    const outcomes = await Promise.all([newsroom.run(), newsroom.run()]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['ended', 'refused']);
    expect(outcomes).toContainEqual({ outcome: 'refused', refusal: { reason: 'NightAtWorkElsewhere' } });
  });

  it('is claimed by one of two who are asked at once', async () => {
    const outcomes = await Promise.all([newsroom.run(), newsroom.run()]);
    expect(outcomes).toContainEqual({ outcome: 'refused', refusal: { reason: 'NightAtWorkElsewhere' } });
    expect(await reasons()).toEqual(['manual']);
  });
});

describe('a night whose settings change again and again', () => {
  it('is begun anew four times, and then fails', async () => {
    let changes = 0;
    const planningSource = {
      collect: async (organisationId: string) => {
        changes += 1;
        const directory = changes % 2 === 1 ? '/elsewhere' : '/backup/planung';
        await newsroom.setUp({ destination: aDestination({ directory }), credential: null });
        return newsroom.planningSource.collect(organisationId);
      },
    };
    const failure = { step: 'record', code: 'attempt-overtaken' };
    expect(await newsroom.run({}, { planningSource })).toMatchObject({
      outcome: 'ended',
      state: {
        ...{ attempt: 5, outcome: 'failed' },
        outcomes: {
          'story-plan': { name: 'Themenplanung.xlsx', failure },
          'event-plan': { name: 'Terminplanung.xlsx', failure },
        },
      },
    });
    expect(changes).toBe(5);
    expect(await reasons()).toEqual(['manual', ...Array(4).fill('settings-changed')]);
    expect([...newsroom.server.files.keys()]).toEqual([]);
  });

  it.each([
    ['pause', 'paused'],
    ['remove', 'removed'],
  ] as const)('and end with a %s in the moment it is begun anew is stopped', async (what, reason) => {
    let isFirst = true;
    const planningSource = {
      collect: async (organisationId: string) => {
        if (isFirst) await newsroom.setUp({ destination: aDestination({ directory: '/elsewhere' }), credential: null });
        isFirst = false;
        return newsroom.planningSource.collect(organisationId);
      },
    };
    const { configuring } = await newsroom.backup();
    const { leases } = newsroom;
    const release = async (key: string, holder: string): Promise<void> => {
      const request = { organisationId: ABENDBLATT.id, actorId: 'anna', requestId: null, expectedVersion: null };
      await configuring[what](request);
      await leases.release(key, holder);
    };
    const replaced = {
      read: leases.read.bind(leases),
      take: leases.take.bind(leases),
      beat: leases.beat.bind(leases),
      release,
    };
    expect(await newsroom.run({}, { planningSource, leases: replaced })).toMatchObject({
      state: { attempt: 1, outcome: 'stopped' },
    });
    expect((await recorded()).at(-1)?.event).toEqual({ type: 'NightStopped', attempt: 1, reason });
  });
});
