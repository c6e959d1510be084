import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../../../src/domain/schedule/time-zone.ts';

describe('a time zone', () => {
  it.each([
    'Europe/Berlin',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Etc/GMT+12',
    'UTC',
  ])('%s is one', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each([
    '',
    'Europe/Atlantis',
    '+01:00',
    '-03',
    'Z',
    '2026-11-24T00:00[Europe/Berlin]',
    'Europe/Berlin ',
    ' Europe/Berlin',
    'Europe/Berlin\n',
    '../etc/passwd',
    '1Europe',
  ])('%j is none', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it('every one that Node knows is one', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !isTimeZone(name))).toEqual([]);
  });
});
