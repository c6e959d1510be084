import { beforeEach, describe, expect, it } from 'vitest';
import type { EventToAppend } from '../../../src/application/ports/event-log.ts';
import { backupRunStream } from '../../../src/application/stream-names.ts';
import { settlePastNight } from '../../../src/application/working-nights/past-nights.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { inFrontOf } from '../../support/logs.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

const LAST = aNight('2026-11-24');
const STREAM = backupRunStream(ABENDBLATT.id, LAST);
const LEASE = 1_000;

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.setUp();
});

const settle = (eventLog = inFrontOf(newsroom.eventLog, {})): Promise<void> =>
  settlePastNight({ ...newsroom, eventLog }, ABENDBLATT.id, LAST, { actorId: 'worker', leaseLength: LEASE });

const recorded = async () => (await newsroom.eventLog.read(STREAM)).events;

/** A worker that claims the night and then stands still for ever; its lease is let to die. */
const stuck = async (): Promise<void> => {
  const collect = () => new Promise<never>(() => undefined);
  const leases = { ...newsroom.leases, read: async () => undefined, take: async () => undefined };
  const dead = { ...leases, beat: () => new Promise<never>(() => undefined), release: async () => undefined };
  void newsroom.run({ night: LAST }, { planningSource: { collect }, leases: dead });
  await newsroom.clock.advance(0);
  expect(await recorded()).toHaveLength(1);
};

describe('a night whose date is over', () => {
  it('is missed, if nobody began it, on the settings of now', async () => {
    await settle();
    const { end } = await (await newsroom.backup()).history.configuration(ABENDBLATT.id);
    const { version: configurationVersion, head: configurationHead } = end as { version: number; head: string };
    const pin = { configurationVersion, configurationHead };
    expect(await recorded()).toMatchObject([
      { actorId: 'worker', requestId: null, event: { type: 'NightMissed', night: LAST, ...pin } },
    ]);
  });

  it('is left as it ended', async () => {
    await newsroom.run({ night: LAST });
    const before = await recorded();
    await settle();
    expect(await recorded()).toEqual(before);
  });

  it('fails, if whoever began it gives no sign of life', async () => {
    await stuck();
    const settled = settle();
    await newsroom.clock.advance(LEASE - 1);
    expect(await recorded()).toHaveLength(1);
    await newsroom.clock.advance(1);
    await settled;
    const failure = { step: 'record', code: 'attempt-overtaken' };
    expect((await recorded()).map(({ event }) => event).slice(1)).toMatchObject([
      { type: 'NightTakenOver', attempt: 2, reason: 'lease-lost' },
      { type: 'FileFailed', file: 'story-plan', name: 'Themenplanung.xlsx', failure },
      { type: 'FileFailed', file: 'event-plan', name: 'Terminplanung.xlsx', failure },
      { type: 'NightFailed', attempt: 2 },
    ]);
  });

  it('is left to whoever is at it, and alive', async () => {
    const collect = () => new Promise<never>(() => undefined);
    void newsroom.run({ night: LAST }, { planningSource: { collect } });
    await newsroom.clock.advance(0);
    const settled = settlePastNight(newsroom, ABENDBLATT.id, LAST, { actorId: 'worker', leaseLength: 300_000 });
    await newsroom.clock.advance(300_000);
    await settled;
    expect(await recorded()).toHaveLength(1);
  });

  it.each(['pause', 'remove'] as const)('is nobody’s after a %s', async (what) => {
    await (await newsroom.backup()).configuring[what](aSaveRequest());
    await settle();
    expect(await recorded()).toEqual([]);
  });

  it('is whose record is first', async () => {
    await Promise.all([settle(), settle()]);
    expect(await recorded()).toHaveLength(1);
  });

  it('is taken over by one of two who wait for the same silent owner', async () => {
    await stuck();
    const both = [settle(), settle()];
    await newsroom.clock.advance(LEASE);
    await Promise.all(both);
    expect((await recorded()).filter(({ event }) => event.type === 'NightFailed')).toHaveLength(1);
  });

  it('is settled, too, where another ended it in the moment it was taken over', async () => {
    await stuck();
    const append: typeof newsroom.eventLog.append = async (stream, expected, events) => {
      const outcome = await newsroom.eventLog.append(stream, expected, events);
      const isTakenOver = events.some(({ event }) => event.type === 'NightTakenOver');
      if (isTakenOver)
        await newsroom.eventLog.append(stream, (await newsroom.eventLog.read(stream)).end, [overtaking()]);
      return outcome;
    };
    const settled = settle(inFrontOf(newsroom.eventLog, { append }));
    await newsroom.clock.advance(LEASE);
    await expect(settled).resolves.toBeUndefined();
    expect((await recorded()).at(-1)?.event).toMatchObject({ type: 'NightTakenOver', attempt: 3 });
  });

  it('is not settled by a bug, which is passed on', async () => {
    const append = () => Promise.reject(new TypeError('a bug'));
    await expect(settle(inFrontOf(newsroom.eventLog, { append }))).rejects.toThrow('a bug');
  });
});

/** What a third worker records. */
const overtaking = (): EventToAppend => {
  const by = { changeId: 'c', causationId: null, requestId: null, actorId: 'worker' };
  const pin = { configurationVersion: 3, configurationHead: '0'.repeat(64), destination: aDestination() };
  const event: BackupRunEvent = { type: 'NightTakenOver', attempt: 3, reason: 'lease-lost', workerId: 'w9', ...pin };
  return { ...by, eventId: newsroom.ids.newId(), occurredAt: newsroom.clock.now(), event };
};
