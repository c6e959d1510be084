import { Temporal } from 'temporal-polyfill';
import { CallFailed } from '../call-failed.ts';
import type { CallContext, CliCommand } from '../command.ts';
import type { GivenOptions } from '../options.ts';
import { plansFolder } from '../plans-folder.ts';
import { serviceLog } from '../progress/service-log.ts';
import { allowedNetworks } from '../reading-options.ts';
import { heartbeatUrlIn, portIn, portProblem } from '../service-options.ts';

/** The nightly service over all organisations of a folder, until it is interrupted or an instant has come. */
export const worker: CliCommand = {
  name: 'worker',
  required: ['plans'],
  optional: ['until', 'allowNetwork', 'log', 'healthPort'],
  run: async (context, options) => {
    const { installation, place, output, words, env } = context;
    const telemetry = await serviceLog(context, options);
    const until = untilOf(options, context);
    const { healthPort } = options;
    const workOptions = {
      ...place,
      plan: plansFolder(options, words),
      until,
      allowedNetworks: allowedNetworks(options.allowNetwork, env, words),
      telemetry,
      healthPort: healthPort === undefined ? null : portIn(healthPort, '--health-port', words),
      heartbeatUrl: heartbeatUrlIn(env),
    };
    const working = await installation.work(workOptions).catch(portProblem(context, '--health-port'));
    // What is under way has its time to end, and is recorded before the store is closed.
    context.atEnd(() => working.close());
    output.message(words.worker.working(until?.toString() ?? null));
    const moved = await working.ended;
    if (moved !== undefined) throw moved;
    return 0;
  },
};

const untilOf = ({ until }: GivenOptions, { words, installation }: CallContext): Temporal.Instant | null => {
  if (until === undefined) return null;
  const instant = instantOf(until);
  if (instant === undefined) throw new CallFailed(2, 'InstantMalformed', words.worker.untilMalformed);
  if (Temporal.Instant.compare(instant, installation.now()) > 0) return instant;
  throw new CallFailed(2, 'InstantOver', words.worker.untilOver);
};

const instantOf = (text: string): Temporal.Instant | undefined => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
};
