import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NightRequest, NightResult } from '../../../src/application/running-nightly-backup/requests.ts';
import { OneOrganisation } from '../../../src/application/working-nights/one-organisation.ts';
import type { FailureCode } from '../../../src/domain/backup-run/failure.ts';
import { partNameOf } from '../../../src/domain/backup-run/part-files.ts';
import { pauseBeforeRetry } from '../../../src/domain/backup-run/retrying.ts';
import type { EndedNight } from '../../../src/domain/backup-run/state.ts';
import { slotOf } from '../../../src/domain/schedule/slot.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { ABENDBLATT, Newsroom } from '../../support/newsroom.ts';

/** Every organisation's slot is at two in the morning. */
const HOURS = { from: 7_200, to: 7_201 };
/** Another than the default: a host chooses its own. */
const LEASE = 45_000;
const ENTRY = { timeZone: 'Europe/Berlin', host: 'sftp.abendblatt.example' };
const TONIGHT = aNight('2026-11-25');
const HOUR = 3_600_000;

const berlin = (local: string): Temporal.Instant => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).toInstant();

let newsroom: Newsroom;
let asked: NightRequest[];
beforeEach(async () => {
  newsroom = new Newsroom();
  asked = [];
  await newsroom.setUp();
});

/** The worker's part for one organisation, whose nights end as a test says, and are otherwise not set up. */
const one = (...results: NightResult[]): OneOrganisation => {
  const run = async (request: NightRequest): Promise<NightResult> => {
    asked.push(request);
    return results.shift() ?? { outcome: 'refused', refusal: { reason: 'BackupNotSetUp' } };
  };
  return new OneOrganisation({ ...newsroom, nights: { run } }, { hours: HOURS, leaseLength: LEASE });
};

const work = (organisation: OneOrganisation, since = '2026-11-24T12:00', signal?: AbortSignal) =>
  organisation.work(ABENDBLATT.id, { ...ENTRY, activeSince: berlin(since) }, signal);

const failed = (code: FailureCode, attempt = 1) => ({ code, attempt });

const ended = (outcome: EndedNight['outcome'], { code, attempt } = failed('connection-refused')): NightResult => {
  const failure = { type: 'FileFailed', attempt, name: 'x.xlsx', failure: { step: 'reach', code } } as const;
  const file = { ...{ name: 'x.xlsx', rows: 0, bytes: 1, sha256: '' }, ...{ collectedAt: '', replacedAt: '' } };
  const replaced = { type: 'FileReplaced', attempt, file: 'story-plan', ...file } as const;
  const stories = outcome === 'failed' ? ({ ...failure, file: 'story-plan' } as const) : replaced;
  const state: EndedNight = {
    ...{ status: 'ended', outcome, attempt, workerId: 'w1', destination: aDestination(), configurationVersion: 3 },
    outcomes: { 'story-plan': stories, 'event-plan': { ...failure, file: 'event-plan' } },
    ...{ needsALook: 0, deliveredBefore: false, overwrittenLate: false },
  };
  return { outcome: 'ended', night: TONIGHT, unreadable: [], health: null, state };
};

const pause = (code: FailureCode, attempt: number): number => {
  const spread = slotOf(`${ABENDBLATT.id}/${TONIGHT}/${attempt}`, { from: 0, to: 1_000 }) / 1_000;
  return pauseBeforeRetry([{ step: 'reach', code }], attempt, spread) ?? Number.NaN;
};

const in_ = (milliseconds: number): Temporal.Instant => newsroom.clock.now().add({ milliseconds });

describe('the first look at an organisation', () => {
  it.each([
    ['since the day before', '2026-11-23T12:00', '2026-11-25T02:00'],
    ['since this morning before the slot', '2026-11-25T00:10', '2026-11-25T02:00'],
    ['since this morning after the slot', '2026-11-25T02:00', '2026-11-26T02:00'],
  ])('that is active %s is at the slot', (_, since, at) => {
    const entry = { ...ENTRY, activeSince: berlin(since) };
    expect(one().firstLookAt(ABENDBLATT.id, entry)).toEqual(berlin(at));
  });

  it('is at the slot that is over, where that was tonight', async () => {
    await newsroom.clock.advance(5 * HOUR);
    const entry = { ...ENTRY, activeSince: berlin('2026-11-23T12:00') };
    expect(one().firstLookAt(ABENDBLATT.id, entry)).toEqual(berlin('2026-11-25T02:00'));
    expect(one().firstLookAt(ABENDBLATT.id, { ...ENTRY, activeSince: undefined })).toEqual(berlin('2026-11-25T02:00'));
  });
});

