import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { nightsSoFar } from '../../../src/domain/backup-health/settled-nights.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import type { FailureCode } from '../../../src/domain/backup-run/failure.ts';
import { aNight } from '../../builders/night.ts';
import { aPin, claimed, repeated, replaced, takenOver } from '../../builders/run.ts';

const NIGHT = aNight('2026-11-24');
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** What was recorded of the night, all at 02:00 in Berlin, and seen from a moment. */
const seen = (
  events: readonly BackupRunEvent[],
  changes: { now?: string; activeSince?: string | null; recordedAt?: string } = {},
) => {
  const { now = '2026-11-24T01:01:00Z', activeSince = '2026-11-01T12:00:00Z' } = changes;
  const occurredAt = changes.recordedAt ?? '2026-11-24T01:00:00Z';
  const records = events.map((event) => ({ occurredAt, event }));
  const since = activeSince === null ? undefined : at(activeSince);
  return nightsSoFar([records], { now: at(now), timeZone: 'Europe/Berlin', activeSince: since });
};

const failed = (code: FailureCode, attempt = 1): readonly BackupRunEvent[] => [
  ...(['story-plan', 'event-plan'] as const).map(
    (file) => ({ type: 'FileFailed', attempt, file, name: file, failure: { step: 'reach', code } }) as const,
  ),
  { type: 'NightFailed', attempt },
];

const delivered: readonly BackupRunEvent[] = [
  ...[claimed(), replaced('story-plan'), replaced('event-plan')],
  { type: 'NightDelivered', attempt: 1 },
];

const failures = (code: FailureCode) =>
  ['story-plan', 'event-plan'].map((file) => ({ file, failure: { step: 'reach', code } }));

describe('a night that is settled', () => {
  it('is one that was delivered', () => {
    expect(seen(delivered)).toEqual({
      settled: [{ night: NIGHT, trouble: undefined, isSinceActive: true }],
      isTonightOpen: false,
    });
  });

  it('is one that nobody began', () => {
    const missed = { type: 'NightMissed', attempt: 0, night: NIGHT, ...aPin() } as const;
    expect(seen([missed], { now: '2026-11-25T01:00:00Z' }).settled).toMatchObject([{ trouble: { kind: 'missed' } }]);
  });

  it('is one that failed as often as it may, or that only an administrator can mend', () => {
    const lasting = failed('login-refused');
    expect(seen([claimed(), ...lasting]).settled).toEqual([]);
    expect(seen([claimed(), ...lasting, repeated(2, { reason: 'retry' }), ...failed('login-refused', 2)])).toEqual({
      settled: [
        { night: NIGHT, trouble: { kind: 'failed', failures: failures('login-refused') }, isSinceActive: true },
      ],
      isTonightOpen: false,
    });
    const six = [claimed(), takenOver(6), ...failed('no-answer', 6)];
    expect(seen(six).settled).toHaveLength(1);
    expect(seen([claimed(), takenOver(5), ...failed('no-answer', 5)]).settled).toEqual([]);
  });

  it('is one that failed on an earlier date', () => {
    const events = [claimed(), ...failed('no-answer')];
    expect(seen(events)).toEqual({ settled: [], isTonightOpen: true });
    expect(seen(events, { now: '2026-11-24T22:59:59Z' })).toEqual({ settled: [], isTonightOpen: true });
    expect(seen(events, { now: '2026-11-24T23:00:00Z' })).toMatchObject({ settled: [{}], isTonightOpen: false });
  });

  it('is one that failed so late that the next try would be on the next date', () => {
    const events = [claimed(), ...failed('no-answer')];
    const now = '2026-11-24T22:59:40Z';
    expect(seen(events, { now, recordedAt: '2026-11-24T22:59:30Z' }).settled).toHaveLength(1);
    expect(seen(events, { now, recordedAt: '2026-11-24T22:58:30Z' }).settled).toEqual([]);
  });

  it('is one that somebody ran by hand, whoever took it over', () => {
    const byHand = claimed({ reason: 'manual' });
    expect(seen([byHand, ...failed('no-answer')]).settled).toHaveLength(1);
    expect(seen([byHand, takenOver(2), ...failed('no-answer', 2)]).settled).toHaveLength(1);
    const retried = [byHand, ...failed('no-answer'), repeated(2, { reason: 'retry' }), ...failed('no-answer', 2)];
    expect(seen(retried).settled).toEqual([]);
  });

  it('is one that failed before a pause: nothing is tried then', () => {
    expect(seen([claimed(), ...failed('no-answer')], { activeSince: null }).settled).toHaveLength(1);
  });

  it('is half-delivered with the one failure that it has', () => {
    const disk = { step: 'upload', code: 'disk-full' } as const;
    const half: readonly BackupRunEvent[] = [
      ...[claimed({ reason: 'manual' }), replaced('story-plan')],
      { type: 'FileFailed', attempt: 1, file: 'event-plan', name: 'Terminplanung.xlsx', failure: disk },
      { type: 'NightHalfDelivered', attempt: 1 },
    ];
    expect(seen(half).settled).toMatchObject([
      { trouble: { kind: 'half-delivered', failures: [{ file: 'event-plan', failure: disk }] } },
    ]);
  });

  it('is overwritten late, once that is not mended tonight any more', () => {
    const late = [...delivered, { type: 'PublishedLate', attempt: 0 } as const];
    expect(seen(late)).toEqual({ settled: [], isTonightOpen: true });
    expect(seen(late, { now: '2026-11-25T01:00:00Z' }).settled).toMatchObject([
      { trouble: { kind: 'overwritten-late' } },
    ]);
  });
});

describe('a night that says nothing', () => {
  it('is one that is at work', () => {
    expect(seen([claimed()])).toEqual({ settled: [], isTonightOpen: true });
    expect(seen([claimed()], { now: '2026-11-25T01:00:00Z' })).toEqual({ settled: [], isTonightOpen: false });
  });

  it('is one that a pause or removal stopped', () => {
    expect(seen([claimed(), { type: 'NightStopped', attempt: 1, reason: 'paused' }])).toEqual({
      settled: [],
      isTonightOpen: false,
    });
  });
});

describe('several nights', () => {
  it('stand in the order of their dates, with whether they ended since the backup is active', () => {
    const on = (night: string, occurredAt: string) =>
      [claimed({ night: aNight(night) }), ...failed('no-answer')].map((event) => ({ occurredAt, event }));
    const nights = [on('2026-11-20', '2026-11-22T01:00:00Z'), on('2026-11-18', '2026-11-18T01:00:00Z')];
    const activeSince = at('2026-11-21T12:00:00Z');
    const { settled } = nightsSoFar(nights, {
      now: at('2026-11-24T01:00:00Z'),
      timeZone: 'Europe/Berlin',
      activeSince,
    });
    expect(settled.map(({ night, isSinceActive }) => [night, isSinceActive])).toEqual([
      ['2026-11-18', false],
      ['2026-11-20', true],
    ]);
  });
});
