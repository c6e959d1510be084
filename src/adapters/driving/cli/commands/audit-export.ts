import { bundleLines } from '../../../shared/evidence/bundle.ts';
import { CallFailed } from '../call-failed.ts';
import type { CliCommand } from '../command.ts';
import { writeOutputFile } from '../output-file.ts';

/** Writes the evidence bundle of one organisation. Of an altered history too, for the verifier to say where. */
export const auditExport: CliCommand = {
  name: 'audit export',
  required: ['organisation', 'output'],
  optional: [],
  run: async (context, { organisation: id = '', output: file = '' }) => {
    const { installation, place, words, output } = context;
    const opened = installation.hasState(place) ? await context.open({ plan: null, use: 'reading' }) : undefined;
    const evidence = await opened?.backup.evidence.of(id);
    if (evidence === undefined)
      throw new CallFailed(2, 'OrganisationUnknown', words.organisationUnknown(id, place.dataDirectory));
    let events = 0;
    const counted = (async function* () {
      for await (const event of evidence.events) {
        events += 1;
        yield event;
      }
    })();
    await writeOutputFile(file, bundleLines({ ...evidence, events: counted }), words);
    const checkpoints = evidence.notes.length;
    const document = { organisation: id, file, events, checkpoints };
    const lines = [words.audit.exported(file, events, checkpoints)];
    if (evidence.altered !== null)
      throw new CallFailed(3, 'AlteredHistory', words.audit.exportedAltered(evidence.altered), { document, lines });
    output.result({ ...document, outcome: 'exported' }, lines);
    return 0;
  },
};
