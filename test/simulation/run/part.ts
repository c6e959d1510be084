/** Simulates some seeds, in a process of its own, and prints each outcome as a line of JSON. */
import type { Shape } from '../simulate.ts';
import { simulate } from '../simulate.ts';

export interface Part {
  readonly shape: Shape;
  readonly from: number;
  readonly to: number;
  readonly untilBroken: boolean;
}

const { shape, from, to, untilBroken } = JSON.parse(process.argv[2] ?? '') as Part;
for (let seed = from; seed <= to; seed += 1) {
  const outcome = await simulate(seed, shape);
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  if (untilBroken && outcome.broken !== undefined) break;
}
