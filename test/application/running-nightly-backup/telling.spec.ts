import { beforeEach, describe, expect, it } from 'vitest';
import { RunningNightlyBackup } from '../../../src/application/running-nightly-backup/running-nightly-backup.ts';
import { attemptsStream, backupRunStream } from '../../../src/application/stream-names.ts';
import { partNameOf } from '../../../src/domain/backup-run/part-files.ts';
import { aDestination, aHostKey } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { anUnreadableRecord, aScheduledEvent, aStory } from '../../builders/plan.ts';
import { ABENDBLATT, Newsroom } from '../../support/newsroom.ts';
import { watched } from '../testing-connection/form.ts';

const TONIGHT = aNight('2026-11-25');
const STORIES = 'Themenplanung.xlsx';
const EVENTS = 'Terminplanung.xlsx';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.setUp();
  newsroom.plan({
    stories: [aStory().withDeadline('2026-11-25').build()],
    events: [aScheduledEvent(), aScheduledEvent({ id: '882' })],
    unreadable: [anUnreadableRecord()],
  });
});

const recorded = async () => (await newsroom.eventLog.read(backupRunStream(ABENDBLATT.id, TONIGHT))).events;

const size = (name: string): number => newsroom.server.files.get(`/backup/planung/${name}`)?.byteLength ?? 0;

