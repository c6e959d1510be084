import { EventStoreCheckpointStore } from '../../../../src/adapters/driven/eventstoredb/checkpoint-store.ts';
import { checkpointStoreContract } from '../../../contracts/checkpoint-store.contract.ts';
import { SERVER_NAME, servers } from './cluster.ts';

checkpointStoreContract(SERVER_NAME, async () => {
  const { begin, close } = servers();
  const open = await begin();
  return { checkpoints: new EventStoreCheckpointStore(open()), close };
});
