import { InMemoryAttemptLimits } from '../../../../src/adapters/driven/in-memory/attempt-limits.ts';
import { attemptLimitsContract } from '../../../contracts/attempt-limits.contract.ts';

attemptLimitsContract('in memory', async () => {
  const limits = new InMemoryAttemptLimits();
  return { limits, second: limits, close: async () => undefined };
});
