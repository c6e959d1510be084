import { describe, expect, it } from 'vitest';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { laterNightInTheWay } from '../../../src/domain/backup-run/later-nights.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { claimed, failed, replaced, takenOver } from '../../builders/run.ts';

const here = aDestination();
const elsewhere = aDestination({ directory: '/elsewhere' });

const of = (night: string, ...events: readonly BackupRunEvent[]): readonly BackupRunEvent[] => [
  claimed({ night: aNight(night) }),
  ...events,
];
const FAILED = [failed('story-plan'), failed('event-plan'), { type: 'NightFailed', attempt: 1 }] as const;
const DELIVERED = [replaced('story-plan'), replaced('event-plan'), { type: 'NightDelivered', attempt: 1 }] as const;

const inTheWay = (nights: readonly (readonly BackupRunEvent[])[], older = false, destination = here) =>
  laterNightInTheWay(nights, { night: aNight('2026-11-24'), destination, older });

describe('in the way of a night', () => {
  it('is a later one that is at work at the same destination, also where an older one was asked for', () => {
    const nights = [of('2026-11-24'), of('2026-11-25')];
    expect(inTheWay(nights)).toBe('2026-11-25');
    expect(inTheWay(nights, true)).toBe('2026-11-25');
    expect(inTheWay(nights, false, elsewhere)).toBeUndefined();
  });

  it('is a later one that has put a file in place there, unless an older one was asked for', () => {
    const nights = [of('2026-11-25', ...DELIVERED), of('2026-11-24')];
    expect(inTheWay(nights)).toBe('2026-11-25');
    expect(inTheWay(nights, true)).toBeUndefined();
    expect(inTheWay(nights, false, elsewhere)).toBeUndefined();
  });

  it('is where it is at work now, and where it put a file in place before', () => {
    const moved = takenOver(2, { reason: 'settings-changed', destination: elsewhere });
    expect(inTheWay([of('2026-11-25', moved)])).toBeUndefined();
    expect(inTheWay([of('2026-11-25', moved)], false, elsewhere)).toBe('2026-11-25');
    expect(inTheWay([of('2026-11-25', replaced('story-plan'), moved)])).toBe('2026-11-25');
  });

  it('is the latest of several', () => {
    expect(inTheWay([of('2026-11-27', ...FAILED), of('2026-11-26'), of('2026-11-25')])).toBe('2026-11-26');
  });

  it('is none that failed, none that was missed, and neither itself nor an older one', () => {
    const missed = claimed({ night: aNight('2026-11-25') });
    const { reason: _, workerId: __, ...pin } = missed;
    const nights = [
      of('2026-11-26', ...FAILED),
      [{ ...pin, type: 'NightMissed', attempt: 0 } as const],
      of('2026-11-24', ...DELIVERED),
      of('2026-11-23'),
      [],
    ];
    expect(inTheWay(nights)).toBeUndefined();
  });
});
