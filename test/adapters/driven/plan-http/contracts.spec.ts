import { HttpPlanningSource } from '../../../../src/adapters/driven/plan-http/http-planning-source.ts';
import { planningSourceContract } from '../../../contracts/planning-source.contract.ts';
import { planServer, TOKEN } from './plan-server.ts';

planningSourceContract('a web service', async () => {
  const server = await planServer();
  return {
    source: new HttpPlanningSource({
      firstPage: (id) => new URL(`/plans/${encodeURIComponent(id)}`, server.origin),
      token: () => TOKEN,
      clock: { pass: () => Promise.resolve() },
    }),
    publish: async (id, plan, collectedAt) => server.publish(id, plan, collectedAt),
    close: server.close,
  };
});
