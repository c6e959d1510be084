import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blindRules } from './blind-rules.ts';
import { type Cruised, cruiseSources } from './cruise.ts';
import { FENCES, RULES } from './rules.ts';

interface Planted {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

const planted = (rule: string, file: string, imports: string): Planted => ({ rule, file, imports });

const AT_THE_LAYERS: readonly Planted[] = [
  planted('domain-stands-alone', 'src/domain/uses-node.ts', 'node:fs'),
  planted('domain-stands-alone', 'src/domain/uses-application.ts', '../application/fine.ts'),
  planted('application-knows-the-domain-only', 'src/application/uses-node.ts', 'node:crypto'),
  planted('application-knows-the-domain-only', 'src/application/uses-adapter.ts', '../adapters/driven/sftp/fine.ts'),
  planted('adapters-face-inwards', 'src/adapters/driven/sftp/uses-bootstrap.ts', '../../../bootstrap/fine.ts'),
  planted('no-adapter-imports-another', 'src/adapters/driven/sftp/uses-ftp.ts', '../ftp/fine.ts'),
  planted('no-adapter-imports-another', 'src/adapters/driving/cli/uses-page.ts', '../page/fine.ts'),
  planted('driving-knows-no-driven', 'src/adapters/driving/cli/uses-ftp.ts', '../../driven/ftp/fine.ts'),
  planted('driven-knows-no-driving', 'src/adapters/driven/ftp/uses-cli.ts', '../../driving/cli/fine.ts'),
  planted('shared-knows-no-adapter', 'src/adapters/shared/part/uses-ftp.ts', '../../driven/ftp/fine.ts'),
  planted('evidence-stands-alone', 'src/adapters/shared/evidence/uses-port.ts', '../../../application/fine.ts'),
  planted('evidence-stands-alone', 'src/adapters/shared/evidence/uses-files.ts', 'node:fs'),
  planted('the-surface-is-for-hosts', 'src/bootstrap/uses-surface.ts', '../subpaths/fine.ts'),
  planted('no-tests-or-demo-in-the-product', 'src/adapters/driven/ftp/uses-test.ts', '../../../../test/fine.ts'),
  planted('no-tests-or-demo-in-the-product', 'src/adapters/driven/ftp/uses-demo.ts', '../../../../demo/fine.ts'),
  planted('every-package-has-a-home', 'src/adapters/driven/ftp/uses-stranger.ts', 'left-pad'),
  planted('every-import-resolves', 'src/adapters/driven/ftp/uses-nothing.ts', './missing.ts'),
];

const fileNameOf = (name: string): string => `uses-${name.replaceAll(/\W/g, '-')}.ts`;

/** Each technology from the one folder where it is never at home. */
const AT_THE_FENCES = Object.keys(FENCES)
  .filter((name) => name !== 'temporal-polyfill')
  .map((name) => planted(`fence:${name}`, `src/adapters/driven/stranger/${fileNameOf(name)}`, name));

const PLANTED = [...AT_THE_LAYERS, ...AT_THE_FENCES];

const IN_A_CIRCLE = ['src/domain/first.ts', 'src/domain/second.ts'];
const SPEAKING_OF_EACH_OTHER = ['src/domain/one.ts', 'src/domain/other.ts'];
const FORSAKEN = 'src/domain/forsaken.ts';

/** Each may do what it does. */
const FINE: Readonly<Record<string, string>> = {
  'src/domain/fine.ts': "import { Temporal } from 'temporal-polyfill';\nexport const fine = Temporal;\n",
  'src/application/fine.ts': "import type { fine } from '../domain/fine.ts';\nexport type Fine = typeof fine;\n",
  'src/adapters/shared/part/fine.ts': "import { fine } from '../../../domain/fine.ts';\nexport { fine };\n",
  'src/adapters/shared/evidence/fine.ts': "import 'node:crypto';\nimport './own.ts';\n",
  'src/adapters/shared/evidence/own.ts': 'export const own = 1;\n',
  'src/adapters/driven/ftp/fine.ts': "import 'node:net';\nimport '../../shared/part/fine.ts';\n",
  'src/adapters/driven/sftp/fine.ts': "import '../../../application/fine.ts';\n",
  'src/adapters/driving/cli/fine.ts': "import './own.ts';\n",
  'src/adapters/driving/cli/own.ts': 'export const own = 1;\n',
  'src/adapters/driving/page/fine.ts': "import '../../../application/fine.ts';\n",
  'src/bootstrap/fine.ts': "import '../adapters/driven/ftp/fine.ts';\nimport '../adapters/driving/cli/fine.ts';\n",
  'src/subpaths/fine.ts': "export * from '../adapters/driven/ftp/fine.ts';\n",
  'src/index.ts': "export * from './bootstrap/fine.ts';\n",
  'test/fine.ts': 'export const fine = 1;\n',
  'demo/fine.ts': 'export const fine = 1;\n',
  ...Object.fromEntries(
    Object.entries(FENCES).flatMap(([name, homes]) =>
      homes.map((home) => [`${home}/${fileNameOf(name)}`, `import '${name}';\n`] as const),
    ),
  ),
};

let tree: string;
let cruised: Cruised;

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
};

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'layers-'));
  const packages = [...Object.keys(FENCES), 'left-pad'];
  write(
    'package.json',
    JSON.stringify({ type: 'module', dependencies: Object.fromEntries(packages.map((p) => [p, '1'])) }),
  );
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'export const Temporal = {};\n');
  }
  for (const [file, text] of Object.entries(FINE)) write(file, text);
  for (const { file, imports } of PLANTED) write(file, `import '${imports}';\n`);
  const [first, second] = IN_A_CIRCLE as [string, string];
  write(first, "import './second.ts';\n");
  write(second, "import './first.ts';\n");
  write('src/domain/one.ts', "import type { Other } from './other.ts';\nexport type One = Other;\n");
  write('src/domain/other.ts', "import './one.ts';\nexport type Other = number;\n");
  write(FORSAKEN, 'export const nobody = 1;\n');
  cruised = await cruiseSources(tree);
}, 30_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

