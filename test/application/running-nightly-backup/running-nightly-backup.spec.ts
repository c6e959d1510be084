import { describe, expect, it } from 'vitest';
import { PlanUnavailable } from '../../../src/application/ports/planning-source.ts';
import { backupRunStream } from '../../../src/application/stream-names.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { aDestination, aHostKey } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { ABENDBLATT, aSaveRequest, Newsroom, PASSWORD } from '../../support/newsroom.ts';

const TONIGHT = aNight('2026-11-25');
const STORIES = 'Themenplanung.xlsx';
const EVENTS = 'Terminplanung.xlsx';

const recorded = async (newsroom: Newsroom, night = TONIGHT): Promise<readonly BackupRunEvent[]> => {
  const { events } = await newsroom.eventLog.read(backupRunStream(ABENDBLATT.id, night));
  return events.map(({ event }) => event as BackupRunEvent);
};

const types = async (newsroom: Newsroom, night = TONIGHT): Promise<readonly string[]> =>
  (await recorded(newsroom, night)).map(({ type }) => type);

const anUnreadableRecord = {
  list: 'stories',
  index: 3,
  id: '4711',
  title: 'Ohne Datum',
  field: 'event.start.date',
  problem: 'no-such-date',
  confidential: false,
} as const;

describe('a night', () => {
  it('is claimed, collected, rendered, published and recorded', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const result = await newsroom.run();
    expect(result).toMatchObject({
      outcome: 'ended',
      night: '2026-11-25',
      state: { outcome: 'delivered', attempt: 1 },
    });
    expect(Object.keys(newsroom.files()).sort()).toEqual([EVENTS, STORIES].sort());
    expect(await types(newsroom)).toEqual([
      'NightClaimed',
      'PlanCollected',
      'PartFilesNamed',
      'FileReplaced',
      'FileReplaced',
      'PartFilesGone',
      'NightDelivered',
    ]);
  });

  it('pins the configuration it quotes, and records what each file is', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    const [claimed, , , stories] = await recorded(newsroom);
    const { configurationVersion, configurationHead } = newsroom.renderer.rendered[0] ?? {};
    expect(claimed).toMatchObject({ configurationVersion, configurationHead, night: TONIGHT, reason: 'manual' });
    const bytes = newsroom.server.files.get(`/backup/planung/${STORIES}`)?.byteLength;
    expect(stories).toMatchObject({ file: 'story-plan', name: STORIES, rows: 0, bytes });
    expect(stories).toHaveProperty('sha256', expect.stringMatching(/^[0-9a-f]{64}$/));
  });

  it('falls on the local date of the organisation, not of the machine', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    // 23:30 on the 24th in UTC is the 25th in Berlin.
    expect(await newsroom.run()).toMatchObject({ night: '2026-11-25' });
  });

  it('records each opening of the stored password before it happens', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    const opened = newsroom.eventLog.stored.filter(({ type }) => type.startsWith('attempts.stored-password-opened'));
    expect(opened).toHaveLength(1);
    expect(JSON.stringify(opened)).not.toContain(PASSWORD);
  });

  it('is repeated by hand as a new attempt, and delivered only once', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    expect(await newsroom.run()).toMatchObject({ state: { attempt: 2, outcome: 'delivered' } });
    const all = await types(newsroom);
    expect(all.filter((type) => type === 'NightDelivered')).toHaveLength(1);
    expect(all.at(-1)).toBe('NightDeliveredAgain');
  });

  it('that has ended is left alone by a scheduled run', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    const before = await types(newsroom);
    expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { attempt: 1 } });
    expect(await types(newsroom)).toEqual(before);
  });

  it.each([
    ['BackupNotSetUp', async () => undefined],
    [
      'BackupPaused',
      async (newsroom: Newsroom) => {
        await newsroom.setUp();
        await (await newsroom.backup()).configuring.pause(aSaveRequest());
      },
    ],
    [
      'OrganisationUnknown',
      async (newsroom: Newsroom) => {
        await newsroom.setUp();
        newsroom.directory.remove(ABENDBLATT.id);
      },
    ],
  ] as const)('is refused with %s, and claims nothing', async (reason, prepare) => {
    const newsroom = new Newsroom();
    await prepare(newsroom);
    expect(await newsroom.run()).toEqual({ outcome: 'refused', refusal: { reason } });
    expect(await types(newsroom)).toEqual([]);
  });

  it('is delivered while the directory cannot be read, under the name that is remembered', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.directory.setAvailable(false);
    expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { outcome: 'delivered' } });
    expect(newsroom.renderer.rendered[0]).toMatchObject({ organisationName: 'Abendblatt' });
  });

  it('that is due fails for want of a plan, and is told, where the organisation is unknown', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.directory.remove(ABENDBLATT.id);
    const failure = { step: 'collect', code: 'plan-unavailable' };
    expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({
      state: { outcome: 'failed', outcomes: { 'story-plan': { failure }, 'event-plan': { failure } } },
    });
  });

  it('that is no date is refused', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    expect(await newsroom.run({ night: '2026-02-30' })).toMatchObject({ refusal: { reason: 'NightUnreadable' } });
  });

  it('older than the last one at the same destination needs to be asked for', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    const older = { night: '2026-11-24' };
    const refusal = { reason: 'NightOlderThanDelivered', delivered: '2026-11-25' };
    expect(await newsroom.run(older)).toEqual({ outcome: 'refused', refusal });
    expect(await newsroom.run({ ...older, older: true })).toMatchObject({ state: { outcome: 'delivered' } });
  });

  it('older than one at another destination does not', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    await newsroom.setUp({ destination: aDestination({ directory: '/elsewhere' }) });
    expect(await newsroom.run({ night: '2026-11-24' })).toMatchObject({ state: { outcome: 'delivered' } });
  });
});

