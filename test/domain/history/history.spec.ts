import { describe, expect, it } from 'vitest';
import { type ConfigurationRecord, changesOf } from '../../../src/domain/history/history.ts';
import { aConfiguration } from '../../builders/configuration.ts';

const history = aConfiguration().withDirectory('/elsewhere');

/** As the log keeps it: the set-up of three events by Anna, the change of two by Ben. */
const records: readonly ConfigurationRecord[] = history.events.map((event, index) => ({
  version: index + 1,
  changeId: index < 3 ? 'change-1' : 'change-4',
  actorId: index < 3 ? 'anna' : 'ben',
  requestId: index < 3 ? null : 'request-7',
  occurredAt: index < 3 ? '2026-11-24T09:00:00Z' : '2026-11-25T09:00:00Z',
  event,
}));

describe('the history of a configuration', () => {
  it('has one entry a change, oldest first, with who, when, what, and who was to be told', () => {
    expect(changesOf(records)).toEqual([
      {
        changeId: 'change-1',
        actorId: 'anna',
        requestId: null,
        occurredAt: '2026-11-24T09:00:00Z',
        version: 3,
        facts: history.events.slice(0, 2),
        recipientIds: ['ben', 'carla'],
      },
      {
        changeId: 'change-4',
        actorId: 'ben',
        requestId: 'request-7',
        occurredAt: '2026-11-25T09:00:00Z',
        version: 5,
        facts: history.events.slice(3, 4),
        recipientIds: ['ben', 'carla'],
      },
    ]);
  });

  it('is empty where nothing happened', () => {
    expect(changesOf([])).toEqual([]);
  });

  it('knows nobody to be told before it was recorded who is', () => {
    expect(changesOf(records.slice(0, 2))).toMatchObject([{ version: 2, recipientIds: [] }]);
  });
});
