import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { floatingPromises, programOf } from './floating-promises.ts';

const HEAD = `import { writeFile } from 'node:fs/promises';
import type { Client } from 'basic-ftp';
declare const client: Client;
declare const maybe: Promise<void> | undefined;
declare const work: () => Promise<void>;
declare const names: readonly string[];
let kept: Promise<void>;
export const all = async (): Promise<void> => {
`;

const FLOATING = [
  "writeFile('name', 'text');",
  "client.cd('/backup');",
  'work();',
  'maybe;',
  'new Promise<void>(() => undefined);',
  'work().then(() => 1);',
  'work().finally(() => 1);',
  'names.map(async () => work());',
  'names.length > 0 && work();',
  'names.length > 0 ? work() : undefined;',
];

const HELD = [
  "await writeFile('name', 'text');",
  'void work();',
  'kept = work();',
  'work().catch(() => undefined);',
  'work().catch(() => undefined).finally(() => 1);',
  'work().then(() => 1, () => 2);',
  'await Promise.all(names.map(async () => work()));',
  'names.map((name) => name.length);',
  'client.close();',
];

let tree: string;

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'promises-'));
  symlinkSync(resolve(import.meta.dirname, '../../node_modules'), join(tree, 'node_modules'));
  writeFileSync(join(tree, 'package.json'), JSON.stringify({ type: 'module' }));
  const compilerOptions = { strict: true, target: 'es2023', module: 'nodenext', types: ['node'], skipLibCheck: true };
  writeFileSync(join(tree, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  writeFileSync(join(tree, 'planted.ts'), `${HEAD}${[...FLOATING, ...HELD].join('\n')}\n};\n`);
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

it('finds every promise that is let go, those of Node and of packages too, and none that is held', () => {
  const found = floatingPromises(programOf(join(tree, 'tsconfig.json')));
  expect(found.map((place) => place.replace(/^.*planted\.ts:[0-9]+: /, ''))).toEqual(FLOATING);
}, 30_000);
