import { expect, it } from 'vitest';
import { noticesOwedFor } from '../../../src/domain/notification-policy/policy.ts';
import { aConfiguration } from '../../builders/configuration.ts';
import { failing, recovered, reminded, told } from '../../builders/health.ts';

it('every other administrator is told of a change, once, by the fact that ends it', () => {
  const events = aConfiguration().withDirectory('/elsewhere').paused().events;
  const owed = (changeId: string) => ['ben', 'carla'].map((recipientId) => ({ changeId, recipientId }));
  expect(events.flatMap(noticesOwedFor)).toEqual([...owed('change-1'), ...owed('change-4'), ...owed('change-6')]);
});

it('nobody is told where nobody else is', () => {
  expect(
    aConfiguration({ administratorIds: ['anna'], formerAdministratorIds: [] }).events.flatMap(noticesOwedFor),
  ).toEqual([]);
});

it('every administrator is told when the backup fails and when it works again, by the fact that ends it', () => {
  const owed = ['anna', 'ben'].map((recipientId) => ({ changeId: 'change-1', recipientId }));
  expect([failing(2), told()].flatMap(noticesOwedFor)).toEqual(owed);
  expect([failing(2), recovered(2, 3), told()].flatMap(noticesOwedFor)).toEqual(owed);
  expect([failing(2), reminded(2, 5, 3)].flatMap(noticesOwedFor)).toEqual([]);
});
