import type { Outcome, Shape } from '../simulate.ts';
import { BUGS, type Bug } from '../teeth/bugs.ts';
import type { Build } from './build.ts';
import { IN_ONE_PROCESS, runPart } from './seeds.ts';

/** What became of one planted mistake. */
export interface Bite {
  readonly name: string;
  readonly isCaught: boolean;
  /** How many it took, from seed 1 on. */
  readonly seeds: number;
  readonly law: string | null;
  readonly detail: string | null;
}

/** A mistake that no law finds in so many seeds is not found. */
const MOST_SEEDS = 500;

/** Plants one mistake. Undefined if the signal aborts before it is known what became of it. */
export const bite = async (build: Build, bug: Bug, shape: Shape, signal?: AbortSignal): Promise<Bite | undefined> => {
  const mistaken = await build.edited(bug.edits);
  try {
    let last: Outcome | undefined;
    for (let from = 1; from <= MOST_SEEDS && last?.broken === undefined; from += IN_ONE_PROCESS) {
      const part = { shape, from, to: from + IN_ONE_PROCESS - 1, untilBroken: true };
      const told = (outcome: Outcome): void => {
        last = outcome;
      };
      await runPart(mistaken, part, told, signal);
      if (last?.broken === undefined && signal?.aborted === true) return undefined;
    }
    const { seed = 0, broken } = last ?? {};
    const isCaught = broken !== undefined;
    return { name: bug.name, isCaught, seeds: seed, law: broken?.law ?? null, detail: broken?.detail ?? null };
  } finally {
    await mistaken.remove();
  }
};

/** Plants each mistake alone. What is known when the signal aborts. */
export const runTeeth = async (
  build: Build,
  { shape, processes, only }: { shape: Shape; processes: number; only: string | undefined },
  told: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly Bite[]> => {
  const bugs = BUGS.filter(({ name }) => only === undefined || name.includes(only));
  const bites = new Map<string, Bite>();
  const waiting = [...bugs];
  const work = async (): Promise<void> => {
    for (let bug = waiting.shift(); bug !== undefined; bug = waiting.shift()) {
      const found = await bite(build, bug, shape, signal);
      if (found === undefined) return;
      bites.set(bug.name, found);
      told(lineOf(found));
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return bugs.flatMap(({ name }) => bites.get(name) ?? []);
};

const lineOf = ({ name, isCaught, seeds, law }: Bite): string =>
  `${isCaught ? `caught by seed ${seeds}` : `NOT CAUGHT in ${seeds} seeds`}: ${name}${law === null ? '' : ` (${law})`}\n`;

export const teethText = (bites: readonly Bite[], isInterrupted: boolean): string => {
  const caught = bites.filter(({ isCaught }) => isCaught).length;
  const end = isInterrupted ? 'Interrupted: the others were not tried.\n' : '';
  return `${bites.map(lineOf).join('')}${caught} of ${bites.length} are caught.\n${end}`;
};
