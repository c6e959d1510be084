import { describe, expect, it } from 'vitest';
import type { BackupRunCommand, RecordProgress } from '../../../src/domain/backup-run/commands.ts';
import { backupRun } from '../../../src/domain/backup-run/decide.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { aClaim, aPin, aRun, claimed, failed, repeated, replaced, takenOver } from '../../builders/run.ts';
import { givenFor } from '../../support/given.ts';

const given = givenFor(backupRun);

const record = (fact: RecordProgress['fact']): RecordProgress => ({ type: 'RecordProgress', fact });
const endOf = (attempt: number): BackupRunCommand => ({ type: 'EndAttempt', attempt });
const collected = (attempt = 1) =>
  ({
    type: 'PlanCollected',
    attempt,
    collectionId: 'f'.repeat(64),
    collectedAt: '2026-11-24T01:00:00Z',
    stories: 40,
    events: 60,
    needsALook: 2,
  }) as const;
const partFiles = (type: 'PartFilesNamed' | 'PartFilesGone', attempt = 1) =>
  ({ type, attempt, destination: aDestination(), names: ['20261124-1.Themenplanung.xlsx.part'] }) as const;

const both = [replaced('story-plan'), replaced('event-plan')] as const;
const delivered: readonly BackupRunEvent[] = [claimed(), ...both, { type: 'NightDelivered', attempt: 1 }];

const takeOver = (overtaken: number): BackupRunCommand => ({
  type: 'TakeOverNight',
  reason: 'lease-lost',
  overtaken,
  workerId: `worker-${overtaken + 1}`,
  ...aPin(),
});
const repeat = (attempt: number): BackupRunCommand => ({
  type: 'RepeatNight',
  reason: 'manual',
  workerId: `worker-${attempt}`,
  ...aPin(),
});
const stop = (attempt: number): BackupRunCommand => ({ type: 'StopAttempt', attempt, reason: 'paused' });

describe('a night is claimed', () => {
  it('once, with the configuration that it works with', () => {
    given().when(aClaim()).then(claimed());
    given()
      .when(aClaim({ reason: 'manual', workerId: 'by-hand' }))
      .then(claimed({ reason: 'manual', workerId: 'by-hand' }));
    given(claimed()).when(aClaim()).thenRejected('NightAlreadyClaimed');
    given(...delivered)
      .when(aClaim())
      .thenRejected('NightAlreadyClaimed');
  });

  it('before anything else happens to it', () => {
    const others = [
      takeOver(1),
      repeat(1),
      record(collected()),
      endOf(1),
      stop(1),
      { type: 'RecordLatePublication', attempt: 1 } as const,
    ];
    for (const command of others) given().when(command).thenRejected('NightNotClaimed');
    expect(() => aRun(collected())).toThrow('PlanCollected stands in a night that nobody claimed');
  });

  it('and runs', () => {
    expect(aRun(claimed())).toEqual({
      status: 'running',
      attempt: 1,
      workerId: 'worker-1',
      destination: aDestination(),
      configurationVersion: 3,
      outcomes: {},
      needsALook: 0,
      deliveredBefore: false,
      overwrittenLate: false,
    });
  });
});

describe('what the current attempt finds out', () => {
  it.each([
    collected(),
    partFiles('PartFilesNamed'),
    partFiles('PartFilesGone'),
    replaced('story-plan'),
    failed('event-plan'),
  ])('is recorded: $type', (fact) => given(claimed()).when(record(fact)).then(fact));

  it('is known afterwards', () => {
    expect(
      aRun(claimed(), collected(), partFiles('PartFilesNamed'), replaced('story-plan'), failed('event-plan')),
    ).toMatchObject({
      status: 'running',
      needsALook: 2,
      outcomes: { 'story-plan': replaced('story-plan'), 'event-plan': failed('event-plan') },
    });
  });

  it('is the later outcome, where a file has two', () => {
    expect(aRun(claimed(), failed('story-plan'), replaced('story-plan'))).toMatchObject({
      outcomes: { 'story-plan': replaced('story-plan') },
    });
  });

  it('changes nothing else of the state where it only names files', () => {
    expect(aRun(claimed(), partFiles('PartFilesNamed'))).toEqual(aRun(claimed()));
    expect(aRun(claimed(), partFiles('PartFilesGone'))).toEqual(aRun(claimed()));
  });
});

