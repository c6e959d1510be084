import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ApiReport, apiReport } from './api-report.ts';
import { entries, link, linkedHost, REPOSITORY, runIn } from './host.ts';

const tarball = inject('tarball');
const published = await entries();

const tool = (name: string): string => join(REPOSITORY, 'node_modules', name);

let host: string;
let report: ApiReport;

beforeAll(async () => {
  // The contract suites speak of vitest's types.
  host = await linkedHost(tarball);
  for (const name of ['@types/node', 'vitest']) await link(host, name);
  report = apiReport(host, published);
}, 120_000);
afterAll(() => rm(host, { recursive: true, force: true }));

describe('what is published', () => {
  it('satisfies publint', async () => {
    const args = [tool('publint/src/cli.js'), 'run', tarball, '--strict', '--level', 'suggestion'];
    const { code, stdout } = await runIn(REPOSITORY, process.execPath, args);
    expect(`${code} ${stdout}`).toMatch(/^0 [\s\S]*All good/);
  });

  it('has types that are not wrong, whatever resolves them for an ES module', async () => {
    const args = [tool('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--format', 'json'];
    const { code, stdout } = await runIn(REPOSITORY, process.execPath, args);
    expect(code).toBe(0);
    const { analysis } = JSON.parse(stdout) as { readonly analysis: { readonly entrypoints: object } };
    expect(Object.keys(analysis.entrypoints)).toHaveLength(published.length + 1);
  });

  it('has a surface that changes on purpose only', async () => {
    await expect(report.text).toMatchFileSnapshot('public-surface.txt');
  });

  it('says nowhere that a type may be anything, and no declaration of it leads nowhere', () => {
    expect(report.text.split('\n').length).toBeGreaterThan(500);
    expect(report.anys).toEqual([]);
  });
});
