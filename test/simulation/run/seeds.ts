import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Outcome } from '../simulate.ts';
import type { Build } from './build.ts';
import type { Part } from './part.ts';

/** Room for young objects, in megabytes: a simulation makes many, and keeps few. */
const YOUNG = '--max-semi-space-size=64';

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
    });
    createInterface(child.stdout).on('line', (line) => told(JSON.parse(line) as Outcome));
    signal?.addEventListener('abort', () => child.kill());
    child.on('error', reject);
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
  const to = from + seeds - 1;
  const parts = Array.from({ length: Math.min(processes, seeds) }, (_, index) =>
    runPart(
      build,
      { shape, from: from + index, to, step: processes, untilBroken: false },
      (outcome) => {
        outcomes.push(outcome);
        told(outcome);
      },
      signal,
    ),
  );
  await Promise.all(parts);
  return outcomes.sort((a, b) => a.seed - b.seed);
};
