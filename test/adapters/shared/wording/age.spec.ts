import { expect, test } from 'vitest';
import { ageSaid } from '../../../../src/adapters/shared/wording/freshness.ts';

const NOW = '2026-11-25T12:00:00Z';

test.each([
  ['2026-11-25T12:00:00Z', 'this minute'],
  ['2026-11-25T11:20:00Z', '40 minutes ago'],
  ['2026-11-25T09:00:00Z', '3 hours ago'],
  ['2026-11-23T13:00:00Z', '47 hours ago'],
  ['2026-11-23T12:00:00Z', '2 days ago'],
  // 48 days and a half, and 49 days by the calendar: a mail says 49 as well.
  ['2026-10-07T22:30:00Z', '48 days ago'],
  ['2026-10-07T21:30:00Z', '49 days ago'],
])('what is of %s is %s', (instant, said) => {
  expect(ageSaid(instant, NOW, 'Europe/Berlin', 'en')).toBe(said);
});

test('two days by the clock that are one by the calendar stay hours', () => {
  expect(ageSaid('2026-11-23T23:10:00Z', '2026-11-25T22:50:00Z', 'Europe/Berlin', 'de')).toBe('vor 48 Stunden');
});
