import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { freshnessOf } from '../../../src/domain/history/freshness.ts';
import { type NightStory, nightStory } from '../../../src/domain/history/nights.ts';
import { DEFAULT_HOURS } from '../../../src/domain/schedule/slot.ts';
import { aConfiguration, type ConfigurationBuilder } from '../../builders/configuration.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { aNightStory, attemptEvents, recordsFrom, recordsOf } from '../../builders/night-records.ts';
import { claimed, failed, repeated, replaced } from '../../builders/run.ts';

const SET_UP = '2026-11-01T12:00:00Z';
const NOON = '2026-11-25T11:00:00Z';

interface Given {
  readonly configuration?: ConfigurationBuilder;
  readonly changedAt?: readonly string[];
  readonly nights?: readonly NightStory[];
  readonly now?: string;
}

const freshness = ({ configuration = aConfiguration(), changedAt = [], nights = [], now = NOON }: Given) =>
  freshnessOf({
    organisationId: 'abendblatt',
    records: recordsOf(configuration, SET_UP, ...changedAt),
    ...{ nights, now: Temporal.Instant.from(now), hours: DEFAULT_HOURS },
  });

const night = (day: number, outcome: Parameters<typeof aNightStory>[2] = 'delivered'): NightStory =>
  aNightStory(`2026-11-${day}`, `2026-11-${day}T01:30:00Z`, outcome);

describe('whether a newsroom can rely on its files', () => {
  it.each<[string, string, Given]>([
    ['current', 'both are of tonight', { nights: [night(25)] }],
    [
      'current',
      'tonight still has time, and both are of last night',
      { nights: [night(24)], now: '2026-11-25T04:29:59Z' },
    ],
    ['outdated', 'tonight has no time left', { nights: [night(24)], now: '2026-11-25T04:30:00Z' }],
    ['outdated', 'tonight failed', { nights: [night(24), night(25, 'failed')] }],
    ['uneven', 'tonight only one was replaced', { nights: [night(24), night(25, 'half-delivered')] }],
    ['incomplete', 'only one was ever put there', { nights: [night(25, 'half-delivered')] }],
    ['none', 'none was ever put there', { nights: [night(25, 'failed')] }],
    ['none', 'there was no night', {}],
    [
      'none',
      'they lie at a destination that is no longer the one',
      {
        nights: [night(25)],
        configuration: aConfiguration().withDirectory('/other'),
        changedAt: ['2026-11-25T09:00:00Z'],
      },
    ],
    [
      'paused',
      'nothing renews them',
      { nights: [night(25)], configuration: aConfiguration().paused(), changedAt: ['2026-11-25T09:00:00Z'] },
    ],
    [
      'outdated',
      'it was just resumed, and nothing was owed since',
      {
        ...{ nights: [night(20)], configuration: aConfiguration().paused().resumed() },
        changedAt: ['2026-11-20T09:00:00Z', '2026-11-25T09:00:00Z'],
      },
    ],
  ])('%s: %s', (verdict, _, given) => {
    expect(freshness(given)?.verdict).toBe(verdict);
  });

  it.each([
    ['2026-11-23T11:00:00Z', 'current'],
    ['2026-11-23T10:59:59Z', 'old-plan'],
  ])('says so where the plan in them is as of %s: %s', (collectedAt, verdict) => {
    const files = [replaced('story-plan'), replaced('event-plan')].map((file) => ({ ...file, collectedAt }));
    const events = [
      claimed({ night: aNight('2026-11-25') }),
      ...files,
      { type: 'NightDelivered', attempt: 1 } as const,
    ];
    const story = nightStory(events.map((event) => ({ occurredAt: '2026-11-25T01:30:00Z', event })));
    expect(freshness({ nights: [story] })?.verdict).toBe(verdict);
  });

  it('goes by the date before the one that the zone left out', () => {
    const records = recordsOf(aConfiguration({ timeZone: 'Pacific/Apia' }), '2011-01-01T00:00:00Z');
    const nights = [aNightStory('2011-12-29', '2011-12-29T12:30:00Z', 'delivered')];
    const now = Temporal.Instant.from('2011-12-30T11:00:00Z');
    const found = freshnessOf({ organisationId: 'abendblatt', records, nights, now, hours: DEFAULT_HOURS });
    expect(found).toMatchObject({ verdict: 'current', next: { night: '2011-12-31' } });
  });

  it('is not asked where nothing is set up', () => {
    expect(freshness({ configuration: aConfiguration().removed(), changedAt: [NOON] })).toBeUndefined();
    expect(
      freshnessOf({
        ...{ organisationId: 'abendblatt', records: [], nights: [] },
        ...{ now: Temporal.Instant.from(NOON), hours: DEFAULT_HOURS },
      }),
    ).toBeUndefined();
  });
});

