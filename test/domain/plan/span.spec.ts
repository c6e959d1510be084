import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysTouched, isOrdered, type LocalMoment, type Span, touches } from '../../../src/domain/plan/span.ts';
import type { LocalDate, LocalTime } from '../../../src/domain/schedule/local-date.ts';
import { planningWindow } from '../../../src/domain/schedule/night.ts';
import { aNight } from '../../builders/night.ts';

/** `2026-11-25` is the whole day, `2026-11-25 10:00` a moment. */
const moment = (text: string): LocalMoment => {
  const [date, time] = text.split(' ') as [LocalDate, LocalTime | undefined];
  return time === undefined ? { date } : { date, time };
};

const span = (start: string, end?: string): Span =>
  end === undefined ? { start: moment(start) } : { start: moment(start), end: moment(end) };

/** 24 to 28 November. */
const window = planningWindow(aNight('2026-11-24'), 'Europe/Berlin');

type Case = readonly [start: string, end: string | undefined, days: readonly number[], why: string];

const CASES: readonly Case[] = [
  ['2026-11-24', undefined, [24], 'all of the first day'],
  ['2026-11-28', undefined, [28], 'all of the last day'],
  ['2026-11-23', undefined, [], 'all of the day before'],
  ['2026-11-29', undefined, [], 'all of the day after'],
  ['2026-11-24 00:00', undefined, [24], 'its first moment'],
  ['2026-11-24 00:00:00', undefined, [24], 'its first moment, to the second'],
  ['2026-11-28 23:59:59', undefined, [28], 'its last second'],
  ['2026-11-29 00:00', undefined, [], 'the first moment that is no longer in it'],
  ['2026-11-23 23:59:59', undefined, [], 'the last second before'],
  ['2026-11-25 00:00', undefined, [25], 'a midnight within, which belongs to the day that it begins'],
  ['2026-11-25 10:00', '2026-11-25 11:30', [25], 'an hour and a half'],
  ['2026-11-25 22:00', '2026-11-26 00:00', [25], 'what ends at midnight, and is over then'],
  ['2026-11-25 22:00', '2026-11-26 00:00:01', [25, 26], 'what ends a second later'],
  ['2026-11-23 22:00', '2026-11-24 00:00', [], 'what ends as the window begins'],
  ['2026-11-23 22:00', '2026-11-24 00:00:01', [24], 'what ends a second after the window began'],
  ['2026-11-17', '2026-11-23', [], 'what was over the day before'],
  ['2026-11-17', '2026-11-24', [24], 'what began last week and ends on the first day'],
  ['2026-11-17 10:00', '2026-12-24 10:00', [24, 25, 26, 27, 28], 'what began last week and goes on'],
  ['2026-11-27', '2026-11-30', [27, 28], 'what goes on after the window'],
  ['2026-11-28 23:59', '2026-11-29 03:00', [28], 'what begins in its last minute'],
  ['2026-11-29', '2026-11-30', [], 'what begins the day after'],
  ['2026-11-25 10:00', '2026-11-25', [25], 'from an hour to the end of that day'],
  ['2026-11-25', '2026-11-26 10:00', [25, 26], 'from a day to an hour of the next'],
  ['2026-11-24', '9999-12-31', [24, 25, 26, 27, 28], 'what never ends'],
  ['2026-11-17', '9999-12-31', [24, 25, 26, 27, 28], 'what began last week and never ends'],
  ['0001-01-01', '2026-11-24', [24], 'what began long ago'],
  ['2026-11-25 10:00', '2026-11-25 10:00', [25], 'what ends as it begins'],
  ['2026-11-24 00:00', '2026-11-24 00:00', [24], 'what ends as it begins, as the window does'],
];

describe('a span', () => {
  it.each(CASES)('from %s to %s touches the days %j: %4$s', (start, end, days) => {
    const touched = days.map((day) => `2026-11-${day}`);
    expect(daysTouched(span(start, end), window)).toEqual(touched);
    expect(touches(span(start, end), window)).toBe(touched.length > 0);
  });

  it('does not touch a day that the zone left out', () => {
    const apia = planningWindow(aNight('2011-12-28', 'Pacific/Apia'), 'Pacific/Apia');
    expect(daysTouched(span('2011-12-29', '2011-12-31'), apia)).toEqual(['2011-12-29', '2011-12-31']);
    expect(daysTouched(span('2011-12-30'), apia)).toEqual([]);
  });

  it.each([
    ['2026-11-25', undefined],
    ['2026-11-25', '2026-11-25'],
    ['2026-11-25 10:00', '2026-11-25'],
    ['2026-11-25', '2026-11-25 00:00'],
    ['2026-11-25 10:00', '2026-11-25 10:00:00'],
    ['2026-11-25', '9999-12-31'],
    ['2026-12-31', '2027-01-01'],
  ])('from %s to %s is in order', (start, end) => {
    expect(isOrdered(span(start, end))).toBe(true);
  });

  it.each([
    ['2026-11-25', '2026-11-24'],
    ['2026-11-25 00:00', '2026-11-24'],
    ['2026-11-25 10:00', '2026-11-25 09:59:59'],
    ['2026-11-25 10:00', '2026-11-24'],
    ['2026-11-25', '2026-11-24 23:59'],
    ['2027-01-01', '2026-12-31'],
  ])('from %s to %s is not', (start, end) => {
    expect(isOrdered(span(start, end))).toBe(false);
  });

  it('touches the window if and only if it touches a day of it', () => {
    const moments = fc
      .record({
        day: fc.integer({ min: 20, max: 30 }),
        time: fc.constantFrom(undefined, '00:00', '00:00:01', '12:00', '23:59:59'),
      })
      .map(({ day, time }) => moment(time === undefined ? `2026-11-${day}` : `2026-11-${day} ${time}`));
    const spans = fc
      .record({ start: moments, end: fc.option(moments, { nil: undefined }) })
      .map(({ start, end }): Span => (end === undefined ? { start } : { start, end }))
      .filter(isOrdered);
    fc.assert(
      fc.property(spans, (one) => {
        const days = daysTouched(one, window);
        expect(touches(one, window)).toBe(days.length > 0);
        const first = window.days.indexOf(days[0] ?? window.firstDay);
        expect(days).toEqual(window.days.slice(first, first + days.length));
      }),
      { numRuns: 500 },
    );
  });
});