describe('a night ends', () => {
  const story = 'story-plan';
  const event = 'event-plan';

  it.each<[string, readonly BackupRunEvent[], BackupRunEvent, string]>([
    ['both files are replaced', both, { type: 'NightDelivered', attempt: 1 }, 'delivered'],
    ['one is replaced', [replaced(story), failed(event)], { type: 'NightHalfDelivered', attempt: 1 }, 'half-delivered'],
    [
      'only the other is',
      [failed(story), replaced(event)],
      { type: 'NightHalfDelivered', attempt: 1 },
      'half-delivered',
    ],
    ['none is', [failed(story), failed(event)], { type: 'NightFailed', attempt: 1 }, 'failed'],
  ])('when %s', (_, outcomes, end, outcome) => {
    given(claimed(), ...outcomes)
      .when(endOf(1))
      .then(end);
    expect(aRun(claimed(), ...outcomes, end)).toMatchObject({
      status: 'ended',
      outcome,
      deliveredBefore: outcome === 'delivered',
    });
  });

  it('not before both files have an outcome', () => {
    given(claimed()).when(endOf(1)).thenRejected('OutcomeMissing');
    given(claimed(), replaced(story)).when(endOf(1)).thenRejected('OutcomeMissing');
    given(claimed(), failed(event)).when(endOf(1)).thenRejected('OutcomeMissing');
  });

  it('when it is stopped, because the backup was paused or removed', () => {
    given(claimed()).when(stop(1)).then({ type: 'NightStopped', attempt: 1, reason: 'paused' });
    given(claimed())
      .when({ type: 'StopAttempt', attempt: 1, reason: 'removed' })
      .then({ type: 'NightStopped', attempt: 1, reason: 'removed' });
    expect(aRun(claimed(), { type: 'NightStopped', attempt: 1, reason: 'paused' })).toMatchObject({
      status: 'ended',
      outcome: 'stopped',
      deliveredBefore: false,
    });
  });

  it('and then nothing more is recorded of it', () => {
    for (const command of [record(collected()), record(replaced(story)), endOf(1), stop(1), takeOver(1)])
      given(...delivered)
        .when(command)
        .thenRejected('NightAlreadyEnded');
  });

  it('but for part files that are gone', () => {
    given(...delivered)
      .when(record(partFiles('PartFilesGone')))
      .then(partFiles('PartFilesGone'));
  });
});

describe('a night is taken over', () => {
  it('by a higher attempt, from the one whose end was waited for', () => {
    given(claimed()).when(takeOver(1)).then(takenOver(2));
    given(claimed(), takenOver(2)).when(takeOver(2)).then(takenOver(3));
    given(claimed(), takenOver(2)).when(takeOver(1)).thenRejected('AttemptOvertaken', { currentAttempt: 2 });
  });

  it('with the newer settings, by the owner itself', () => {
    const pin = aPin({ configurationVersion: 5, destination: aDestination({ host: 'neu.example' }) });
    const command = {
      type: 'TakeOverNight',
      reason: 'settings-changed',
      overtaken: 1,
      workerId: 'worker-1',
      ...pin,
    } as const;
    const event = takenOver(2, { reason: 'settings-changed', workerId: 'worker-1', ...pin });
    given(claimed()).when(command).then(event);
    expect(aRun(claimed(), event)).toMatchObject({
      attempt: 2,
      workerId: 'worker-1',
      configurationVersion: 5,
      destination: pin.destination,
    });
  });

  it('and begins anew: what the overtaken attempt achieved does not count', () => {
    const state = aRun(claimed(), collected(), ...both, takenOver(2));
    expect(state).toMatchObject({ status: 'running', attempt: 2, outcomes: {}, needsALook: 0, overwrittenLate: false });
    given(claimed(), ...both, takenOver(2))
      .when(endOf(2))
      .thenRejected('OutcomeMissing');
  });

  it('and the overtaken attempt records nothing more of its own', () => {
    for (const command of [
      record(collected()),
      record(replaced('story-plan')),
      record(partFiles('PartFilesNamed')),
      endOf(1),
      stop(1),
    ])
      given(claimed(), takenOver(2)).when(command).thenRejected('AttemptOvertaken', { currentAttempt: 2 });
  });

  it('but for part files that are gone, and for files that it put in place too late', () => {
    given(claimed(), takenOver(2))
      .when(record(partFiles('PartFilesGone')))
      .then(partFiles('PartFilesGone'));
    given(claimed(), takenOver(2))
      .when({ type: 'RecordLatePublication', attempt: 1 })
      .then({ type: 'PublishedLate', attempt: 1 });
    expect(aRun(claimed(), takenOver(2), { type: 'PublishedLate', attempt: 1 })).toMatchObject({
      status: 'running',
      attempt: 2,
      overwrittenLate: true,
    });
  });

  it('and for an older night that was put in place late, also once it has ended', () => {
    const late = { type: 'OlderNightPublishedLate', attempt: 2, olderNight: aNight('2026-11-23') } as const;
    const command = { type: 'RecordOlderNightPublication', olderNight: aNight('2026-11-23') } as const;
    given(claimed(), takenOver(2)).when(command).then(late);
    const over = [claimed(), takenOver(2), replaced('story-plan', 2), replaced('event-plan', 2)] as const;
    const ended = [...over, { type: 'NightDelivered', attempt: 2 }] as const;
    given(...ended)
      .when(command)
      .then(late);
    expect(aRun(...ended, late)).toMatchObject({ status: 'ended', outcome: 'delivered', overwrittenLate: true });
    given().when(command).thenRejected('NightNotClaimed');
  });

  it('whereas the current attempt is never late', () => {
    given(claimed()).when({ type: 'RecordLatePublication', attempt: 1 }).thenNothingHappened();
    given(claimed(), takenOver(2)).when({ type: 'RecordLatePublication', attempt: 2 }).thenNothingHappened();
  });

  it('and one that comes late is still heard when the night has ended', () => {
    const over = [claimed(), takenOver(2), replaced('story-plan', 2), replaced('event-plan', 2)] as const;
    given(...over, { type: 'NightDelivered', attempt: 2 })
      .when({ type: 'RecordLatePublication', attempt: 1 })
      .then({ type: 'PublishedLate', attempt: 1 });
  });
});