describe('a look at an organisation', () => {
  it('before its slot begins nothing', async () => {
    expect(await work(one())).toEqual(berlin('2026-11-25T02:00'));
    expect(asked).toEqual([]);
  });

  it('at its slot begins the night, without a signal if there is none', async () => {
    await newsroom.clock.advance(1.5 * HOUR);
    expect(await work(one())).toEqual(berlin('2026-11-26T02:00'));
    const request = { organisationId: ABENDBLATT.id, night: TONIGHT, reason: 'scheduled', actorId: 'worker' };
    expect(asked).toStrictEqual([{ ...request, requestId: null, older: false, strict: false }]);
  });

  it.each(['failed', 'half-delivered'] as const)('tries again what %s, after a pause', async (outcome) => {
    await newsroom.clock.advance(2 * HOUR);
    const organisation = one(ended(outcome), ended('delivered'));
    expect(await work(organisation)).toEqual(in_(pause('connection-refused', 1)));
    expect(await work(organisation)).toEqual(berlin('2026-11-26T02:00'));
    expect(asked.map(({ reason }) => reason)).toEqual(['scheduled', 'retry']);
    // What is over is no retry any more.
    await work(organisation);
    expect(asked.at(-1)?.reason).toBe('scheduled');
  });

  it('looks again after a lease, where another is at the night', async () => {
    await newsroom.clock.advance(9 * HOUR);
    const elsewhere: NightResult = { outcome: 'refused', refusal: { reason: 'NightAtWorkElsewhere' } };
    expect(await work(one(elsewhere))).toEqual(in_(LEASE));
  });

  it('tries nothing again that is stopped, or that only an administrator can mend', async () => {
    await newsroom.clock.advance(2 * HOUR);
    expect(await work(one(ended('stopped')))).toEqual(berlin('2026-11-26T02:00'));
    const refusedTwice = ended('failed', failed('login-refused', 2));
    expect(await work(one(refusedTwice))).toEqual(berlin('2026-11-26T02:00'));
  });

  it('tries nothing again on the next date: that is another night', async () => {
    await newsroom.clock.advance(23.5 * HOUR - 10_000);
    const organisation = one(ended('failed'));
    expect(await work(organisation)).toEqual(berlin('2026-11-26T02:00'));
    await newsroom.clock.advance(3 * HOUR);
    await work(organisation);
    expect(asked.map(({ night, reason }) => [night, reason])).toEqual([
      [TONIGHT, 'scheduled'],
      ['2026-11-26', 'scheduled'],
    ]);
  });
});

describe('nights that were missed', () => {
  it('are signed once all of them are recorded, and nothing is where there are none', async () => {
    const recordedWhenSigned: string[][] = [];
    const keep = async (): Promise<void> => {
      const streams = newsroom.eventLog.stored.map(({ stream }) => stream);
      recordedWhenSigned.push(streams.filter((stream) => stream.startsWith('backupRun-')));
    };
    const run = async (): Promise<NightResult> => ({ outcome: 'refused', refusal: { reason: 'BackupNotSetUp' } });
    const organisation = new OneOrganisation(
      { ...newsroom, nights: { run }, signing: { keep } },
      { hours: HOURS, leaseLength: LEASE },
    );
    await work(organisation);
    expect(recordedWhenSigned).toEqual([]);
    await newsroom.clock.advance(50 * HOUR);
    await work(organisation);
    const missed = ['backupRun-abendblatt-2026-11-25', 'backupRun-abendblatt-2026-11-26'];
    expect(recordedWhenSigned).toEqual([missed]);
  });
});

describe('a night that ended already', () => {
  it('is not begun, if it was delivered', async () => {
    await newsroom.run();
    await newsroom.clock.advance(2 * HOUR);
    expect(await work(one())).toEqual(berlin('2026-11-26T02:00'));
    expect(asked).toEqual([]);
  });

  it('is not begun, though an older one was delivered after it', async () => {
    await newsroom.run();
    await newsroom.run({ night: '2026-11-24', older: true });
    await newsroom.clock.advance(2 * HOUR);
    await work(one());
    expect(asked).toEqual([]);
  });

  it.each([
    ['failed', 'failed', { on: 'connect', server: 'refuses' }],
    [
      'is half-delivered',
      'half-delivered',
      {
        on: 'rename',
        file: partNameOf('Terminplanung.xlsx', TONIGHT, 1),
        connectionBreaks: 'before-it-is-done',
        times: 3,
      },
    ],
  ] as const)('is begun, if it %s', async (_, outcome, fault) => {
    newsroom.server.plan(fault);
    expect(await newsroom.run()).toMatchObject({ state: { outcome } });
    await newsroom.clock.advance(2 * HOUR);
    await work(one());
    expect(asked).toMatchObject([{ night: TONIGHT }]);
  });

  it('is not begun, and one before it that was left open is given an end', async () => {
    const left = newsroom.run({}, { planningSource: { collect: () => new Promise(() => undefined) } });
    void left.catch(() => undefined);
    await newsroom.clock.advance(24 * HOUR);
    newsroom.leases.read = async () => undefined;
    await newsroom.run();
    await newsroom.clock.advance(2 * HOUR);
    const looked = work(one());
    await newsroom.clock.advance(HOUR);
    await looked;
    expect(asked).toEqual([]);
    const nights = await (await newsroom.backup()).history.nights(ABENDBLATT.id);
    expect(nights.map(({ night, state }) => [night, state.status === 'ended' && state.outcome])).toEqual([
      ['2026-11-25', 'failed'],
      ['2026-11-26', 'delivered'],
    ]);
  });

  it('is begun, if somebody is still at it', async () => {
    void newsroom.run({}, { planningSource: { collect: () => new Promise(() => undefined) } });
    await newsroom.clock.advance(2 * HOUR);
    await work(one());
    expect(asked).toMatchObject([{ night: TONIGHT }]);
  });
});
