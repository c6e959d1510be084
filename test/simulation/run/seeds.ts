import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Outcome } from '../simulate.ts';
import type { Build } from './build.ts';
import type { Part } from './part.ts';

/** Room for young objects, in megabytes: a simulation makes many, and keeps few. */
const YOUNG = '--max-semi-space-size=64';

/** What a process that crashed in a simulation waited for is never let go: a process of ours is left after so many. */
export const IN_ONE_PROCESS = 10;

/** Runs a part of the seeds in a process of its own, until the signal aborts. Rejects if that fails. */
export const runPart = (
  build: Build,
  part: Part,
  told: (outcome: Outcome) => void,
  signal?: AbortSignal,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const program = join(build.folder, 'test/simulation/run/part.js');
    const child = spawn(process.execPath, [YOUNG, program, JSON.stringify(part)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(signal === undefined ? {} : { signal }),
    });
    createInterface(child.stdout).on('line', (line) => told(JSON.parse(line) as Outcome));
    child.on('error', (error) => {
      if (signal?.aborted !== true) reject(error);
    });
    child.on('close', (code) => {
      if (code === 0 || signal?.aborted === true) resolve();
      else reject(new Error(`a simulation ended with ${code}`));
    });
  });

/** All seeds from one on, spread over so many processes; in the order of the seeds. What is done when the signal aborts. */
export const runSeeds = async (
  build: Build,
  { shape, from, seeds, processes }: { shape: Part['shape']; from: number; seeds: number; processes: number },
  told: (outcome: Outcome) => void,
  signal: AbortSignal,
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  const end = from + seeds;
  let next = from;
  const work = async (): Promise<void> => {
    while (next < end && !signal.aborted) {
      const first = next;
      next = Math.min(first + IN_ONE_PROCESS, end);
      const part = { shape, from: first, to: next - 1, untilBroken: false };
      await runPart(
        build,
        part,
        (outcome) => {
          outcomes.push(outcome);
          told(outcome);
        },
        signal,
      );
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return outcomes.sort((a, b) => a.seed - b.seed);
};
