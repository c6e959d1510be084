/**
 * `npm run test:nodes [-- 22 24 …]`: the fast tests and the transports at real servers on other versions of Node, each
 * with packages of its own, since native ones are made for one version. Takes the commit that is checked out.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const VERSIONS = ['20', '22', '24', '26'];

/** What speaks to real servers, TLS sessions that are used again among it. */
const TRANSPORTS = ['vsftpd', 'proftpd', 'pure-ftpd', 'openssh'].map((name) => `test/servers/${name}.spec.ts`);

const run = (command: string, args: readonly string[], cwd: string, path = ''): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: `${path}${delimiter}${process.env.PATH}` };
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });

/** Which of the steps failed, or undefined if all is well. */
const failing = async (version: string, folder: string): Promise<string | undefined> => {
  const node = join(folder, 'node');
  const project = join(folder, 'project');
  const bin = join(node, 'node_modules/node/bin');
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project'];
  const steps: readonly (readonly [string, () => Promise<boolean>])[] = [
    ['fetch Node', () => run('npm', ['install', '--no-save', '--prefix', node, `node@${version}`], folder)],
    ['clone', () => run('git', ['clone', '-q', process.cwd(), project], folder)],
    ['say the version', () => run('node', ['--version'], project, bin)],
    ['install', () => run('npm', ['ci', '--no-audit', '--no-fund'], project, bin)],
    ['fast tests', () => run('node', [...vitest, 'fast'], project, bin)],
    [
      'transports',
      () => run('npm', ['run', 'real-parts', '--', 'run', 'node', ...vitest, 'servers', ...TRANSPORTS], project, bin),
    ],
  ];
  const failures: string[] = [];
  for (const [name, step] of steps) {
    if (await step()) continue;
    failures.push(name);
    // Tests that fail keep no other tests from running; without packages there are none.
    if (name !== 'fast tests') break;
  }
  return failures.length === 0 ? undefined : failures.join(', ');
};

const given = process.argv.slice(2);
const results: string[] = [];
for (const version of given.length === 0 ? VERSIONS : given) {
  const folder = await mkdtemp(join(tmpdir(), `planning-backup-node-${version}-`));
  try {
    const failed = await failing(version, folder);
    results.push(`Node ${version}: ${failed === undefined ? 'ok' : `FAILED: ${failed}`}`);
    if (failed !== undefined) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
process.stdout.write(`\n${results.join('\n')}\n`);
