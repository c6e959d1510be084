import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, say } from '../audit/timing.ts';
import type { ScaleRound } from './scale-child.ts';

const CHILD = fileURLToPath(new URL('scale-child.ts', import.meta.url));
/** Organisations, and how often a night of so many is measured. */
const SIZES = [
  [1_000, 9],
  [10_000, 5],
  [100_000, 3],
] as const;

/** Finding what is due and claiming it, in processor time for one organisation, by the number of all; each in a process. */
export const scale = (): void => {
  for (const due of ['spread over the night', 'at once'] as const) {
    let least: number | undefined;
    for (const [count, rounds] of SIZES) {
      const args = ['--expose-gc', '--max-old-space-size=6000', '--import', 'tsx', CHILD];
      const out = execFileSync(process.execPath, [...args, String(count), String(rounds), due], { encoding: 'utf8' });
      const measured = JSON.parse(out) as readonly ScaleRound[];
      const of = (value: (round: ScaleRound) => number): number => median(measured.map(value));
      const night = of((round) => round.night);
      least ??= night;
      const waiting =
        due === 'at once'
          ? 'following the log is in it'
          : `following the log ${of(({ waiting }) => waiting?.following ?? 0).toFixed(0)} µs; kept while it waits: ` +
            `${of(({ waiting }) => waiting?.before ?? 0).toFixed(0)} bytes`;
      say(
        `due ${due}: ${count} organisations: ${night.toFixed(0)} µs each, ${(night / least).toFixed(2)} of that at ` +
          `${SIZES[0][0]}; ${waiting}; ${of((round) => round.after).toFixed(0)} bytes after its night`,
      );
    }
  }
};
