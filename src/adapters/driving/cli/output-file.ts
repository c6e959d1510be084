import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemCodeOf } from '../../shared/own-files/system-code.ts';
import { CallFailed } from './call-failed.ts';
import type { Words } from './wording/words.ts';

const OWNER_ONLY = 0o600;

/** Writes a result to a file of its owner's, piece by piece; the file is there when it is whole, and replaces an old one. */
export const writeOutputFile = async (
  file: string,
  pieces: AsyncIterable<string> | Iterable<string | Uint8Array>,
  words: Words,
): Promise<void> => {
  const part = `${file}.part`;
  const stream = createWriteStream(part, { mode: OWNER_ONLY });
  let failure: unknown;
  // What the pieces come from may fail too, and in its own words.
  const source = Readable.from(
    (async function* () {
      try {
        yield* pieces;
      } catch (error) {
        failure = error;
        throw error;
      }
    })(),
  );
  try {
    await pipeline(source, stream);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    if (failure !== undefined) throw failure;
    throw new CallFailed(1, 'OutputUnusable', words.audit.outputUnusable(file, systemCodeOf(error) ?? 'unknown'));
  }
};
