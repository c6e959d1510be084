import { beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../../../src/application/ports/event-log.ts';
import type { PlanningSource } from '../../../src/application/ports/planning-source.ts';
import { backupRunStream } from '../../../src/application/stream-names.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { aNight } from '../../builders/night.ts';
import { ABENDBLATT, Newsroom } from '../../support/newsroom.ts';

const TONIGHT = aNight('2026-11-25');
const LAST_NIGHT = { night: '2026-11-24' };
const OVERTAKEN = { failure: { code: 'attempt-overtaken' } };

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.setUp();
});

const recorded = async (night = TONIGHT): Promise<readonly BackupRunEvent[]> =>
  (await newsroom.eventLog.read(backupRunStream(ABENDBLATT.id, night))).events.map(
    ({ event }) => event as BackupRunEvent,
  );

/** Tonight's, claimed by a worker that stands still for ever while it collects. */
const tonightAtWork = async (): Promise<void> => {
  const planningSource: PlanningSource = { collect: () => new Promise(() => undefined) };
  void newsroom.run({}, { planningSource });
  while ((await newsroom.leases.read(backupRunStream(ABENDBLATT.id, TONIGHT))) === undefined) await Promise.resolve();
};

/** The newsroom's log, in which something happens once, before a file is recorded as replaced. */
const beforeItIsRecorded = (happens: () => Promise<unknown>): EventLog => {
  const { eventLog } = newsroom;
  let isDone = false;
  return {
    read: eventLog.read.bind(eventLog),
    readAll: eventLog.readAll.bind(eventLog),
    subscribe: eventLog.subscribe.bind(eventLog),
    append: async (stream, expected, events) => {
      if (!isDone && events.some(({ event }) => event.type === 'FileReplaced')) {
        isDone = true;
        await happens();
      }
      return eventLog.append(stream, expected, events);
    },
  };
};

describe('last night, run by hand', () => {
  it.each([false, true])('is not put in place while tonight is at work (asked for as older: %s)', async (older) => {
    await tonightAtWork();
    const outcomes = { 'story-plan': OVERTAKEN, 'event-plan': OVERTAKEN };
    expect(await newsroom.run({ ...LAST_NIGHT, older })).toMatchObject({ state: { outcome: 'failed', outcomes } });
    expect(newsroom.files()).toEqual({});
  });

  it('is put in place where tonight has failed', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    expect(await newsroom.run()).toMatchObject({ state: { outcome: 'failed' } });
    expect(await newsroom.run(LAST_NIGHT)).toMatchObject({ state: { outcome: 'delivered' } });
  });

  it('leaves the part files of tonight alone', async () => {
    let names: readonly string[] = [];
    const eventLog = beforeItIsRecorded(async () => {
      names = Object.keys(newsroom.files());
      await newsroom.run(LAST_NIGHT);
      expect(Object.keys(newsroom.files())).toEqual(names);
    });
    expect(await newsroom.run({}, { eventLog })).toMatchObject({ state: { outcome: 'delivered', attempt: 1 } });
    expect(names.filter((name) => name.endsWith('.part'))).toHaveLength(1);
  });

  it('says on tonight’s record that it came late, and tonight is published once more', async () => {
    const eventLog = beforeItIsRecorded(() => newsroom.run());
    await newsroom.run(LAST_NIGHT, { eventLog });
    expect((await recorded()).at(-1)).toEqual({
      type: 'OlderNightPublishedLate',
      attempt: 1,
      olderNight: '2026-11-24',
    });
    expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { outcome: 'delivered', attempt: 2 } });
  });

  it('says nothing of the kind where nobody began tonight', async () => {
    await newsroom.run(LAST_NIGHT);
    expect(await recorded()).toEqual([]);
  });

  it('says nothing of the kind where it was asked for although tonight lay there', async () => {
    await newsroom.run();
    await newsroom.run({ ...LAST_NIGHT, older: true });
    expect((await recorded()).at(-1)).toMatchObject({ type: 'NightDelivered' });
  });
});
