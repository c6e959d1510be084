import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { NightRecords, NightStory } from '../../../src/domain/history/nights.ts';
import { nightStory } from '../../../src/domain/history/nights.ts';
import { standingsOf } from '../../../src/domain/history/standings.ts';
import { stripOf } from '../../../src/domain/history/strip.ts';
import { DEFAULT_HOURS } from '../../../src/domain/schedule/slot.ts';
import { aConfiguration, type ConfigurationBuilder } from '../../builders/configuration.ts';
import { aNight } from '../../builders/night.ts';
import { aNightStory, attemptEvents, recordsFrom, recordsOf } from '../../builders/night-records.ts';
import { claimed, repeated } from '../../builders/run.ts';

const HALF_PAST_TWO = 9_000;
const LONG_AGO = '2026-01-01T12:00:00Z';

interface Given {
  readonly configuration?: ConfigurationBuilder;
  readonly changedAt?: readonly string[];
  readonly nights?: readonly NightStory[];
  readonly now?: string;
}

const strip = ({
  configuration = aConfiguration(),
  changedAt = [LONG_AGO],
  nights = [],
  now = '2026-11-25T12:00:00Z',
}: Given) =>
  stripOf({
    standings: standingsOf(recordsOf(configuration, ...changedAt)),
    nights: new Map(nights.map((story) => [story.night, story])),
    ...{ now: Temporal.Instant.from(now), slot: HALF_PAST_TWO, hours: DEFAULT_HOURS },
  });

/** `24 delivered`, of the last so many. */
const kinds = (given: Given, last = 1) =>
  strip(given)
    .slice(-last)
    .map(({ night, kind }) => `${night.slice(5)} ${kind}`);

/** A night that was begun at 02:30 in Berlin, and what became of its later attempts, begun as they are given. */
const attempts = (...records: NightRecords): NightStory => nightStory(records);

describe('a strip', () => {
  it('has thirty nights, oldest first, up to tonight', () => {
    const nights = strip({}).map(({ night }) => night);
    expect([nights.length, nights[0], nights.at(-1)]).toEqual([30, '2026-10-27', '2026-11-25']);
  });

  it('is empty before anything was set up', () => {
    expect(
      stripOf({
        ...{ standings: [], nights: new Map(), now: Temporal.Instant.from(LONG_AGO) },
        ...{ slot: HALF_PAST_TWO, hours: DEFAULT_HOURS },
      }),
    ).toEqual([]);
  });

  it('has no date that the zone left out', () => {
    const given = { configuration: aConfiguration({ timeZone: 'Pacific/Apia' }), changedAt: ['2011-01-01T00:00:00Z'] };
    const nights = strip({ ...given, now: '2012-01-01T00:00:00Z' }).map(({ night }) => night);
    expect(nights.length).toBe(30);
    expect(nights.slice(-3)).toEqual(['2011-12-29', '2011-12-31', '2012-01-01']);
  });
});

describe('a night of a strip', () => {
  const inBerlin = (time: string): string => `2026-11-25T${time}+01:00`;

  it.each<[string, string, NightStory]>([
    ['delivered at its slot', 'delivered', aNightStory('2026-11-25', inBerlin('02:30'), 'delivered')],
    [
      'delivered in the last minute of the grace',
      'delivered',
      aNightStory('2026-11-25', inBerlin('05:29:50'), 'delivered'),
    ],
    ['delivered a minute after it', 'late', aNightStory('2026-11-25', inBerlin('05:31'), 'delivered')],
    [
      'delivered by a retry, in time',
      'delivered',
      attempts(
        ...recordsFrom(inBerlin('02:30'), claimed({ night: aNight('2026-11-25') }), ...attemptEvents('failed')),
        ...recordsFrom(inBerlin('02:40'), repeated(2, { reason: 'retry' }), ...attemptEvents('delivered', 2)),
      ),
    ],
    [
      'delivered by hand in the morning',
      'late',
      attempts(
        ...recordsFrom(inBerlin('02:30'), claimed({ night: aNight('2026-11-25') }), ...attemptEvents('failed')),
        ...recordsFrom(inBerlin('08:00'), repeated(2), ...attemptEvents('delivered', 2)),
      ),
    ],
    [
      'repeated by hand after it was delivered',
      'delivered',
      attempts(
        ...recordsFrom(inBerlin('02:30'), claimed({ night: aNight('2026-11-25') }), ...attemptEvents('delivered')),
        ...recordsFrom(inBerlin('08:00'), repeated(2), ...attemptEvents('failed', 2)),
      ),
    ],
    ['half delivered', 'half-delivered', aNightStory('2026-11-25', inBerlin('02:30'), 'half-delivered')],
    [
      'half delivered, and failed when it was repeated',
      'half-delivered',
      attempts(
        ...recordsFrom(inBerlin('02:30'), claimed({ night: aNight('2026-11-25') }), ...attemptEvents('half-delivered')),
        ...recordsFrom(inBerlin('02:40'), repeated(2, { reason: 'retry' }), ...attemptEvents('failed', 2)),
      ),
    ],
    ['failed', 'failed', aNightStory('2026-11-25', inBerlin('02:30'), 'failed')],
    ['missed', 'missed', aNightStory('2026-11-25', inBerlin('23:00'), 'missed')],
    ['stopped by a pause', 'paused', aNightStory('2026-11-25', inBerlin('02:30'), 'paused')],
    ['stopped by the removal', 'not-set-up', aNightStory('2026-11-25', inBerlin('02:30'), 'removed')],
    ['begun a moment ago', 'running', aNightStory('2026-11-25', inBerlin('12:59'), 'dies')],
    ['begun, and silent for half an hour', 'unfinished', aNightStory('2026-11-25', inBerlin('12:30'), 'dies')],
  ])('that was %s is %s', (_, kind, story) => {
    expect(kinds({ nights: [story] })).toEqual([`11-25 ${kind}`]);
  });

  it('is not late where none was owed: on the day of the set-up', () => {
    const story = aNightStory('2026-11-25', inBerlin('11:00'), 'delivered');
    expect(kinds({ changedAt: [inBerlin('10:00')], nights: [story] })).toEqual(['11-25 delivered']);
  });

  it('is not late where none was owed: it was paused when the slot came', () => {
    const configuration = aConfiguration().paused().resumed();
    const changedAt = [LONG_AGO, inBerlin('01:00'), inBerlin('10:00')];
    const story = aNightStory('2026-11-25', inBerlin('11:00'), 'delivered');
    expect(kinds({ configuration, changedAt, nights: [story] })).toEqual(['11-25 delivered']);
  });

  it('has its story, where there is one', () => {
    const story = aNightStory('2026-11-24', '2026-11-24T01:30:00Z', 'delivered');
    expect(strip({ nights: [story] }).slice(-2)).toMatchObject([{ story }, { story: null }]);
  });

  it.each([
    ['tonight, before its slot', '2026-11-24T23:30:00Z', '11-25 to-come'],
    ['tonight, after its slot', '2026-11-25T03:00:00Z', '11-25 to-come'],
    ['tonight, when its time is over', '2026-11-25T04:30:00Z', '11-25 overdue'],
    ['yesterday’s, by the clock of its zone', '2026-11-25T23:00:00Z', '11-25 missed'],
  ])('that nobody began: %s', (_, now, said) => {
    expect(kinds({ now }, 2)).toContain(said);
  });

  it.each([
    ['2026-11-25T04:00:00Z', true, 'tonight'],
    ['2026-11-26T04:00:00Z', false, 'and not the night after'],
  ])('that failed is tried again %s: %s', (now, isToBeRetried) => {
    const [last] = strip({ now, nights: [aNightStory('2026-11-25', inBerlin('02:30'), 'failed')] }).filter(
      ({ night }) => night === '2026-11-25',
    );
    expect(last?.isToBeRetried).toBe(isToBeRetried);
  });
});

