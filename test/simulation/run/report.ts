import { createHash } from 'node:crypto';
import { type Counts, Tally } from '../engine/tally.ts';
import type { Outcome, Shape } from '../simulate.ts';

export interface Report {
  readonly shape: Shape;
  /** A seed replays where both are the same: where a zone's rules have changed, a night begins at another moment. */
  readonly on: { readonly node: string; readonly timeZones: string };
  readonly seeds: number;
  readonly counts: Counts;
  /** Lower-case hex of SHA-256 over the trace hashes, in the order of the seeds. */
  readonly traceHash: string;
  readonly broken: readonly Outcome[];
  /** Faults that never struck, and laws that were never exercised: what they are to prove is not proven. */
  readonly absent: readonly string[];
}

export const reportOf = (shape: Shape, outcomes: readonly Outcome[]): Report => {
  const tally = new Tally();
  const hash = createHash('sha256');
  for (const { counts, traceHash } of outcomes) {
    tally.add(counts);
    hash.update(traceHash);
  }
  const { faults, laws } = tally;
  const absent = Object.entries({ ...faults, ...laws }).flatMap(([name, count]) => (count === 0 ? [name] : []));
  const broken = outcomes.filter((outcome) => outcome.broken !== undefined);
  const on = { node: process.version, timeZones: process.versions.tz ?? 'unknown' };
  return { shape, on, seeds: outcomes.length, counts: { faults, laws }, traceHash: hash.digest('hex'), broken, absent };
};

const table = (title: string, counts: Readonly<Record<string, number>>): string =>
  [title, ...Object.entries(counts).map(([name, count]) => `${String(count).padStart(12)}  ${name}`), ''].join('\n');

/** How one seed is run again. */
const replayOf = (seed: number, { organisations, nights, workers }: Shape): string =>
  `npm run simulate -- --seed ${seed} --organisations ${organisations} --nights ${nights} --workers ${workers}`;

export const textOf = ({ shape, on, seeds, counts, traceHash, broken, absent }: Report): string =>
  [
    table('Faults, and how often each struck:', counts.faults),
    table('Laws, and how often each was looked at:', counts.laws),
    ...broken.map((outcome) => brokenText(outcome, shape)),
    ...(absent.length === 0
      ? []
      : [`Nothing was proven of, and several seeds fail for that (take more): ${absent.join('; ')}`]),
    `${seeds} seeds × ${shape.organisations} organisations × ${shape.nights} nights × ${shape.workers} workers: ` +
      `${broken.length === 0 ? 'no law was broken' : `${broken.length} broke a law`}.`,
    `Trace ${traceHash}, on Node ${on.node} with the time zones of ${on.timeZones}`,
    '',
  ].join('\n');

const brokenText = ({ seed, broken }: Outcome, shape: Shape): string =>
  [
    `Seed ${seed}: ${broken?.detail}`,
    ...(broken?.trace ?? []).map(({ at, about, what }) => `  ${momentOf(at)} ${about ?? ''} ${what}`),
    `  ${replayOf(seed, shape)}`,
    '',
  ].join('\n');

/** Day and time since the beginning. */
const momentOf = (at: number): string => {
  const day = Math.floor(at / 86_400_000) + 1;
  return `day ${day} ${new Date(at % 86_400_000).toISOString().slice('1970-01-01T'.length, -1)}`;
};
