/**
 * `npm run simulate -- [--seeds N] [--from S] [--seed S] [--organisations N] [--nights N] [--workers N] [--json]` simulates
 * so many seeds from 1 or another on, or one, and `npm run simulate -- --teeth` shows which planted mistakes are caught.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Build } from './run/build.ts';
import { reportOf, textOf } from './run/report.ts';
import { runSeeds } from './run/seeds.ts';
import { SMALL } from './run/shapes.ts';
import { runTeeth, teethText } from './run/teeth.ts';
import type { Outcome } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    organisations: { type: 'string', default: String(SMALL.organisations) },
    nights: { type: 'string', default: String(SMALL.nights) },
    workers: { type: 'string', default: String(SMALL.workers) },
    processes: { type: 'string', default: String(availableParallelism()) },
    only: { type: 'string' },
    teeth: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const print = (json: unknown, text: string): void => {
  process.stdout.write(values.json ? `${JSON.stringify(json, undefined, 2)}\n` : text);
};

const number = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${text} is no count`);
  return value;
};

const shape = {
  organisations: number(values.organisations),
  nights: number(values.nights),
  workers: number(values.workers),
};
const processes = number(values.processes);
// Hours of work are not lost: what is done by then is reported.
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
const build = await Build.make();
try {
  if (values.teeth) {
    const told = (line: string): void => void process.stderr.write(line);
    const bites = await runTeeth(build, { shape, processes, only: values.only }, told, interrupted.signal);
    const isInterrupted = interrupted.signal.aborted;
    print(bites, teethText(bites, isInterrupted));
    process.exitCode = bites.every(({ isCaught }) => isCaught) && !isInterrupted ? 0 : 1;
  } else {
    const one = values.seed === undefined ? undefined : number(values.seed);
    const seeds = one === undefined ? number(values.seeds) : 1;
    let done = 0;
    const told = ({ seed, broken }: Outcome): void => {
      done += 1;
      if (broken !== undefined || done % 25 === 0)
        process.stderr.write(`${done} of ${seeds}${broken === undefined ? '' : `, seed ${seed}: ${broken.detail}`}\n`);
    };
    const from = one ?? number(values.from);
    const outcomes = await runSeeds(build, { shape, from, seeds, processes }, told, interrupted.signal);
    const report = reportOf(shape, outcomes);
    print(report, textOf(report));
    // One seed proves little by what did not happen in it.
    const isProof = one !== undefined || report.absent.length === 0;
    process.exitCode = report.broken.length === 0 && isProof && outcomes.length === seeds ? 0 : 1;
  }
} finally {
  await build.remove();
}
