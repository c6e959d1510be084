import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DEFAULT_HOURS, due, dueAt, nextSlot, slotOf } from '../../../src/domain/schedule/slot.ts';
import { aNight } from '../../builders/night.ts';

const BERLIN = 'Europe/Berlin';
const HALF_PAST_TWO = 9_000;
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

describe('the slot of an organisation', () => {
  it('is always the same, and inside the nightly hours', () => {
    for (let n = 0; n < 1_000; n += 1) {
      const slot = slotOf(`organisation-${n}`, DEFAULT_HOURS);
      expect(slot).toBe(slotOf(`organisation-${n}`, DEFAULT_HOURS));
      expect(slot).toBeGreaterThanOrEqual(DEFAULT_HOURS.from);
      expect(slot).toBeLessThan(DEFAULT_HOURS.to);
    }
  });

  it('is spread evenly: of 24,000 organisations no ten minutes get twice their share', () => {
    const tenths = new Map<number, number>();
    for (let n = 0; n < 24_000; n += 1) {
      const tenth = Math.floor(slotOf(`org${n}`, DEFAULT_HOURS) / 600);
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    expect(tenths.size).toBe(24);
    expect(Math.max(...tenths.values())).toBeLessThan(2_000);
  });
});

describe('when a night is due', () => {
  it.each([
    ['in winter', '2026-11-25', '2026-11-25T01:30:00Z'],
    ['in the gap of March, after it', '2026-03-29', '2026-03-29T01:30:00Z'],
    ['in the overlap of October, the first time', '2026-10-25', '2026-10-25T00:30:00Z'],
  ])('%s', (_, night, instant) => {
    expect(dueAt(aNight(night), BERLIN, HALF_PAST_TWO).toString()).toBe(instant);
  });
});

describe('the next night', () => {
  it.each([
    ['tonight, before the slot', '2026-11-25T00:00:00Z', undefined, '2026-11-25'],
    ['tomorrow, at the slot', '2026-11-25T01:30:00Z', undefined, '2026-11-26'],
    ['after the last one claimed', '2026-11-25T00:00:00Z', '2026-11-26', '2026-11-27'],
  ])('is %s', (_, after, last, night) => {
    const lastClaimed = last === undefined ? undefined : aNight(last);
    expect(nextSlot(at(after), lastClaimed, BERLIN, HALF_PAST_TWO).night).toBe(night);
  });

  it('is never a date that the zone left out', () => {
    const next = nextSlot(at('2011-12-29T20:00:00Z'), undefined, 'Pacific/Apia', HALF_PAST_TWO);
    expect(next.night).toBe('2011-12-31');
  });
});

describe('what is due', () => {
  const lastWeek = at('2026-11-18T12:00:00Z');
  const dueIn = (now: string, last?: string, since = lastWeek) => {
    const { missed, next } = due(at(now), since, last === undefined ? undefined : aNight(last), BERLIN, HALF_PAST_TWO);
    return { missed, next: next.night };
  };

  it('is the coming night where all is well', () => {
    expect(dueIn('2026-11-25T00:00:00Z', '2026-11-24')).toEqual({ missed: [], next: '2026-11-25' });
  });

  it("is today's after a downtime over its slot, and what lies before is missed", () => {
    expect(dueIn('2026-11-25T12:00:00Z', '2026-11-22')).toEqual({
      missed: ['2026-11-23', '2026-11-24'],
      next: '2026-11-25',
    });
  });

  it('is nothing from before the backup was set up or resumed', () => {
    const since = at('2026-11-25T10:00:00Z');
    expect(dueIn('2026-11-25T12:00:00Z', undefined, since)).toEqual({ missed: [], next: '2026-11-26' });
  });

  it('looks sixty days back, and no further', () => {
    const { missed } = dueIn('2027-11-25T12:00:00Z', '2026-11-22');
    expect([missed.at(0), missed.at(-1)]).toEqual(['2027-09-27', '2027-11-24']);
  });
});
