/**
 * The workbook's speed, `npm run bench -- workbook [--json] [--rows 500,10000,100000] [--rounds N] [--only METHOD,…]`:
 * our renderer, others that write the same cells, and the limit that the machine's zlib sets.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Measurement } from './workbook/child.ts';
import { sameCells } from './workbook/compare.ts';
import { type Line, medians, report } from './workbook/report.ts';

const run = promisify(execFile);
const ROOT = new URL('..', import.meta.url).pathname;
/** Within `node_modules`, so that the compiled files find the packages. */
const BUILT = join(ROOT, 'node_modules/.cache/planning-backup-bench');

const METHODS: Readonly<Record<string, Line['group']>> = {
  limit: 'limit',
  ours: 'ours',
  'exceljs stream, plain': 'styled',
  'exceljs writeBuffer': 'styled',
  'write-excel-file': 'styled',
  'wasm-xlsxwriter': 'styled',
  'SheetJS xlsx': 'unstyled',
};

/** exceljs keeps a whole workbook as objects: without this it ends for want of memory. */
const HEAP = '--max-old-space-size=8192';

export const bench = async (args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      rows: { type: 'string', default: '500,10000,100000' },
      rounds: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const say = (text: string): boolean => process.stderr.write(`${text}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'planning-backup-bench-'));
  try {
    await build(folder);
    const lines: Line[] = [];
    for (const rows of values.rows.split(',').map(Number)) {
      await run(process.execPath, [HEAP, join(BUILT, 'bench/workbook/child.js'), String(rows), 'prepare', folder]);
      const rounds = values.rounds === undefined ? (rows > 20_000 ? 2 : 5) : Number(values.rounds);
      const methods = values.only?.split(',') ?? Object.keys(METHODS);
      lines.push(...(await measure(rows, rounds, methods, folder, say)));
    }
    process.stdout.write(values.json ? `${JSON.stringify(lines, null, 2)}\n` : report(lines, cpus().length));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** What ships is JavaScript: a first call that had to compile TypeScript would measure the wrong thing. */
const build = async (folder: string): Promise<void> => {
  const config = join(folder, 'tsconfig.json');
  const include = ['src', 'bench', 'test/adapters/driven/exceljs/read-workbook.ts'].map((path) => join(ROOT, path));
  const compilerOptions = { noEmit: false, noCheck: true, rootDir: ROOT, outDir: BUILT, types: [] };
  await writeFile(config, JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), compilerOptions, include }));
  await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', config]);
  await writeFile(join(BUILT, 'package.json'), '{ "type": "module" }');
};

/** In rounds, so that a slow minute of the machine is every method's; each in a process of its own. */
const measure = async (
  rows: number,
  rounds: number,
  methods: readonly string[],
  folder: string,
  say: (text: string) => void,
): Promise<readonly Line[]> => {
  const measured = new Map<string, Measurement[]>();
  const repeats = (method: string): number => {
    const many = rows > 20_000 ? 2 : rows > 5000 ? 7 : 25;
    // The slow ones are slow however often they are asked.
    return method === 'limit' || method === 'ours' ? many : Math.ceil(many / 4);
  };
  for (let round = 1; round <= rounds; round += 1) {
    for (const method of methods) {
      const script = join(BUILT, 'bench/workbook/child.js');
      const childArgs = [HEAP, '--expose-gc', script, String(rows), method, folder, String(repeats(method))];
      const { stdout } = await run(process.execPath, childArgs);
      measured.set(method, [...(measured.get(method) ?? []), JSON.parse(stdout) as Measurement]);
      say(`${rows} rows, round ${round} of ${rounds}: ${method}`);
    }
  }
  const ours = await readFile(join(folder, `ours-${rows}.xlsx`));
  for (const method of methods) {
    const output = await readFile(join(folder, `${method.replaceAll(/\W+/g, '-')}-${rows}.xlsx`));
    // Reading back what a hundred thousand rows became takes minutes: there bytes have to do.
    if (rows <= 20_000) sameCells(method, ours, output);
  }
  return medians(rows, measured, METHODS);
};
