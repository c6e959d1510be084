import { describe, expect, it } from 'vitest';
import { nightStory } from '../../../src/domain/history/nights.ts';
import { attemptEvents, recordsFrom } from '../../builders/night-records.ts';
import { aPin, claimed, failed, repeated, replaced, takenOver } from '../../builders/run.ts';

const START = '2026-11-24T01:00:00Z';

describe('the attempts at a night', () => {
  it.each(['delivered', 'half-delivered', 'failed', 'paused', 'removed'] as const)('end as recorded: %s', (end) => {
    const { attempts } = nightStory(recordsFrom(START, claimed(), ...attemptEvents(end)));
    expect(attempts).toMatchObject([{ attempt: 1, reason: 'scheduled', startedAt: START, end }]);
    expect(attempts[0]?.endedAt).not.toBeNull();
  });

  it('have each their beginning, collection, files and end', () => {
    const story = nightStory(
      recordsFrom(
        START,
        claimed(),
        ...attemptEvents('failed'),
        repeated(2, { reason: 'retry' }),
        {
          ...{ type: 'PlanCollected', attempt: 2, collectionId: 'c-2', collectedAt: '2026-11-24T01:00:03Z' },
          ...{ stories: 1, events: 1, needsALook: 0 },
        },
        ...attemptEvents('delivered', 2),
      ),
    );
    expect(story.attempts).toMatchObject([
      { attempt: 1, collectedAt: null, end: 'failed', endedAt: '2026-11-24T01:00:03Z' },
      { attempt: 2, reason: 'retry', startedAt: '2026-11-24T01:00:04Z', collectedAt: '2026-11-24T01:00:03Z' },
    ]);
    expect(story.attempts[0]?.files.map(({ type, file }) => `${type} ${file}`)).toEqual([
      'FileFailed story-plan',
      'FileFailed event-plan',
    ]);
    expect(story.deliveredAt).toBe('2026-11-24T01:00:08Z');
  });

  it('that were overtaken say so, and ended when that was recorded', () => {
    const { attempts } = nightStory(recordsFrom(START, claimed(), takenOver(2)));
    expect(attempts).toMatchObject([
      { attempt: 1, end: 'overtaken', endedAt: '2026-11-24T01:00:01Z' },
      { attempt: 2, reason: 'lease-lost', end: null, endedAt: null },
    ]);
  });

  it('have the story plan first, and of each file its last outcome', () => {
    const [attempt] = nightStory(
      recordsFrom(START, claimed(), replaced('event-plan'), failed('story-plan'), replaced('story-plan')),
    ).attempts;
    expect(attempt?.files.map(({ type, file }) => `${type} ${file}`)).toEqual([
      'FileReplaced story-plan',
      'FileReplaced event-plan',
    ]);
  });

  it('are none in a night that was missed, and begin when it is run by hand', () => {
    const missed = { type: 'NightMissed', attempt: 0, night: claimed().night, ...aPin() } as const;
    expect(nightStory(recordsFrom(START, missed)).attempts).toEqual([]);
    const story = nightStory(recordsFrom(START, missed, repeated(1), ...attemptEvents('delivered')));
    expect(story).toMatchObject({
      night: '2026-11-24',
      attempts: [{ attempt: 1, reason: 'manual', end: 'delivered' }],
    });
  });

  it('leave the moment of the first delivery as it was, when the night is repeated', () => {
    const again = [repeated(2), replaced('story-plan', 2), replaced('event-plan', 2)];
    const story = nightStory(
      recordsFrom(START, claimed(), ...attemptEvents('delivered'), ...again, {
        type: 'NightDeliveredAgain',
        attempt: 2,
      }),
    );
    expect(story.deliveredAt).toBe('2026-11-24T01:00:03Z');
    expect(story.attempts[1]).toMatchObject({ end: 'delivered', endedAt: '2026-11-24T01:00:07Z' });
  });
});
