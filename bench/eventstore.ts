/**
 * `npm run bench -- eventstore [--rounds N] [--events N]`: the adapter for EventStoreDB beside the bare client, which is
 * given the finished bytes and checks nothing, on the same double, a process of its own, in turns.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Child, startChild } from '../test/support/child/child.ts';
import { median, say, seconds } from './audit/timing.ts';
import { appending, beginning, type Operation, opened, readingAll, readingStream } from './eventstore/operations.ts';

export const bench = async (args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '7' }, events: { type: 'string', default: '10000' } },
  });
  const rounds = Number(values.rounds);
  say(`Node ${process.version}, ${cpus().length} cores, median of ${rounds} rounds; microseconds each`);
  say('| | bare, Append | bare, BatchAppend | adapter | × bare |');
  say('| --- | --: | --: | --: | --: |');
  await onDouble(async (connectionString) => {
    const { client, log, close } = opened(connectionString);
    for (const operation of [
      appending(client, log, 1, 100),
      appending(client, log, 5, 100),
      beginning(client, log, 50),
      await readingStream(client, log, 12, 100),
    ])
      await compare(operation, rounds);
    await close();
  });
  await onDouble(async (connectionString) => {
    const { client, log, close } = opened(connectionString);
    for (const operation of await readingAll(client, log, Number(values.events))) await compare(operation, rounds);
    await close();
  });
};

const ORDERS = [
  ['bare', 'batch', 'ours'],
  ['ours', 'bare', 'batch'],
  ['batch', 'ours', 'bare'],
] as const;

const compare = async ({ name, count, ...ways }: Operation, rounds: number): Promise<void> => {
  const times = { bare: [] as number[], batch: [] as number[], ours: [] as number[] };
  // The first round is for the compiler; the order changes from round to round, so that none is always the one behind another.
  for (let round = -1; round < rounds; round += 1)
    for (const way of ORDERS[(round + 1) % ORDERS.length] ?? []) {
      const work = ways[way];
      const time = work === undefined ? Number.NaN : await seconds(work);
      if (round >= 0) times[way].push((time / count) * 1e6);
    }
  const [bare, batch, ours] = [median(times.bare), median(times.batch), median(times.ours)];
  const cell = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(value < 100 ? 1 : 0));
  say(`| ${name} | ${cell(bare)} | ${cell(batch)} | ${cell(ours)} | ${(ours / bare).toFixed(2)} |`);
};

const onDouble = async (work: (connectionString: string) => Promise<void>): Promise<void> => {
  const child: Child = startChild('../eventstoredb/serve.ts', '--no-dedupe');
  try {
    await child.printed(1);
    await work(child.lines[0] ?? '');
  } finally {
    child.process.stdin?.end();
    await child.ended;
  }
};
