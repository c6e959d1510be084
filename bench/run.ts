/** `npm run bench -- NAME [--json] …` runs `bench/NAME.ts`, which exports `bench(args)`. */
import { readdir } from 'node:fs/promises';

interface Benchmark {
  readonly bench: (args: readonly string[]) => Promise<void>;
}

const [name = '', ...args] = process.argv.slice(2);
const files = await readdir(new URL('.', import.meta.url));
const names = files.flatMap((file) =>
  file.endsWith('.ts') && file !== 'run.ts' ? [file.slice(0, -'.ts'.length)] : [],
);
if (names.includes(name)) {
  const { bench } = (await import(new URL(`./${name}.ts`, import.meta.url).href)) as Benchmark;
  await bench(args);
} else {
  process.stderr.write(`There are the benchmarks: ${names.join(', ')}\n`);
  process.exitCode = 2;
}
