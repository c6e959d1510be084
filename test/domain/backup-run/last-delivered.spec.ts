import { describe, expect, it } from 'vitest';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { lastDeliveredAt } from '../../../src/domain/backup-run/last-delivered.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { claimed, failed, replaced, takenOver } from '../../builders/run.ts';

const here = aDestination();
const elsewhere = aDestination({ directory: '/elsewhere' });
const night = (date: string, ...rest: readonly BackupRunEvent[]): readonly BackupRunEvent[] => [
  claimed({ night: aNight(date) }),
  ...rest,
];
const story = replaced('story-plan');

describe('the last night that was delivered at a destination', () => {
  it('is the latest by its date, in whatever order they are read', () => {
    const nights = [night('2026-11-23', story), night('2026-11-25', story), night('2026-11-24', story)];
    expect(lastDeliveredAt(nights, here)).toBe('2026-11-25');
  });

  it('counts where even one file was put in place', () => {
    expect(lastDeliveredAt([night('2026-11-24', story, failed('event-plan'))], here)).toBe('2026-11-24');
  });

  it('does not count where none was', () => {
    const nights = [night('2026-11-24'), night('2026-11-25', failed('story-plan'), failed('event-plan')), []];
    expect(lastDeliveredAt(nights, here)).toBeUndefined();
    expect(lastDeliveredAt([], here)).toBeUndefined();
  });

  it('is a matter of where the attempt that put it in place delivered to', () => {
    const moved = takenOver(2, { reason: 'settings-changed', destination: elsewhere });
    const before = night('2026-11-24', story, moved);
    const after = night('2026-11-25', moved, replaced('story-plan', 2));
    expect(lastDeliveredAt([before, after], here)).toBe('2026-11-24');
    expect(lastDeliveredAt([before, after], elsewhere)).toBe('2026-11-25');
  });
});
