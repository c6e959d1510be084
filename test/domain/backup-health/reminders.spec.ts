import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { reminderDate, reminderDueAt } from '../../../src/domain/backup-health/reminders.ts';
import type { FailingBackup } from '../../../src/domain/backup-health/state.ts';
import { aNight } from '../../builders/night.ts';

const failing = (toldOf: string, reminded: FailingBackup['reminded'] = null): FailingBackup => ({
  ...{ status: 'failing', since: aNight(toldOf), toldOf: aNight(toldOf), night: aNight(toldOf) },
  ...{ trouble: { kind: 'missed' }, reminded, told: [] },
});

it.each([
  ['2026-11-25', null, 'Europe/Berlin', '2026-11-28T05:00:00Z'],
  ['2026-11-25', 3, 'Europe/Berlin', '2026-12-02T05:00:00Z'],
  ['2026-11-25', 7, 'Europe/Berlin', undefined],
  // Over both changes of the clock it is six in the morning.
  ['2026-03-26', null, 'Europe/Berlin', '2026-03-29T04:00:00Z'],
  ['2026-10-22', null, 'Europe/Berlin', '2026-10-25T05:00:00Z'],
  ['2026-11-25', null, 'Pacific/Auckland', '2026-11-27T17:00:00Z'],
] as const)('a reminder of the night of %s after %s in %s is due at %s', (toldOf, reminded, zone, due) => {
  expect(reminderDueAt(failing(toldOf, reminded), zone)?.toString()).toBe(due);
});

it.each([
  ['2026-11-28T04:59:59Z', '2026-11-27'],
  ['2026-11-28T05:00:00Z', '2026-11-28'],
  ['2026-11-28T22:59:59Z', '2026-11-28'],
])('at %s reminders are counted to %s', (now, date) => {
  expect(reminderDate(Temporal.Instant.from(now), 'Europe/Berlin')).toBe(date);
});
