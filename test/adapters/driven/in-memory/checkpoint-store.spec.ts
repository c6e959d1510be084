import { InMemoryCheckpointStore } from '../../../../src/adapters/driven/in-memory/checkpoint-store.ts';
import { checkpointStoreContract } from '../../../contracts/checkpoint-store.contract.ts';

checkpointStoreContract('in memory', async () => ({
  checkpoints: new InMemoryCheckpointStore(),
  close: async () => undefined,
}));
