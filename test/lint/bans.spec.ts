import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Planted {
  readonly what: string;
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

const GLOBALS = 'lint/style/noRestrictedGlobals';
const PROPERTIES = 'lint/nursery/noJsRestrictedProperties';
const FLOATING = 'lint/nursery/noFloatingPromises';
const MISUSED = 'lint/nursery/noMisusedPromises';

const TEMPORAL = "import { Temporal } from 'temporal-polyfill';\n";
const WORK = "import { type Port, work } from '../application/work.ts';\n";

const INSIDE: readonly (readonly [what: string, code: string, rule: string])[] = [
  ['new-date', 'export const at = new Date();', GLOBALS],
  ['date-now', 'export const at = Date.now();', GLOBALS],
  ['a-date-as-type', 'export type At = Date;', GLOBALS],
  ['performance', 'export const at = performance.now();', GLOBALS],
  ['temporal-now', `${TEMPORAL}export const at = Temporal.Now.instant();`, PROPERTIES],
  ['now-by-destructuring', `${TEMPORAL}export const { Now } = Temporal;`, PROPERTIES],
  ['now-by-another-name', "import { Temporal as T } from 'temporal-polyfill';\nexport const at = T.Now;", PROPERTIES],
  ['math-random', 'export const dice = Math.random();', PROPERTIES],
  ['random-by-destructuring', 'export const { random } = Math;', PROPERTIES],
  ['random-uuid', 'export const id = crypto.randomUUID();', GLOBALS],
  ['process', 'export const home = process.env;', GLOBALS],
  ['set-timeout', 'export const timer = setTimeout(() => undefined, 1);', GLOBALS],
  ['set-interval', 'export const timer = setInterval(() => undefined, 1);', GLOBALS],
  ['console', 'export const log = console;', GLOBALS],
  ['fetch', "export const answer = fetch('https://example.org');", GLOBALS],
  ['global-this', 'export const hidden = globalThis.Date;', PROPERTIES],
  ['a-floating-promise', `${WORK}export const start = (): void => {\n  work();\n};`, FLOATING],
];

const PLANTED: readonly Planted[] = [
  ...['src/domain', 'src/application'].flatMap((folder) =>
    INSIDE.map(([what, code, rule]) => ({ what, file: `${folder}/${what}.ts`, code, rule })),
  ),
  {
    what: 'a floating promise of a port',
    file: 'src/adapters/port.ts',
    code: `${WORK}export const start = (port: Port): void => {\n  port.go();\n};`,
    rule: FLOATING,
  },
  {
    what: 'a promise as a condition',
    file: 'src/adapters/condition.ts',
    code: `${WORK}export const start = (): number => {\n  if (work()) return 1;\n  return 0;\n};`,
    rule: MISUSED,
  },
  {
    what: 'console',
    file: 'src/adapters/console.ts',
    code: "console.log('hello');",
    rule: 'lint/suspicious/noConsole',
  },
  {
    what: 'a default export',
    file: 'src/adapters/default.ts',
    code: 'export default 1;',
    rule: 'lint/style/noDefaultExport',
  },
  {
    what: 'a file name with capitals',
    file: 'src/adapters/CamelCase.ts',
    code: 'export const name = 1;',
    rule: 'lint/style/useFilenamingConvention',
  },
];

const FINE: Readonly<Record<string, string>> = {
  'src/application/work.ts':
    'export const work = async (): Promise<number> => 1;\nexport interface Port {\n  go(): Promise<void>;\n}\n',
  'src/domain/comments.ts':
    "// No Date, Temporal.Now, Math.random, process.env or console.log in here.\nexport const text = 'Temporal.Now, new Date()';\n",
  'src/domain/own-words.ts': 'export const plan = (date: string): { readonly date: string } => ({ date });\n',
  'src/adapters/clock.ts': `${TEMPORAL}export const now = (): Temporal.Instant => Temporal.Now.instant();\n`,
  'some.config.ts': 'export default 1;\n',
};

const repository = resolve(import.meta.dirname, '../..');
let tree: string;
let rulesBrokenBy: (file: string) => readonly string[];

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'bans-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  };
  // The repository's own rules, but for what needs its git and its node_modules.
  const { $schema: _, ...rules } = JSON.parse(readFileSync(join(repository, 'biome.json'), 'utf8'));
  write('biome.json', JSON.stringify({ ...rules, vcs: { enabled: false } }));
  write('package.json', JSON.stringify({ type: 'module', dependencies: { 'temporal-polyfill': '1' } }));
  for (const [file, text] of Object.entries(FINE)) write(file, text);
  for (const { file, code } of PLANTED) write(file, `${code}\n`);
  const biome = join(repository, 'node_modules/.bin/biome');
  const { stdout } = spawnSync(biome, ['lint', '--reporter=github', '--max-diagnostics=none', '.'], {
    cwd: tree,
    encoding: 'utf8',
  });
  const broken = [...stdout.matchAll(/^::error title=([^,]+),file=([^,]+),/gm)];
  rulesBrokenBy = (file) => broken.filter(([, , where]) => where?.endsWith(`/${file}`)).map(([, rule]) => rule ?? '');
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('the lint rules', () => {
  it.each(PLANTED)('bite on $what in $file', ({ file, rule }) => {
    expect(new Set(rulesBrokenBy(file))).toEqual(new Set([rule]));
  });

  it.each(Object.keys(FINE))('have nothing against %s', (file) => {
    expect(rulesBrokenBy(file)).toEqual([]);
  });
});
