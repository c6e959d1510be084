import { scale } from './worker/scale.ts';
import { throughput } from './worker/throughput.ts';

/** `scale`: many organisations on a simulated clock. `throughput`: nights at real servers against a bare script, at the servers named. */
export const bench = async (args: readonly string[]): Promise<void> => {
  if (args[0] !== 'throughput') scale();
  if (args[0] !== 'scale') await throughput(args.slice(1));
};
