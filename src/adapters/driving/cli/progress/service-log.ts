import type { Telemetry } from '../../../../application/ports/telemetry.ts';
import type { CallContext } from '../command.ts';
import type { GivenOptions } from '../options.ts';
import { oneOf } from '../reading-options.ts';
import { WorkerTelemetry } from './worker-telemetry.ts';

/**
 * Where a service that runs for long says what happens: as lines for people, or as one line of JSON each, together
 * with all else that the call has to say. Unless it is said, a terminal gets the one, and a file or a pipe the other.
 */
export const serviceLog = async (context: CallContext, { log }: GivenOptions): Promise<Telemetry> => {
  const { output, words, stderr, installation } = context;
  const form = oneOf('--log', ['json', 'text'], log, words) ?? (stderr.isTTY === true ? 'text' : 'json');
  if (form === 'text') return new WorkerTelemetry(output, words);
  const json = await installation.jsonLog((line) => void stderr.write(line));
  output.messagesGoTo((line, level) => json.said(line, level));
  return json;
};