describe('what happens in a night', () => {
  it('is told to the operator, step by step', async () => {
    await newsroom.run();
    const of = { organisationId: ABENDBLATT.id, night: TONIGHT, attempt: 1 };
    const [stories, events] = [
      { file: 'story-plan', bytes: size(STORIES) },
      { file: 'event-plan', bytes: size(EVENTS) },
    ];
    expect(newsroom.telemetry.happenings).toEqual([
      { ...of, name: 'night-claimed' },
      { ...of, name: 'stage-begun', stage: 'collect' },
      { ...of, name: 'stage-begun', stage: 'render' },
      { ...of, name: 'plan-collected', stories: 1, events: 2, needsALook: 1 },
      { ...of, name: 'workbook-rendered', ...stories, rows: 1 },
      { ...of, name: 'workbook-rendered', ...events, rows: 2 },
      { ...of, name: 'stage-begun', stage: 'connect' },
      { ...of, name: 'server-reached' },
      { ...of, name: 'stage-begun', stage: 'upload' },
      { ...of, name: 'file-uploaded', ...stories },
      { ...of, name: 'file-uploaded', ...events },
      { ...of, name: 'stage-begun', stage: 'replace' },
      { ...of, name: 'file-replaced', file: 'story-plan' },
      { ...of, name: 'file-replaced', file: 'event-plan' },
      { ...of, name: 'night-ended', outcome: 'delivered', failures: [] },
    ]);
  });

  it('ends with what kept the files back', async () => {
    newsroom.server.plan({ on: 'connect', server: 'is-unreachable' });
    await newsroom.run();
    const failure = { step: 'reach', code: 'host-not-reachable' };
    expect(newsroom.telemetry.happenings.at(-1)).toMatchObject({
      ...{ name: 'night-ended', outcome: 'failed' },
      failures: [failure, failure],
    });
  });

  it('is told as ended only by who had an attempt at it', async () => {
    await newsroom.run();
    const before = newsroom.telemetry.happenings.length;
    expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { outcome: 'delivered' } });
    expect(newsroom.telemetry.happenings).toHaveLength(before);
  });

  it('is abandoned where a store fails, or another has taken it over', async () => {
    newsroom.secretStore.open = () => Promise.reject(new TypeError('a bug'));
    await expect(newsroom.run()).rejects.toThrow('a bug');
    const names = newsroom.telemetry.happenings.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('night-'))).toEqual(['night-claimed', 'night-abandoned']);
  });

  it('is not disturbed by who listens', async () => {
    const happened = () => {
      throw new Error('a bug');
    };
    expect(await newsroom.run({}, { telemetry: { happened } })).toMatchObject({ state: { outcome: 'delivered' } });
  });

  it('is recorded, by whom, and with what each file is', async () => {
    await newsroom.run({ actorId: 'otto', requestId: 'r7' });
    const now = newsroom.clock.now().toString();
    const destination = aDestination();
    const names = [STORIES, EVENTS].map((name) => partNameOf(name, TONIGHT, 1));
    const [claimed] = await recorded();
    expect(await recorded()).toMatchObject([
      { event: { type: 'NightClaimed', destination, workerId: expect.any(String) } },
      {
        event: {
          ...{ type: 'PlanCollected', attempt: 1, collectionId: 'collection-1', collectedAt: now },
          ...{ stories: 1, events: 2, needsALook: 1 },
        },
      },
      { event: { type: 'PartFilesNamed', attempt: 1, destination, names } },
      { event: { type: 'FileReplaced', file: 'story-plan', rows: 1, collectedAt: now, replacedAt: now } },
      { event: { type: 'FileReplaced', file: 'event-plan', rows: 2, bytes: size(EVENTS) } },
      { event: { type: 'PartFilesGone', attempt: 1, destination, names } },
      { event: { type: 'NightDelivered', attempt: 1 } },
    ]);
    for (const event of await recorded())
      expect(event).toMatchObject({ actorId: 'otto', requestId: 'r7', changeId: claimed?.changeId });
    const [opened] = (await newsroom.eventLog.read(attemptsStream(ABENDBLATT.id))).events;
    expect(opened).toMatchObject({ actorId: 'otto', requestId: 'r7', event: { purpose: 'night' } });
  });

  it('is written into both workbooks as the settings and the collection say', async () => {
    await newsroom.run();
    const { end } = await (await newsroom.backup()).history.configuration(ABENDBLATT.id);
    const { version: configurationVersion, head: configurationHead } = end as { version: number; head: string };
    const both = {
      ...{ organisationName: 'Abendblatt', locale: 'de', timeZone: 'Europe/Berlin', night: TONIGHT },
      ...{ collectedAt: newsroom.clock.now(), collectionId: 'collection-1', confidentialLeftOut: false },
      ...{ configurationVersion, configurationHead },
    };
    expect(newsroom.renderer.rendered).toMatchObject([
      { ...both, kind: 'story-plan' },
      { ...both, kind: 'event-plan' },
    ]);
  });

  it('comes from one collection in both workbooks, though the plan is another one at every look', async () => {
    let looks = 0;
    const collect = async (organisationId: string) => {
      looks += 1;
      return { ...(await newsroom.planningSource.collect(organisationId)), collectionId: `look-${looks}` };
    };
    await newsroom.run({}, { planningSource: { collect } });
    expect(newsroom.renderer.rendered.map(({ collectionId }) => collectionId)).toEqual(['look-1', 'look-1']);
  });

  it('is signed', async () => {
    const before = await newsroom.checkpointSink.read(ABENDBLATT.id);
    await newsroom.run();
    expect((await newsroom.checkpointSink.read(ABENDBLATT.id)).length).toBeGreaterThan(before.length);
  });

  it('is one session with a deadline, shorter than the trust in the lease', async () => {
    const { transports, asked } = watched(newsroom);
    await newsroom.run({}, { transports });
    expect(asked.filter(({ call }) => call === 'open')).toEqual([{ call: 'open', deadline: 150_000 }]);
    expect(asked.at(-1)).toEqual({ call: 'close' });
  });

  it('has the cause of a failure told to the operator, and recorded in our own words', async () => {
    const cause = new Error('no space left on /tmp');
    await newsroom.run({}, { renderer: { render: () => Promise.reject(cause) } });
    const failure = { step: 'render', code: 'workbook-failed' };
    expect(newsroom.telemetry.happenings).toContainEqual(
      expect.objectContaining({ name: 'fault', failure, error: cause }),
    );
    expect((await recorded()).slice(-3).map(({ event }) => event)).toEqual([
      { type: 'FileFailed', attempt: 1, file: 'story-plan', name: STORIES, failure },
      { type: 'FileFailed', attempt: 1, file: 'event-plan', name: EVENTS, failure },
      { type: 'NightFailed', attempt: 1 },
    ]);
  });

  it('has no cause where it only was strict', async () => {
    await newsroom.run({ strict: true });
    expect(newsroom.telemetry.happenings.filter(({ name }) => name === 'fault')).toEqual([]);
    expect((await recorded()).at(-2)?.event).toMatchObject({
      failure: { step: 'collect', code: 'records-need-a-look' },
    });
  });

  it('is not failed by strictness where every record can be read', async () => {
    newsroom.plan({});
    expect(await newsroom.run({ strict: true })).toMatchObject({ state: { outcome: 'delivered' }, unreadable: [] });
  });

  it('is a failure of the source, whatever that throws', async () => {
    const collect = () => Promise.reject(new TypeError('a bug'));
    const failure = { step: 'collect', code: 'plan-unavailable' };
    expect(await newsroom.run({}, { planningSource: { collect } })).toMatchObject({
      ...{ unreadable: [] },
      state: { outcome: 'failed', outcomes: { 'story-plan': { failure }, 'event-plan': { failure } } },
    });
  });

  it('is not ended by a bug of the secret store, which is passed on', async () => {
    newsroom.secretStore.open = () => Promise.reject(new TypeError('a bug'));
    await expect(newsroom.run()).rejects.toThrow('a bug');
    expect(await newsroom.leases.read(backupRunStream(ABENDBLATT.id, TONIGHT))).toBeUndefined();
  });

  it('belongs to the organisation and the server that the settings name', async () => {
    newsroom.server.identity = aHostKey('B');
    await newsroom.setUp({ trustedIdentity: aHostKey('B') });
    expect(await newsroom.run()).toMatchObject({ state: { outcome: 'delivered' } });
  });
});

describe('the times of a night', () => {
  it.each([
    [59, true],
    [60, false],
    [61, false],
  ])('with a lease of 100 allow a session of %i: %s', (sessionDeadline, isAllowed) => {
    const make = () => new RunningNightlyBackup({ ids: newsroom.ids } as never, { leaseLength: 100, sessionDeadline });
    if (isAllowed) expect(make).not.toThrow();
    else expect(make).toThrow(new RangeError('sessionDeadline must be shorter than 0.6 of leaseLength'));
  });
});
