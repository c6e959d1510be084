import { describe, expect, it } from 'vitest';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { nightStory } from '../../../src/domain/history/nights.ts';
import { aRun, claimed, failed } from '../../builders/run.ts';

const recorded = (...events: readonly BackupRunEvent[]) =>
  events.map((event, index) => ({ occurredAt: `2026-11-24T01:00:0${index}Z`, event }));

describe('the story of a night', () => {
  it('has its date, its state, its beginning and the last thing that was recorded', () => {
    const events = [claimed(), failed('story-plan'), failed('event-plan')];
    expect(nightStory(recorded(...events))).toEqual({
      night: '2026-11-24',
      state: aRun(...events),
      attempts: [
        {
          ...{ attempt: 1, reason: 'scheduled', destination: claimed().destination, configurationVersion: 3 },
          ...{ startedAt: '2026-11-24T01:00:00Z', collectedAt: null, files: events.slice(1), end: null, endedAt: null },
        },
      ],
      startedAt: '2026-11-24T01:00:00Z',
      deliveredAt: null,
      lastRecordedAt: '2026-11-24T01:00:02Z',
    });
  });

  it('begins with its claim', () => {
    expect(() => nightStory([])).toThrow('A night begins with its claim');
  });
});