describe('what lies at the destination', () => {
  it('is the last file of each kind, with what it is as of', () => {
    expect(freshness({ nights: [night(24), night(25, 'half-delivered')] })?.files).toMatchObject([
      { kind: 'story-plan', name: 'Themenplanung.xlsx', night: '2026-11-25', collectedAt: '2026-11-25T01:30:00Z' },
      { kind: 'event-plan', name: 'Terminplanung.xlsx', night: '2026-11-24', rows: 40, bytes: 61_440 },
    ]);
  });

  it('is an older night, where that one was put there later', () => {
    const older = aNightStory('2026-11-24', '2026-11-25T08:00:00Z', 'delivered');
    expect(freshness({ nights: [night(25), older] })?.files.map((file) => file.night)).toEqual([
      ...['2026-11-24', '2026-11-24'],
    ]);
  });

  it('is what an earlier attempt put there, whatever became of later ones', () => {
    const story = nightStory([
      ...recordsFrom('2026-11-25T01:30:00Z', claimed({ night: aNight('2026-11-25') }), ...attemptEvents('delivered')),
      ...recordsFrom('2026-11-25T08:00:00Z', repeated(2), ...attemptEvents('failed', 2)),
    ]);
    expect(freshness({ nights: [story] })).toMatchObject({
      verdict: 'current',
      files: [{ replacedAt: '2026-11-25T01:30:00Z', mayBeBroken: false }, { night: '2026-11-25' }],
    });
  });

  const brokenBy = (
    failure: ReturnType<typeof failed>['failure'],
    replacement: 'atomic' | 'delete-then-rename' | 'overwrite',
  ) => {
    const destination = aDestination();
    const story = nightStory([
      ...recordsFrom(
        '2026-11-25T01:30:00Z',
        claimed({ night: aNight('2026-11-25'), destination }),
        ...[replaced('story-plan'), replaced('event-plan'), { type: 'NightDelivered', attempt: 1 } as const],
      ),
      ...recordsFrom(
        '2026-11-25T08:00:00Z',
        ...[repeated(2, { destination }), { ...failed('story-plan', 2), failure }],
        { ...failed('event-plan', 2), failure: { step: failure.step, code: 'other-file-failed' } },
        { type: 'NightFailed', attempt: 2 },
      ),
    ]);
    const found = freshness({ nights: [story], configuration: aConfiguration({ replacement }) });
    return [found?.verdict, ...(found?.files ?? []).map(({ mayBeBroken }) => mayBeBroken)];
  };

  it.each([
    ['atomic', 'replace', 'connection-lost', false],
    ['delete-then-rename', 'replace', 'connection-lost', true],
    ['delete-then-rename', 'replace', 'rename-failed', true],
    ['delete-then-rename', 'replace', 'remove-refused', false],
    ['delete-then-rename', 'upload', 'disk-full', false],
    ['overwrite', 'upload', 'disk-full', true],
    ['overwrite', 'size', 'size-differs', true],
    ['overwrite', 'log-in', 'login-refused', false],
  ] as const)('may be broken where %s broke off at %s with %s: %s', (replacement, step, code, isBroken) => {
    expect(brokenBy({ step, code }, replacement)).toEqual([isBroken ? 'doubtful' : 'current', isBroken, false]);
  });
});

describe('the next night', () => {
  it.each<[string, Given, string | null]>([
    ['is the coming one', { nights: [night(25)] }, '2026-11-26'],
    ['is tonight, before its slot', { nights: [night(24)], now: '2026-11-24T23:30:00Z' }, '2026-11-25'],
    ['is tonight, as soon as somebody is there', { nights: [night(24)] }, '2026-11-25'],
    ['is none while paused', { configuration: aConfiguration().paused(), changedAt: [SET_UP] }, null],
  ])('%s', (_, given, next) => {
    expect(freshness(given)?.next?.night ?? null).toBe(next);
  });

  it('is due at the slot of the organisation, by the clock of its zone', () => {
    const { next } = freshness({ nights: [night(25)] }) ?? {};
    const local = Temporal.Instant.from(next?.dueAt ?? '').toZonedDateTimeISO('Europe/Berlin');
    expect([local.toPlainDate().toString(), local.hour >= 1 && local.hour < 5]).toEqual(['2026-11-26', true]);
  });
});
