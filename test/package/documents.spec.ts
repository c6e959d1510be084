import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { link, linkedHost, type Resolution, runIn, typeChecked } from './host.ts';
import { type CodeBlock, codeBlocks, documents } from './markdown.ts';

const all = (await Promise.all((await documents()).map(codeBlocks))).flat();
const typescript = all.filter(({ language }) => language === 'ts');
const runnable = typescript.filter(({ note }) => note === 'run');

const fileOf = ({ place }: CodeBlock): string => `${place.replaceAll(/[^\w-]/g, '-')}.ts`;

/** Modules that a document's code may need besides this package and what it depends on. */
const OF_A_HOST = ['@types/node', 'vitest', 'fastify', 'express', '@types/express', '@hono/node-server'];

let reader: string;

beforeAll(async () => {
  // The project of a reader who has what the documents name.
  reader = await linkedHost(inject('tarball'));
  for (const name of OF_A_HOST) await link(reader, name);
  for (const block of typescript) await writeFile(join(reader, fileOf(block)), block.text);
});
afterAll(() => rm(reader, { recursive: true, force: true }));

describe('the code in the documents', () => {
  it('is some', () => {
    expect(typescript.length).toBeGreaterThan(0);
    expect(runnable.map(({ place }) => place)).toContainEqual(expect.stringMatching(/^README\.md/));
  });

  it.each<Resolution>(['nodenext', 'bundler'])('has right types under %s', async (resolution) => {
    const { code, stdout } = await typeChecked(reader, typescript.map(fileOf), resolution);
    expect(`${code} ${stdout}`).toBe('0 ');
  });

  it.each(runnable)('runs in an empty project without any optional peer: $place', async (block) => {
    const host = inject('host');
    const { outputText } = ts.transpileModule(block.text, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    await mkdir(join(host, 'documents'), { recursive: true });
    const file = join(host, 'documents', fileOf(block).replace(/ts$/, 'mjs'));
    await writeFile(file, outputText);
    const { code, stderr } = await runIn(host, process.execPath, [file]);
    expect(`${code} ${stderr}`).toBe('0 ');
  });

  it.each(all.filter(({ language }) => language === 'json'))('is JSON where it says so: $place', ({ text }) => {
    const isPart = /^"/.test(text);
    expect(() => JSON.parse(isPart ? `{${text}}` : text)).not.toThrow();
  });
});
