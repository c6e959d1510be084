import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateSerial, timeSerial } from '../../../../src/adapters/driven/exceljs/serial.ts';
import { ZoneClock } from '../../../../src/adapters/driven/exceljs/zone-clock.ts';
import type { LocalDate } from '../../../../src/domain/schedule/local-date.ts';
import { at } from '../../../builders/plan.ts';

/** Days since 1899-12-30, to the second, as Temporal counts them. */
const byTemporal = (instant: Temporal.Instant, timeZone: string): number => {
  const local = instant.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return Math.floor(Temporal.PlainDateTime.from('1899-12-30').until(local).total('seconds')) / 86_400;
};

describe('a spreadsheet counts', () => {
  it('days', () => {
    expect(dateSerial(at('2026-11-25').date)).toBe(46_351);
    expect(dateSerial(at('1900-03-01').date)).toBe(61);
    expect(dateSerial(undefined)).toBeNull();
  });

  it('no date that it would take for another: it stays a text', () => {
    expect(dateSerial(at('1900-02-28').date)).toBe('1900-02-28');
    expect(dateSerial('0001-01-01' as LocalDate)).toBe('0001-01-01');
  });

  it('times as parts of a day', () => {
    expect(timeSerial(at('2026-11-25', '18:00').time)).toBe(0.75);
    expect(timeSerial(at('2026-11-25', '00:00').time)).toBe(0);
    expect(timeSerial(at('2026-11-25', '23:59:59').time)).toBe(86_399 / 86_400);
  });
});

describe('the clock of a zone', () => {
  it('gives local date and time, on the days of summer time too', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    const near = fc
      .integer({ min: -7200, max: 7200 })
      .map((seconds) => new Date(Date.parse('2026-10-25T01:00:00Z') + seconds * 1000));
    fc.assert(
      fc.property(zones, fc.oneof(instants, near), (zone, date) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime());
        expect(new ZoneClock(zone).serial(instant.toString())).toBe(byTemporal(instant, zone));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['2026-11-20T09:00:00+01:00', byTemporal(Temporal.Instant.from('2026-11-20T08:00:00Z'), 'Europe/Berlin')],
    ['2026-11-20T09:00Z', byTemporal(Temporal.Instant.from('2026-11-20T09:00:00Z'), 'Europe/Berlin')],
    ['gestern', 'gestern'],
    ['2026-02-30T09:00:00Z', '2026-02-30T09:00:00Z'],
    ['1850-01-01T00:00:00Z', '1850-01-01T00:53:28'],
    [undefined, null],
  ])('makes of %j: %j', (text, cell) => {
    expect(new ZoneClock('Europe/Berlin').serial(text)).toBe(cell);
  });
});
