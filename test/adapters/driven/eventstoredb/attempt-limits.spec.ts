import { EventStoreAttemptLimits } from '../../../../src/adapters/driven/eventstoredb/attempt-limits.ts';
import { attemptLimitsContract } from '../../../contracts/attempt-limits.contract.ts';
import { SERVER_NAME, servers } from './cluster.ts';

attemptLimitsContract(SERVER_NAME, async () => {
  const { begin, close } = servers();
  const open = await begin();
  return { limits: new EventStoreAttemptLimits(open()), second: new EventStoreAttemptLimits(open()), close };
});
