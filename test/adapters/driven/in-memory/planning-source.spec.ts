import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { InMemoryPlanningSource } from '../../../../src/adapters/driven/in-memory/planning-source.ts';
import { PlanUnavailable } from '../../../../src/application/ports/planning-source.ts';
import { planningSourceContract } from '../../../contracts/planning-source.contract.ts';

planningSourceContract('in memory', async () => {
  const source = new InMemoryPlanningSource();
  return {
    source,
    publish: async (organisationId, plan, collectedAt) => {
      const collectionId = createHash('sha256').update(JSON.stringify(plan)).digest('hex');
      source.set(organisationId, { collectionId, collectedAt, plan });
    },
    close: async () => undefined,
  };
});

it('rejects with the error that a test gave it', async () => {
  const source = new InMemoryPlanningSource();
  const cutShort = new PlanUnavailable('unreadable', 'cut short');
  source.set('elbkurier', cutShort);
  await expect(source.collect('elbkurier')).rejects.toBe(cutShort);
});
