import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FENCES } from '../layers/rules.ts';
import { manifest } from '../package/host.ts';

interface Row {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly released: string;
  readonly home: string;
  readonly why: string;
}

const rows = async (): Promise<readonly Row[]> => {
  const table = (await readFile('docs/packages.md', 'utf8')).split('\n').filter((line) => line.startsWith('| '));
  return table.slice(2).map((line) => {
    const [name = '', version = '', licence = '', released = '', home = '', why = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { name, version, licence, released, home, why };
  });
};

/** ssh2 names its licence in the old way. */
const licenceOf = async (name: string): Promise<string | undefined> => {
  const installed = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8')) as {
    readonly license?: string;
    readonly licenses?: readonly { readonly type: string }[];
  };
  return installed.license ?? installed.licenses?.[0]?.type;
};

describe('the list of packages at run time', () => {
  it('has those that are depended on and the optional ones, in the versions that are pinned', async () => {
    const { dependencies, peerDependencies, devDependencies } = await manifest();
    const { vitest: _, ...optional } = peerDependencies;
    const pinned = [...Object.keys(dependencies), ...Object.keys(optional)].map((name) => [
      name,
      dependencies[name] ?? devDependencies[name],
    ]);
    expect((await rows()).map(({ name, version }) => [name, version]).sort()).toEqual(pinned.sort());
  });

  it('has their licences', async () => {
    for (const { name, licence } of await rows()) expect([name, await licenceOf(name)]).toEqual([name, licence]);
  });

  it('has their homes, an age and a reason', async () => {
    for (const { name, home, released, why } of await rows()) {
      expect(released).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(why).not.toBe('');
      const homes = home === 'everywhere' ? ['src'] : home.split(', ').map((path) => `src/${path.replaceAll('`', '')}`);
      const homeless = FENCES[name]?.filter((folder) => !homes.some((place) => folder.startsWith(place)));
      expect([name, homeless]).toEqual([name, []]);
    }
  });
});
