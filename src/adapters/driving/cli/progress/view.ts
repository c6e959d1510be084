import type { Output, OutputStream } from '../output.ts';
import type { Words } from '../wording/words.ts';
import { LineView } from './line-view.ts';
import type { ProgressView } from './progress-telemetry.ts';

/** Bars on a terminal that can move its cursor, lines everywhere else. */
export const progressView = async (
  stream: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
  words: Words,
  output: Output,
): Promise<ProgressView> => {
  if (stream.isTTY !== true || env.TERM === 'dumb') return new LineView(output);
  const { ListView } = await import('./list-view.ts');
  return new ListView(stream as NodeJS.WriteStream, words);
};
