import { describe, expect, inject, it } from 'vitest';
import { manifest, runIn } from './host.ts';
import { codeBlocks } from './markdown.ts';

const listed = async (): Promise<readonly string[]> => {
  const { stdout } = await runIn('.', 'tar', ['-tzf', inject('tarball')]);
  return stdout
    .trim()
    .split('\n')
    .map((path) => path.replace('package/', ''));
};

describe('the packed files', () => {
  it('are the build, the documents, the examples, and nothing else', async () => {
    const files = await listed();
    const others = files.filter(
      (path) => !/^dist\/src\/.*\.(js|d\.ts)$/.test(path) && !/^docs\/[\w-]+\.md$/.test(path),
    );
    const shipped = /^(dist\/test\/(builders|contracts)\/.*\.(js|d\.ts)|examples\/[\w-]+\/[\w-]+\.ts)$/;
    expect(others.filter((path) => !shipped.test(path)).sort()).toEqual([
      'CHANGELOG.md',
      'README.md',
      'dist/test/testing.d.ts',
      'dist/test/testing.js',
      'package.json',
    ]);
  });

  it('have everything that the manifest names', async () => {
    const files = await listed();
    const named = Object.values((await manifest()).exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry),
    );
    for (const path of named) expect(files).toContain(path.replace('./', ''));
  });

  it('have the three examples', async () => {
    const examples = (await listed()).filter((path) => /^examples\/[\w-]+\/main\.ts$/.test(path));
    expect(examples.map((path) => path.split('/')[1]).sort()).toEqual(['express', 'fastify', 'own-adapters']);
  });

  it('have no demo, no servers and no doubles of the tests', async () => {
    expect((await listed()).filter((path) => /demo|support|\.spec\./.test(path))).toEqual([]);
  });

  it('tell an embedder the overrides that this project has itself', async () => {
    const { overrides } = await manifest();
    const told = (await codeBlocks('README.md')).find(({ text }) => text.startsWith('"overrides"'));
    expect(JSON.parse(`{${told?.text}}`)).toEqual({ overrides });
  });
});
