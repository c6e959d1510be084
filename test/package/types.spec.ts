import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { apiReport } from './api-report.ts';
import { entries, link, linkedHost, REPOSITORY, runIn } from './host.ts';

const tarball = inject('tarball');
const [host, published] = [inject('host'), await entries()];

const tool = (name: string): string => join(REPOSITORY, 'node_modules', name);

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

  const { text, anys } = apiReport(
    host,
    published.filter((entry) => entry !== 'planning-backup/testing'),
  );

  it('has a surface that changes on purpose only', async () => {
    await expect(text).toMatchFileSnapshot('public-surface.txt');
  });

  it('says nowhere that a type may be anything, and no declaration of it leads nowhere', () => {
    expect(text.split('\n').length).toBeGreaterThan(500);
    expect(anys).toEqual([]);
  });

  it('has contract suites with types, too, for hosts with vitest', async () => {
    const own = await linkedHost(tarball);
    try {
      for (const name of ['@types/node', 'vitest']) await link(own, name);
      expect(apiReport(own, ['planning-backup/testing']).anys).toEqual([]);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  });
});
