import { CallFailed } from '../call-failed.ts';
import type { CliCommand } from '../command.ts';
import { masterKeyWarnings, warningDocument, warningLines } from '../warnings.ts';

/** Wraps all live secrets anew. */
export const rotateMasterKey: CliCommand = {
  name: 'rotate-master-key',
  required: [],
  optional: [],
  run: async (context) => {
    const { place, words, output } = context;
    if (!context.installation.hasState(place))
      throw new CallFailed(2, 'NothingThere', words.nothingThere(place.dataDirectory));
    const opened = await context.open({ plan: null });
    const secrets = await opened.backup.rotateMasterKey();
    const warnings = masterKeyWarnings(opened.masterKey());
    output.message(...warningLines(warnings, words));
    output.result({ outcome: 'rotated', secrets, warnings: warnings.map((w) => warningDocument(w, words)) }, [
      words.rotated(secrets),
    ]);
    return 0;
  },
};
