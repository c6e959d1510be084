import { CallFailed } from '../call-failed.ts';
import type { CliCommand } from '../command.ts';

/** Hands the signing of checkpoints over to a new key, in the record of each organisation. */
export const rotateAuditKey: CliCommand = {
  name: 'rotate-audit-key',
  required: [],
  optional: [],
  run: async (context) => {
    const { place, words, output } = context;
    if (!context.installation.hasState(place))
      throw new CallFailed(2, 'NothingThere', words.nothingThere(place.dataDirectory));
    const { backup } = await context.open({ plan: null });
    await backup.rotateAuditKey();
    output.result({ outcome: 'rotated' }, [words.audit.rotated]);
    return 0;
  },
};
