import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, readLocalDate, readLocalTime } from '../../../src/domain/schedule/local-date.ts';

describe('a local date', () => {
  it.each(['2026-11-24', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(readLocalDate(text)).toBe(text);
  });

  it.each([
    '',
    '2026-02-30',
    '2026-04-31',
    '1900-02-29',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20261124',
    '+002026-11-24',
    '2026-11-24Z',
    '2026-11-24T00:00',
    '2026-11-24[u-ca=hebrew]',
    'x2026-11-24',
    '2026-11-24\n',
    '２０２６-11-24',
  ])('%j is none', (text) => {
    expect(readLocalDate(text)).toBeUndefined();
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('%s and %d days is %s', (date, days, sum) => {
    expect(addDays(date as LocalDate, days)).toBe(sum);
  });
});

describe('a local time', () => {
  it.each(['00:00', '09:30', '19:59', '20:00', '23:59', '00:00:00', '23:59:59'])('%s is one', (text) => {
    expect(readLocalTime(text)).toBe(text);
  });

  it.each(['', '24:00', '29:00', '9:30', '12:60', '12:00:60', '12:00:5', '12:00Z', ' 12:00', '12:00\n', '12', '1200'])(
    '%j is none',
    (text) => {
      expect(readLocalTime(text)).toBeUndefined();
    },
  );
});
