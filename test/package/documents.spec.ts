import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DRIVERS } from './driven-documents.ts';
import { link, linkedHost, type Resolution, runIn, typeChecked } from './host.ts';
import { type CodeBlock, codeBlocks, documents } from './markdown.ts';

const all = (await Promise.all((await documents()).map(codeBlocks))).flat();
const typescript = all.filter(({ language }) => language === 'ts');
const runnable = typescript.filter(({ note }) => note === 'run');
const suites = typescript.filter(({ text }) => text.includes("from 'planning-backup/testing'"));
const driven = typescript.flatMap((block) =>
  DRIVERS.filter(({ of }) => block.text.includes(of)).map((driver) => ({ ...block, driver })),
);

const fileOf = ({ place }: CodeBlock): string => `${place.replaceAll(/[^\w-]/g, '-')}.ts`;

const javascript = (text: string): string =>
  ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;

/** Modules that a document's code may need besides this package and what it depends on. */
const OF_A_HOST = ['@types/node', 'vitest', 'fastify', 'express', '@types/express', '@hono/node-server'];
const OPTIONAL = ['better-sqlite3', 'nodemailer'];

let reader: string;

beforeAll(async () => {
  // The project of a reader who has what the documents name.
  reader = await linkedHost(inject('tarball'));
  for (const name of [...OF_A_HOST, ...OPTIONAL]) await link(reader, name);
  for (const block of typescript) await writeFile(join(reader, fileOf(block)), block.text);
});
afterAll(() => rm(reader, { recursive: true, force: true }));

describe('the code in the documents', () => {
  it('is some, and all of it is run', () => {
    expect(runnable.map(({ place }) => place)).toContainEqual(expect.stringMatching(/^README\.md/));
    const run = [...runnable, ...driven, ...suites].map(({ place }) => place);
    expect(run.sort()).toEqual(typescript.map(({ place }) => place).sort());
  });

  it.each<Resolution>(['nodenext', 'bundler'])('has right types under %s', async (resolution) => {
    const { code, stdout } = await typeChecked(reader, typescript.map(fileOf), resolution);
    expect(`${code} ${stdout}`).toBe('0 ');
  });

  it.each(runnable)('runs in an empty project without any optional peer: $place', async (block) => {
    const host = inject('host');
    await mkdir(join(host, 'documents'), { recursive: true });
    const file = join(host, 'documents', fileOf(block).replace(/ts$/, 'mjs'));
    await writeFile(file, javascript(block.text));
    const { code, stderr } = await runIn(host, process.execPath, [file]);
    expect(`${code} ${stderr}`).toBe('0 ');
  });

  it.each(driven)('runs in a host that has what it declares: $place', async (block) => {
    const { before = '', after, says } = block.driver;
    const folder = join(reader, `run-${fileOf(block)}`);
    await mkdir(folder);
    // Where a document names a folder of the machine's, the test has one of its own.
    const text = javascript(block.text).replaceAll(/'\/(keys|elsewhere)\//g, "'$1/");
    await writeFile(join(folder, 'main.mjs'), `${before}${text}${after}`);
    expect(await runIn(folder, process.execPath, ['main.mjs'])).toEqual({ code: 0, stdout: says, stderr: '' });
  });

  it.each(suites)('runs a suite of the package in a host that has vitest: $place', async (block) => {
    const adapter = typescript.find(({ text }) => text.includes('export class TableDirectory'));
    if (adapter === undefined) throw new Error('The documents have no such adapter any more.');
    const given = `import { TableDirectory } from './${fileOf(adapter)}';\nglobalThis.makeTable = () => new TableDirectory();\n`;
    await writeFile(join(reader, 'table.spec.ts'), `${given}${block.text}`);
    const args = ['node_modules/vitest/vitest.mjs', 'run', 'table.spec.ts', '--root', '.', '--reporter=json'];
    const { code, stdout, stderr } = await runIn(reader, process.execPath, args);
    expect(`${code} ${stderr}`).toBe('0 ');
    const report = JSON.parse(stdout) as { readonly numPassedTests: number; readonly numTotalTests: number };
    expect(report.numPassedTests).toBe(report.numTotalTests);
    expect(report.numTotalTests).toBeGreaterThan(3);
  });

  it.each(all.filter(({ language }) => language === 'json'))('is JSON where it says so: $place', ({ text }) => {
    const isPart = /^"/.test(text);
    expect(() => JSON.parse(isPart ? `{${text}}` : text)).not.toThrow();
  });
});
