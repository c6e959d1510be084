/**
 * `npm run test:nodes [-- 22 24 …]`: the fast tests and the transports at real servers on other versions of Node, each
 * with packages of its own, since native ones are made for one version. Takes the commit that is checked out.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { countsOf } from '../support/real-parts/stages.ts';

const VERSIONS = ['20', '22', '24', '26'];

/** What speaks to real servers, TLS sessions that are used again among it. */
const TRANSPORTS = ['vsftpd', 'proftpd', 'pure-ftpd', 'openssh'].map((name) => `test/servers/${name}.spec.ts`);

/** Of Node 22 and later. */
const STORE = 'better-sqlite3@13.2.0';

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];

const SUITES = [
  { name: 'fast', command: ['node', ...VITEST, '--project=fast'] },
  {
    name: 'transports',
    command: ['npm', 'run', 'real-parts', '--', 'run', 'node', ...VITEST, '--project=servers', ...TRANSPORTS],
  },
];

/** One version of Node and what runs on it, in a folder. */
class OneNode {
  readonly #version: string;
  readonly #node: string;
  readonly #project: string;

  constructor(version: string, folder: string) {
    this.#version = version;
    this.#node = join(folder, 'node');
    this.#project = join(folder, 'project');
  }

  /** Where packages cannot be had, there is nothing to test. */
  async prepare(): Promise<void> {
    await this.#run(['npm', 'install', '--no-save', '--prefix', this.#node, `node@${this.#version}`], process.cwd());
    await this.#run(['git', 'clone', '-q', process.cwd(), this.#project], process.cwd());
    await this.#run(['node', '--version'], this.#project);
    await this.#run(['npm', 'ci', '--no-audit', '--no-fund'], this.#project);
    // As we tell its users: what the lock file has is for Node 20.
    if (Number(this.#version) >= 22)
      await this.#run(['npm', 'install', '--no-save', '--no-audit', '--no-fund', STORE], this.#project);
  }

  /** Says how many tests passed and failed. */
  async test({ name, command }: (typeof SUITES)[number]): Promise<{ readonly said: string; readonly isOk: boolean }> {
    const report = join(this.#project, `${name}.json`);
    const error = await this.#run([...command, `--outputFile.json=${report}`], this.#project).catch(String);
    const { passed, failed, skipped } = countsOf(report);
    const said = `${name}: ${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
    const isOk = error === undefined && passed > 0;
    return { said: isOk ? said : `${said} (${error ?? 'no test ran'})`, isOk };
  }

  #run([command = '', ...args]: readonly string[], cwd: string): Promise<void> {
    const own = join(this.#node, 'node_modules/node');
    const headers = join(own, `node_modules/node-${process.platform}-${process.arch}`);
    const env = {
      ...process.env,
      PATH: `${join(own, 'bin')}${delimiter}${process.env.PATH}`,
      // What is compiled is compiled for this Node: the machine's npm may name the headers of another.
      ...(existsSync(headers) ? { npm_config_nodedir: headers } : {}),
    };
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
      child.on('error', reject);
      child.on('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`${command} ${args[0]} ended with ${code}`)),
      );
    });
  }
}

const given = process.argv.slice(2);
const results: string[] = [];
for (const version of given.length === 0 ? VERSIONS : given) {
  const folder = await mkdtemp(join(tmpdir(), `planning-backup-node-${version}-`));
  try {
    const node = new OneNode(version, folder);
    await node.prepare();
    for (const suite of SUITES) {
      const { said, isOk } = await node.test(suite);
      results.push(`Node ${version}, ${said}`);
      if (!isOk) process.exitCode = 1;
    }
  } catch (error) {
    results.push(`Node ${version}: FAILED before any test: ${error}`);
    process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
process.stdout.write(`\n${results.join('\n')}\n`);