describe('where nothing was recorded', () => {
  it('a pause is a pause, and what came before the set-up was not set up', () => {
    const given = {
      configuration: aConfiguration().paused().resumed().removed(),
      changedAt: ['2026-11-19T12:00:00Z', '2026-11-21T00:00:00Z', '2026-11-23T12:00:00Z', '2026-11-24T12:00:00Z'],
    };
    expect(kinds(given, 7)).toEqual([
      ...['11-19 not-set-up', '11-20 missed', '11-21 paused', '11-22 paused', '11-23 paused'],
      ...['11-24 missed', '11-25 not-set-up'],
    ]);
  });

  it('a paused backup has nothing to come', () => {
    const given = { configuration: aConfiguration().paused(), changedAt: [LONG_AGO, '2026-11-24T12:00:00Z'] };
    expect(kinds({ ...given, now: '2026-11-24T23:30:00Z' })).toEqual(['11-25 paused']);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T02:00:00Z', '03-29 to-come'],
    ['Europe/Berlin', '2026-03-29T03:30:00Z', '03-29 overdue'],
    ['Europe/Berlin', '2026-10-25T04:29:00Z', '10-25 to-come'],
    ['Europe/Berlin', '2026-10-25T04:30:00Z', '10-25 overdue'],
    ['America/New_York', '2026-11-01T10:29:00Z', '11-01 to-come'],
    ['America/New_York', '2026-11-01T10:30:00Z', '11-01 overdue'],
    ['Asia/Tokyo', '2026-11-24T16:00:00Z', '11-25 to-come'],
  ])('the clock of %s counts, on the days it is set too: %s', (timeZone, now, said) => {
    expect(kinds({ configuration: aConfiguration({ timeZone }), now })).toEqual([said]);
  });
});

describe('after a change of the time zone', () => {
  it('to the east, the night whose slot is left out is owed, and made up for', () => {
    const given = {
      configuration: aConfiguration().inTimeZone('Asia/Tokyo'),
      changedAt: [LONG_AGO, '2026-11-24T00:00:00Z'],
    };
    expect(kinds({ ...given, now: '2026-11-24T12:00:00Z' })).toEqual(['11-24 overdue']);
    expect(kinds({ ...given, now: '2026-11-24T15:00:00Z' }, 2)).toEqual(['11-24 missed', '11-25 to-come']);
  });

  it('to the west, a night that was recorded is shown though its date is to come again', () => {
    const given = {
      configuration: aConfiguration().inTimeZone('Pacific/Honolulu'),
      changedAt: [LONG_AGO, '2026-11-25T03:00:00Z'],
      nights: ['24', '25'].map((day) => aNightStory(`2026-11-${day}`, `2026-11-${day}T01:30:00Z`, 'delivered')),
    };
    expect(kinds({ ...given, now: '2026-11-25T04:00:00Z' }, 2)).toEqual(['11-24 delivered', '11-25 delivered']);
  });
});
