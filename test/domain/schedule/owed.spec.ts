import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { owedNights, settledBy } from '../../../src/domain/schedule/owed.ts';
import { DEFAULT_HOURS } from '../../../src/domain/schedule/slot.ts';
import { aNight } from '../../builders/night.ts';

const HALF_PAST_TWO = 9_000;
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

describe('a night has to be over', () => {
  it.each([
    ['half an hour after the nightly hours', '2026-11-25', 'Europe/Berlin', '2026-11-25T04:30:00Z'],
    ['by the clock of summer on the day it is set forward', '2026-03-29', 'Europe/Berlin', '2026-03-29T03:30:00Z'],
    ['by the clock of winter on the day it is set back', '2026-10-25', 'Europe/Berlin', '2026-10-25T04:30:00Z'],
    ['in New York, on its own day of change', '2026-11-01', 'America/New_York', '2026-11-01T10:30:00Z'],
    ['in Kathmandu', '2026-11-25', 'Asia/Kathmandu', '2026-11-24T23:45:00Z'],
  ])('%s', (_, night, zone, instant) => {
    expect(settledBy(aNight(night, zone), zone, DEFAULT_HOURS).toString()).toBe(instant);
  });

  it('in the day after, where the hours end with the day', () => {
    const by = settledBy(aNight('2026-11-25'), 'Europe/Berlin', { from: 79_200, to: 86_400 });
    expect(by.toString()).toBe('2026-11-25T23:30:00Z');
  });
});

describe('the nights that have to be over', () => {
  const owed = (now: string, since: string, timeZone = 'Europe/Berlin') =>
    [...owedNights(at(now), at(since), { timeZone, hours: DEFAULT_HOURS, slot: HALF_PAST_TWO })].map(
      ({ night }) => night,
    );

  it.each([
    ['are those since the set-up, latest first', '2026-11-25T12:00:00Z', '2026-11-23T12:00:00Z', ['25', '24']],
    ['hold tonight from the moment on that ends its time', '2026-11-25T04:30:00Z', '2026-11-24T12:00:00Z', ['25']],
    ['do not hold tonight a moment before', '2026-11-25T04:29:59.999Z', '2026-11-24T12:00:00Z', []],
    ['hold no night whose slot came before', '2026-11-25T12:00:00Z', '2026-11-25T01:30:00Z', []],
    ['hold a night whose slot came right after', '2026-11-25T12:00:00Z', '2026-11-25T01:29:59Z', ['25']],
  ])('%s', (_, now, since, days) => {
    expect(owed(now, since)).toEqual(days.map((day) => `2026-11-${day}`));
  });

  it('hold no date that the zone left out', () => {
    expect(owed('2011-12-31T12:00:00Z', '2011-12-28T00:00:00Z', 'Pacific/Apia')).toEqual([
      ...['2011-12-31', '2011-12-29', '2011-12-28'],
    ]);
  });

  it('go sixty days back, as the worker does', () => {
    const nights = owed('2026-11-25T12:00:00Z', '2026-01-01T00:00:00Z');
    expect([nights.length, nights.at(-1)]).toEqual([61, '2026-09-26']);
  });
});
