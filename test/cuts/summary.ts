import type { Findings } from './findings.ts';
import { NOTHING_SEEN, together } from './sightings.ts';

const grouped = (count: number): string => count.toLocaleString('en');

/** One line, as it is told when a server is through. */
export const findingsSaid = (findings: Findings): string => {
  const { server, replacement, trouble, tries, struck, outcomes, seen, beginnings, faults, seconds } = findings;
  const ended = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const sights = Object.entries(seen.counts).filter(([, count]) => count > 0);
  return [
    `${faults.length === 0 ? 'ok  ' : 'FAIL'} ${server}, ${replacement}, ${trouble}:`,
    `${tries} nights, ${struck} struck (${ended.join(', ')});`,
    `seen ${sights.map(([sight, count]) => `${grouped(count)} ${sight}`).join(', ')};`,
    ...(beginnings === 0 ? [] : [`${beginnings} files under the beginning of a name;`]),
    `${seconds} s`,
    ...faults.map((fault) => `\n       ${fault}`),
  ].join(' ');
};

/** The whole, in few lines. */
export const summarySaid = (all: readonly Findings[]): string => {
  const atomic = all.filter(({ replacement }) => replacement === 'atomic');
  const sum = (of: readonly Findings[], count: (one: Findings) => number) =>
    of.reduce((all, one) => all + count(one), 0);
  const { counts } = atomic.map(({ seen }) => seen).reduce(together, NOTHING_SEEN);
  const whole = counts.old + counts.new;
  const other = counts.absent + counts.beginning + counts.torn;
  const faults = sum(all, (one) => one.faults.length);
  return [
    `${sum(all, ({ tries }) => tries)} nights with trouble at ${new Set(all.map(({ server }) => server)).size} servers, ` +
      `${sum(all, ({ struck }) => struck)} of them struck; a healthy night after each.`,
    `Where a rename replaces: ${grouped(whole)} visible files read, whole and old or new, and ${grouped(other)} others.`,
    faults === 0 ? 'No law was broken.' : `${faults} BREACHES of a law, listed above.`,
  ].join('\n');
};