const rulesBrokenBy = (file: string): readonly string[] =>
  cruised.violations.filter(({ from }) => from === file).map(({ rule }) => rule);

describe('the rules about who may import whom', () => {
  it.each(PLANTED)('$rule bites on $file', ({ rule, file }) => {
    expect(rulesBrokenBy(file)).toEqual([rule]);
  });

  it('no-cycles bites on two files that import each other', () => {
    expect(IN_A_CIRCLE.flatMap(rulesBrokenBy)).toEqual(['no-cycles']);
  });

  it('no-cycles lets types speak of each other', () => {
    expect(SPEAKING_OF_EACH_OTHER.flatMap(rulesBrokenBy)).toEqual([]);
  });

  it('no-orphans bites on a file that nobody needs', () => {
    expect(rulesBrokenBy(FORSAKEN)).toEqual(['no-orphans']);
  });

  it.each(Object.keys(FINE))('%s keeps them all', (file) => {
    expect(rulesBrokenBy(file)).toEqual([]);
  });

  it('each has a planted violation', () => {
    const shown = new Set(cruised.violations.map(({ rule }) => rule));
    const atHomeEverywhere = 'fence:temporal-polyfill';
    expect(RULES.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([atHomeEverywhere]);
  });

  it('are called blind where no module was seen at all', () => {
    expect(blindRules(tree, { modules: [], violations: [] })).toEqual([expect.stringMatching(/No module was seen/)]);
  });

  it('are called blind where a folder has files and the rule sees none of them', () => {
    const modules = cruised.modules.filter(({ source }) => !source.startsWith('src/adapters/driving/'));
    expect(blindRules(tree, { modules, violations: [] })).toEqual(
      expect.arrayContaining([expect.stringMatching(/^driving-knows-no-driven: .* matches no file/)]),
    );
  });

  it('are called blind where the home of a package does not use it any more', () => {
    const modules = cruised.modules.map((module) => ({
      ...module,
      dependencies: module.dependencies.filter(({ resolved }) => !resolved.includes('basic-ftp')),
    }));
    expect(blindRules(tree, { modules, violations: [] })).toEqual([
      'fence:basic-ftp: src/adapters/driven/ftp is there, and nothing imports the package',
    ]);
  });

  it('are awake or asleep for a reason here', () => {
    expect(blindRules(tree, cruised)).toEqual([]);
  });
});
