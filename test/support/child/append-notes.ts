import { FileCheckpointSink } from '../../../src/adapters/driven/checkpoint-file/checkpoint-file.ts';
import { aNote } from '../../contracts/checkpoint-sink.contract.ts';

/** `node --import tsx append-notes.ts FOLDER COUNT`: appends so many notes behind whatever others append meanwhile. */
const [folder = '', count = ''] = process.argv.slice(2);
const sink = new FileCheckpointSink(folder);
for (let appended = 0; appended < Number(count); ) {
  const notes = await sink.read('abendblatt');
  const outcome = await sink.append('abendblatt', notes.at(-1) ?? null, aNote(notes.length + 1));
  if (outcome === 'appended') appended += 1;
}