describe('a night is repeated', () => {
  it('by hand, once it has ended', () => {
    given(...delivered)
      .when(repeat(2))
      .then(repeated(2));
    given(claimed()).when(repeat(2)).thenRejected('NightStillRunning');
  });

  it('and is delivered again, but never for the first time twice', () => {
    const again = [...delivered, repeated(2), replaced('story-plan', 2), replaced('event-plan', 2)];
    given(...again)
      .when(endOf(2))
      .then({ type: 'NightDeliveredAgain', attempt: 2 });
    expect(aRun(...again, { type: 'NightDeliveredAgain', attempt: 2 })).toMatchObject({
      status: 'ended',
      outcome: 'delivered',
      deliveredBefore: true,
    });
  });

  it('and is delivered for the first time where it had failed', () => {
    const before = [
      claimed(),
      failed('story-plan'),
      failed('event-plan'),
      { type: 'NightFailed', attempt: 1 } as const,
    ];
    given(...before, repeated(2), replaced('story-plan', 2), replaced('event-plan', 2))
      .when(endOf(2))
      .then({ type: 'NightDelivered', attempt: 2 });
  });

  it('and that it was delivered once is not forgotten over a failure', () => {
    const worse = [
      ...delivered,
      repeated(2),
      failed('story-plan', 2),
      failed('event-plan', 2),
      { type: 'NightFailed', attempt: 2 } as const,
    ];
    expect(aRun(...worse)).toMatchObject({ outcome: 'failed', deliveredBefore: true });
    given(...worse, repeated(3), replaced('story-plan', 3), replaced('event-plan', 3))
      .when(endOf(3))
      .then({ type: 'NightDeliveredAgain', attempt: 3 });
  });
});

describe('a night that nobody began', () => {
  const missed = { type: 'NightMissed', attempt: 0, night: aClaim().night, ...aPin() } as const;
  const record = { type: 'RecordMissedNight', night: aClaim().night, ...aPin() } as const;

  it('is recorded as missed, once', () => {
    given().when(record).then(missed);
    given(missed).when(record).thenRejected('NightAlreadyClaimed');
    given(claimed()).when(record).thenRejected('NightAlreadyClaimed');
  });

  it('has ended, with no attempt', () => {
    expect(aRun(missed)).toMatchObject({ status: 'ended', outcome: 'missed', attempt: 0, workerId: null });
  });

  it('can be run later by hand, as its first attempt', () => {
    given(missed).when(repeat(1)).then(repeated(1));
  });
});
