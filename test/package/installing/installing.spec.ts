import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { manifest, runIn, typeChecked } from '../host.ts';
import { codeBlocks } from '../markdown.ts';

/** Without a registry this fails: what is claimed here cannot be shown without one. */
const install = async (host: string, overrides: unknown): Promise<void> => {
  const project = { name: 'host', private: true, type: 'module', ...(overrides === null ? {} : { overrides }) };
  await writeFile(join(host, 'package.json'), JSON.stringify(project));
  const { devDependencies } = await manifest();
  const types = `@types/node@${devDependencies['@types/node']}`;
  const args = ['install', '--omit=optional', '--no-audit', '--no-fund', '--ignore-scripts', inject('tarball'), types];
  const { code, stderr } = await runIn(host, 'npm', args);
  if (code !== 0) throw new Error(`npm could not install the package; it needs its registry:\n${stderr}`);
};

const versionsIn = async (host: string): Promise<Readonly<Record<string, string>>> => {
  const lock = JSON.parse(await readFile(join(host, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  return Object.fromEntries(Object.entries(lock.packages).map(([place, { version }]) => [place, version]));
};

describe.each(['with', 'without'])('installed by npm into an empty project, %s the overrides', (way) => {
  let host: string;
  beforeAll(async () => {
    host = await mkdtemp(join(tmpdir(), 'planning-backup-installed-'));
    const { overrides } = await manifest();
    await install(host, way === 'with' ? overrides : null);
  }, 600_000);
  afterAll(() => rm(host, { recursive: true, force: true }));

  it('has no optional peer, and nothing native', async () => {
    const { peerDependencies } = await manifest();
    const installed = Object.keys(await versionsIn(host));
    expect(installed).toContain('node_modules/planning-backup');
    for (const peer of Object.keys(peerDependencies)) expect(installed).not.toContain(`node_modules/${peer}`);
    const { stdout } = await runIn(host, 'find', ['node_modules', '-name', '*.node']);
    expect(stdout).toBe('');
  });

  it(`brings the packages that exceljs asks for ${way === 'with' ? 'in the versions that were tested' : 'as they were'}`, async () => {
    const versions = await versionsIn(host);
    const old = Object.entries(LEAST).filter(([name, least]) => {
      const version = versions[`node_modules/exceljs/node_modules/${name}`] ?? versions[`node_modules/${name}`] ?? '';
      return version.localeCompare(least, 'en', { numeric: true }) < 0;
    });
    if (way === 'with') expect(old).toEqual([]);
    else expect(old.length).toBeGreaterThan(0);
  });

  it.each(['nodenext', 'bundler'] as const)(
    "runs the README's lines, which have right types under %s",
    async (resolution) => {
      const [block] = (await codeBlocks('README.md')).filter(({ note }) => note === 'run');
      const text = block?.text ?? '';
      await writeFile(join(host, 'lines.ts'), text);
      expect(await typeChecked(host, ['lines.ts'], resolution)).toMatchObject({ code: 0, stdout: '' });
      const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext, target: 9 } });
      await writeFile(join(host, 'lines.mjs'), outputText);
      expect(await runIn(host, process.execPath, ['lines.mjs'])).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
    },
  );

  it('writes a workbook', async () => {
    await writeFile(join(host, 'workbook.mjs'), WORKBOOK);
    expect(await runIn(host, process.execPath, ['workbook.mjs'])).toMatchObject({ code: 0, stdout: 'PK', stderr: '' });
  });
});

/** What exceljs uses under the overrides of this project, at least. */
const LEAST = { uuid: '11.1.0', unzipper: '0.12.3', 'fast-csv': '5.0.2', tmp: '0.2.5' };

/** The renderer loads exceljs when it is used. */
const WORKBOOK = `import { ExceljsTableRenderer } from 'planning-backup/exceljs';
import { SystemClock } from 'planning-backup/local';
const table = { locale: 'de', name: 'A', title: 'A', hint: '', columns: [{ heading: 'A', width: 9 }], sections: [[['1']]] };
const bytes = await new ExceljsTableRenderer().render({ ...table, writtenAt: new SystemClock().now() });
process.stdout.write(Buffer.from(bytes.subarray(0, 2)).toString());`;
