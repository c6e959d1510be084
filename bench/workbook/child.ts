/**
 * One method in a process of its own: `child.js ROWS METHOD FOLDER REPEATS` prints a measurement as JSON;
 * `child.js ROWS prepare FOLDER` comes before all others.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from './plan.ts';
import type { Table } from './table.ts';

export interface Measurement {
  readonly coldMs: number;
  readonly warmMs: number;
  /** Of the first call, above what the process held with the data loaded. */
  readonly peakMB: number;
  readonly bytes: number;
}

const [rows = '', method = '', folder = '', repeats = ''] = process.argv.slice(2);

/** Loads the data, and gives what is to be measured: it loads its library itself. */
const subject = async (): Promise<() => Promise<Uint8Array>> => {
  if (method === 'ours') {
    const content = contentOf(Number(rows));
    return async () => {
      const { ExceljsSpreadsheetRenderer } = await import('../../src/adapters/driven/exceljs/spreadsheet-renderer.ts');
      return (await new ExceljsSpreadsheetRenderer().render(content)).bytes;
    };
  }
  const table = JSON.parse(readFileSync(join(folder, `table-${rows}.json`), 'utf8')) as Table;
  if (method === 'limit') {
    const others = new Map(JSON.parse(readFileSync(join(folder, `others-${rows}.json`), 'utf8')) as [string, string][]);
    return async () => (await import('./limit.ts')).limit(table, others);
  }
  const { PEERS } = await import('./peers.ts');
  const peer = PEERS[method];
  if (peer === undefined) throw new Error(`there is no method "${method}"`);
  return () => peer.method(table);
};

/** Of this process, in megabytes. Linux keeps the peak, and forgets it when told to. */
const memory = (field: 'VmRSS' | 'VmHWM'): number =>
  existsSync('/proc/self/status')
    ? Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
    : Number.NaN;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const measure = async (): Promise<Measurement> => {
  const call = await subject();
  globalThis.gc?.();
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5');
  const before = memory('VmRSS');
  const begin = performance.now();
  const bytes = await call();
  const coldMs = performance.now() - begin;
  const peakMB = memory('VmHWM') - before;
  writeFileSync(join(folder, `${method.replaceAll(/\W+/g, '-')}-${rows}.xlsx`), bytes);
  const warm: number[] = [];
  for (let count = 0; count < Number(repeats); count += 1) {
    const start = performance.now();
    await call();
    warm.push(performance.now() - start);
  }
  return { coldMs, warmMs: median(warm), peakMB, bytes: bytes.length };
};

if (method === 'prepare') await (await import('./prepare.ts')).prepare(rows, folder);
else process.stdout.write(JSON.stringify(await measure()));