describe('what a night cannot have', () => {
  it.each(['unavailable', 'unreadable'] as const)(
    'a plan that is %s fails it, and the server is not spoken to',
    async (reason) => {
      const newsroom = new Newsroom();
      await newsroom.setUp();
      newsroom.planningSource.set(ABENDBLATT.id, new PlanUnavailable(reason, 'cut short'));
      const failure = { step: 'collect', code: `plan-${reason}` };
      expect(await newsroom.run()).toMatchObject({
        state: { outcome: 'failed', outcomes: { 'story-plan': { failure }, 'event-plan': { failure } } },
      });
      expect(newsroom.server.loginAttempts).toBe(0);
    },
  );

  it('a workbook that cannot be rendered fails it; the operator sees the cause', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const renderer = { render: () => Promise.reject(new Error('disk of the worker is full')) };
    expect(await newsroom.run({}, { renderer })).toMatchObject({ state: { outcome: 'failed' } });
    expect(newsroom.telemetry.happenings).toContainEqual(expect.objectContaining({ name: 'fault' }));
  });

  it('a secret that is gone fails it', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    for (const id of newsroom.secretStore.sealed.keys()) await newsroom.secretStore.destroy(id);
    const failure = { step: 'unlock', code: 'password-unavailable' };
    expect(await newsroom.run()).toMatchObject({ state: { outcomes: { 'story-plan': { failure } } } });
  });

  it('another host key stops it before the login', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.server.identity = aHostKey('B');
    const failure = { step: 'secure', code: 'host-key-changed' };
    expect(await newsroom.run()).toMatchObject({ state: { outcomes: { 'event-plan': { failure } } } });
    expect(newsroom.server.loginAttempts).toBe(0);
  });

  it('half of it is a failure of its own', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const file = `20261125-1.${EVENTS}.part`;
    newsroom.server.plan({ on: 'rename', file, connectionBreaks: 'before-it-is-done', times: 9 });
    expect(await newsroom.run()).toMatchObject({
      state: { outcome: 'half-delivered', outcomes: { 'story-plan': { type: 'FileReplaced' } } },
    });
  });
});

describe('records that need a look', () => {
  it('are told, and do not fail the night', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.plan({ unreadable: [anUnreadableRecord] });
    expect(await newsroom.run()).toMatchObject({
      state: { outcome: 'delivered', needsALook: 1 },
      unreadable: [anUnreadableRecord],
    });
  });

  it('fail a strict one', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.plan({ unreadable: [anUnreadableRecord] });
    expect(await newsroom.run({ strict: true })).toMatchObject({
      state: { outcome: 'failed', outcomes: { 'story-plan': { failure: { code: 'records-need-a-look' } } } },
      unreadable: [anUnreadableRecord],
    });
  });
});

describe('part files', () => {
  it('that a cut left behind are removed by the next attempt, whatever its night', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.server.plan({ on: 'upload', cutAfterBytes: 10 });
    // Cleaning up meets a server that is gone.
    newsroom.server.plan({ on: 'remove', connectionBreaks: 'before-it-is-done', times: 9 });
    await newsroom.run({ night: '2026-11-24' });
    expect(Object.keys(newsroom.files())).toEqual([`20261124-1.${STORIES}.part`]);
    while (newsroom.server.due('remove') !== undefined);
    await newsroom.run();
    expect(Object.keys(newsroom.files()).sort()).toEqual([EVENTS, STORIES].sort());
  });
});
