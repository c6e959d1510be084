import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, readLocalDate } from '../../../src/domain/schedule/local-date.ts';
import { nightOf, planningWindow, readNight, WINDOW_DAYS } from '../../../src/domain/schedule/night.ts';
import { aNight } from '../../builders/night.ts';

const hoursOf = (date: string, timeZone: string): number => {
  const { startsAt, endsAt } = planningWindow(aNight(date, timeZone), timeZone);
  return endsAt.since(startsAt).total('hours');
};

describe('a night', () => {
  it.each([
    ['2026-11-24', 'Europe/Berlin'],
    ['2028-02-29', 'Europe/Berlin'],
    ['2011-12-29', 'Pacific/Apia'],
    ['2011-12-31', 'Pacific/Apia'],
    ['2011-12-30', 'Pacific/Pago_Pago'],
    ['2026-03-29', 'Europe/Berlin'],
    ['2018-11-04', 'America/Sao_Paulo'],
    ['2023-04-28', 'Africa/Cairo'],
  ])('is the local date %s in %s', (date, timeZone) => {
    expect(readNight(date, timeZone)).toBe(date);
  });

  it.each([
    ['2011-12-30', 'Pacific/Apia', 'which the zone left out'],
    ['1994-12-31', 'Pacific/Kiritimati', 'which the zone left out'],
    ['2027-02-29', 'Europe/Berlin', 'for the year has no such day'],
    ['2026-13-01', 'Europe/Berlin', 'for there is no such month'],
    ['tonight', 'Europe/Berlin', 'which is no date'],
    ['2026-11-24T02:30', 'Europe/Berlin', 'which says more than a date'],
    [' 2026-11-24', 'Europe/Berlin', 'which begins with a space'],
  ])('is not %s in %s, %s', (date, timeZone) => {
    expect(readNight(date, timeZone)).toBeUndefined();
  });

  it.each([
    ['2026-11-24T09:59:59Z', 'Pacific/Kiritimati', '2026-11-24'],
    ['2026-11-24T10:00:00Z', 'Pacific/Kiritimati', '2026-11-25'],
    ['2026-11-24T10:59:59Z', 'Pacific/Pago_Pago', '2026-11-23'],
    ['2026-11-24T11:00:00Z', 'Pacific/Pago_Pago', '2026-11-24'],
    ['2026-11-24T22:59:59Z', 'Europe/Berlin', '2026-11-24'],
    ['2026-11-24T23:00:00Z', 'Europe/Berlin', '2026-11-25'],
    ['2026-12-31T23:00:00Z', 'Europe/Berlin', '2027-01-01'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('at %s in %s is that of %s', (instant, timeZone, night) => {
    expect(nightOf(Temporal.Instant.from(instant), timeZone)).toBe(night);
  });
});

describe('the planning window', () => {
  it('is the night’s date and the four after it', () => {
    const window = planningWindow(aNight('2026-11-24'), 'Europe/Berlin');
    expect(window).toMatchObject({
      days: ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'],
      firstDay: '2026-11-24',
      endDay: '2026-11-29',
    });
    expect(window.startsAt.toString()).toBe('2026-11-23T23:00:00Z');
    expect(window.endsAt.toString()).toBe('2026-11-28T23:00:00Z');
  });

  it.each([
    ['2026-02-26', 'Europe/Berlin', '2026-03-02'],
    ['2028-02-26', 'Europe/Berlin', '2028-03-01'],
    ['2026-12-29', 'Europe/Berlin', '2027-01-02'],
  ])('from %s in %s ends with %s', (night, timeZone, lastDay) => {
    expect(planningWindow(aNight(night, timeZone), timeZone).days.at(-1)).toBe(lastDay);
  });

  it.each([
    ['2026-11-24', 'Europe/Berlin', 120, 'five days of 24 hours'],
    ['2026-03-29', 'Europe/Berlin', 119, 'a day of 23 hours first'],
    ['2026-03-25', 'Europe/Berlin', 119, 'a day of 23 hours last'],
    ['2026-03-24', 'Europe/Berlin', 120, 'a day of 23 hours just after'],
    ['2026-10-25', 'Europe/Berlin', 121, 'a day of 25 hours first'],
    ['2026-10-21', 'Europe/Berlin', 121, 'a day of 25 hours last'],
    ['2026-10-26', 'Europe/Berlin', 120, 'a day of 25 hours just before'],
    ['2026-04-05', 'Australia/Lord_Howe', 120.5, 'a day of 24 and a half hours'],
    ['2026-10-04', 'Australia/Lord_Howe', 119.5, 'a day of 23 and a half hours'],
    ['2011-12-28', 'Pacific/Apia', 96, 'a day that was left out'],
  ])('from %s in %s has %d hours: %s', (night, timeZone, hours) => {
    expect(hoursOf(night, timeZone)).toBe(hours);
  });

  it.each([
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2023-04-28', 'Africa/Cairo', '2023-04-27T22:00:00Z'],
    ['2022-03-27', 'Asia/Beirut', '2022-03-26T22:00:00Z'],
  ])('begins with the first moment there is, where %s in %s has no midnight', (night, timeZone, startsAt) => {
    const window = planningWindow(aNight(night, timeZone), timeZone);
    expect(window.startsAt.toString()).toBe(startsAt);
    expect(window.startsAt.toZonedDateTimeISO(timeZone).toPlainTime().toString()).toBe('01:00:00');
  });

  it('does not list a day that the zone left out, and still ends where it ends', () => {
    const window = planningWindow(aNight('2011-12-28', 'Pacific/Apia'), 'Pacific/Apia');
    expect(window.days).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
    expect(window.endDay).toBe('2012-01-02');
  });

  it('ends at the first moment after a day that the zone left out, where it would end there', () => {
    const window = planningWindow(aNight('2011-12-25', 'Pacific/Apia'), 'Pacific/Apia');
    expect(window.days).toHaveLength(WINDOW_DAYS);
    expect(window.endsAt.toString()).toBe('2011-12-30T10:00:00Z');
  });

  it('holds exactly the moments of its days, in every zone and at every season', () => {
    const dates = fc
      .record({ year: fc.integer({ min: 1975, max: 2037 }), day: fc.integer({ min: 0, max: 364 }) })
      .map(({ year, day }) => addDays(readLocalDate(`${year}-01-01`) ?? aNight('2026-01-01'), day));
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    // Node's own calendar is the oracle: it shares nothing with the polyfill but the zone's rules.
    const dateAt = (milliseconds: number, timeZone: string): string =>
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(milliseconds);
    fc.assert(
      fc.property(dates, zones, (date, timeZone) => {
        const night = readNight(date, timeZone);
        fc.pre(night !== undefined);
        const { days, startsAt, endsAt, endDay } = planningWindow(night, timeZone);
        expect([WINDOW_DAYS - 1, WINDOW_DAYS]).toContain(days.length);
        expect(dateAt(startsAt.epochMilliseconds, timeZone)).toBe(days[0]);
        expect(dateAt(startsAt.epochMilliseconds - 1, timeZone) < date).toBe(true);
        expect(dateAt(endsAt.epochMilliseconds - 1, timeZone)).toBe(days.at(-1));
        expect(dateAt(endsAt.epochMilliseconds, timeZone) >= endDay).toBe(true);
        expect(nightOf(startsAt, timeZone)).toBe(night);
      }),
      { numRuns: 300 },
    );
  });
});
