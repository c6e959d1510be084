import { mkdir, rm, writeFile } from 'node:fs/promises';
import { describe, expect, inject, it } from 'vitest';
import { OPTIONAL_PACKAGES } from '../../src/adapters/shared/optional-packages/optional-packages.ts';
import { entries, manifest, runIn, runText } from './host.ts';

const host = inject('host');

/** Names of all packages that a module's loading loaded, ES modules and CommonJS, with whatever those load. */
const PACKAGES_LOADED_BY = (entry: string): string => `
import { createRequire, register } from 'node:module';
import { MessageChannel } from 'node:worker_threads';
const { port1, port2 } = new MessageChannel();
const urls = new Set();
port1.on('message', (url) => urls.add(url));
port1.unref();
const hooks = \`let port;
export const initialize = (data) => { port = data; };
export const load = (url, context, next) => { port.postMessage(url); return next(url, context); };\`;
register('data:text/javascript,' + encodeURIComponent(hooks), { data: port2, transferList: [port2] });
await import('${entry}');
await new Promise((resolve) => setTimeout(resolve, 50));
for (const file of Object.keys(createRequire(import.meta.url).cache)) urls.add(file);
const packages = [...urls].flatMap((url) => url.split('node_modules/').slice(1).map((rest) =>
  rest.split('/').slice(0, rest.startsWith('@') ? 2 : 1).join('/')));
const natives = [...urls].filter((url) => url.endsWith('.node'));
process.stdout.write(JSON.stringify({ packages: [...new Set(packages)].sort(), natives, modules: urls.size }));
`;

const loadedBy = async (entry: string) => {
  const { stdout, stderr } = await runText(host, 'loads.mjs', PACKAGES_LOADED_BY(entry));
  expect(stderr).toBe('');
  return JSON.parse(stdout) as {
    readonly packages: readonly string[];
    readonly natives: readonly string[];
    readonly modules: number;
  };
};

describe('importing the package', () => {
  it('loads Temporal, and no other package', async () => {
    const { packages, natives, modules } = await loadedBy('planning-backup');
    expect(packages).toEqual(['planning-backup', 'temporal-polyfill', 'temporal-utils']);
    expect(natives).toEqual([]);
    expect(modules).toBeGreaterThan(20);
  });

  it('sees what an adapter loads', async () => {
    expect((await loadedBy('planning-backup/ftp')).packages).toContain('basic-ftp');
    expect((await loadedBy('planning-backup/inversify')).packages).toContain('inversify');
  });

  it('leaves exceljs to the first workbook', async () => {
    expect((await loadedBy('planning-backup/exceljs')).packages).not.toContain('exceljs');
  });
});

const published = await entries();

describe('without any optional peer', () => {
  const hostless = published.filter((entry) => entry !== 'planning-backup/testing');

  it.each(hostless)('%s can be imported', async (entry) => {
    const { stderr, stdout } = await runText(
      host,
      'imports.mjs',
      `process.stdout.write(Object.keys(await import('${entry}')).join(' '));`,
    );
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/\bdefault\b/);
    expect(stdout).not.toBe('');
  });

  it('says what to install for the store in a file', async () => {
    const { stdout } = await runText(
      host,
      'store.mjs',
      `import { openSqliteStores } from 'planning-backup/sqlite';
import { InMemoryMasterKeyRing } from 'planning-backup/in-memory';
import { SystemClock } from 'planning-backup/local';
try { openSqliteStores('a.sqlite', new InMemoryMasterKeyRing(), new SystemClock()); } catch (error) {
  process.stdout.write(\`\${error.name}: \${error.message}\`);
}`,
    );
    expect(stdout).toBe(
      'PackageMissing: The package better-sqlite3 is needed here, and it is not installed: npm install "better-sqlite3@^12.11.1"',
    );
  });

  it('says what to install where the store is there in a version for another Node', async () => {
    const folder = `${host}/node_modules/better-sqlite3`;
    await mkdir(folder);
    try {
      await writeFile(`${folder}/package.json`, JSON.stringify({ name: 'better-sqlite3', version: '13.2.0' }));
      const { stdout } = await runIn(host, process.execPath, ['store.mjs']);
      expect(stdout).toBe(
        `PackageMissing: The package better-sqlite3 is needed here, and version 13.2.0 does not run on Node ${process.version}: npm install "better-sqlite3@^12.11.1"`,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('says what to install for mails', async () => {
    const { stdout } = await runText(
      host,
      'mail.mjs',
      `import { readSmtpServer, SmtpMailer } from 'planning-backup/smtp';
import { SystemClock } from 'planning-backup/local';
try { new SmtpMailer({ server: readSmtpServer('smtps://a.example').value, from: {}, clock: new SystemClock() }); }
catch (error) { process.stdout.write(\`\${error.name}: \${error.message}\`); }`,
    );
    expect(stdout).toMatch(/^PackageMissing: .*npm install "nodemailer@\^10\.6\.1"$/);
  });

  it("the command line answers, and says what to install for its store, in the user's language", async () => {
    const cli = 'node_modules/planning-backup/dist/src/bootstrap/cli.js';
    const help = await runIn(host, process.execPath, [cli, 'help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    await mkdir(`${host}/data`, { recursive: true });
    await writeFile(`${host}/data/planning-backup.sqlite`, '');
    const german = await runIn(host, process.execPath, [cli, 'status', '--data', 'data', '--lang', 'de']);
    expect(german.code).toBe(1);
    expect(german.stderr).toMatch(/Dafür fehlt ein Paket.*\n?.*Bitte zuerst: npm install "better-sqlite3@/);
  });
});

describe('the packages that only some hosts need', () => {
  it('are optional peers, in the versions that the errors name, and are tested here in those', async () => {
    const { peerDependencies, peerDependenciesMeta, devDependencies, dependencies } = await manifest();
    const { vitest, ...peers } = peerDependencies;
    expect(vitest).toBeDefined();
    expect(peers).toEqual(OPTIONAL_PACKAGES);
    expect(Object.keys(peerDependenciesMeta)).toEqual(Object.keys(peerDependencies));
    for (const [name, range] of Object.entries(peers)) {
      // Of several, the first is for the Node that is tested here.
      expect(range.split(' || ')[0]).toBe(`^${devDependencies[name]}`);
      expect(dependencies).not.toHaveProperty(name);
    }
  });
});
