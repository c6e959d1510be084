import { InMemoryCheckpointSink } from '../../../../src/adapters/driven/in-memory/checkpoint-sink.ts';
import { checkpointSinkContract } from '../../../contracts/checkpoint-sink.contract.ts';

checkpointSinkContract('in memory', async () => ({
  sink: new InMemoryCheckpointSink(),
  close: async () => undefined,
}));
