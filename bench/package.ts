/**
 * What the package costs its host, `npm run bench -- package`: time and memory of importing it beside importing
 * inversify alone, in turns, each in a process of its own; sizes packed, and installed with and without optional peers.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { linkedHost, manifest, packed } from '../test/package/host.ts';

const run = promisify(execFile);

const ROUNDS = 15;
const SUBJECTS = ['planning-backup', 'inversify', 'planning-backup/inversify'] as const;

const MEASURE = (name: string): string => `
const before = process.memoryUsage().rss;
const begin = performance.now();
await import('${name}');
const ms = performance.now() - begin;
process.stdout.write(JSON.stringify({ ms, mb: (process.memoryUsage().rss - before) / 2 ** 20 }));`;

interface Import {
  readonly ms: number;
  readonly mb: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Bytes on the disk of all that npm puts into an empty project. */
const installed = async (tarball: string, more: readonly string[]): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'planning-backup-size-'));
  try {
    const { overrides } = await manifest();
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'host', private: true, overrides }));
    // Scripts would compile; what they make is not the package's.
    const how = ['--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', ['install', ...how, tarball, ...more], { cwd: folder });
    const { stdout } = await run('du', ['-sb', join(folder, 'node_modules')]);
    return Number(stdout.split('\t')[0]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

export const bench = async (): Promise<void> => {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'planning-backup-pack-'));
  try {
    const tarball = await packed(folder);
    const host = await linkedHost(tarball);
    const measured = new Map<string, Import[]>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of SUBJECTS) {
        const args = ['--input-type=module', '--eval', MEASURE(name)];
        const { stdout } = await run(process.execPath, args, { cwd: host });
        measured.set(name, [...(measured.get(name) ?? []), JSON.parse(stdout) as Import]);
      }
    }
    const of = (name: string, key: keyof Import): number => median((measured.get(name) ?? []).map((one) => one[key]));
    for (const name of SUBJECTS) {
      const ratio = of(name, 'ms') / of('inversify', 'ms');
      say(
        `import ${name}: ${of(name, 'ms').toFixed(0)} ms, ${of(name, 'mb').toFixed(1)} MB, ${ratio.toFixed(2)} × inversify`,
      );
    }
    await rm(host, { recursive: true });
    const { peerDependencies, devDependencies } = await manifest();
    const peers = Object.keys(peerDependencies).filter((name) => name !== 'vitest');
    say(`packed: ${megabytes((await stat(tarball)).size)}`);
    say(`installed, without optional peers: ${megabytes(await installed(tarball, []))}`);
    const all = peers.map((name) => `${name}@${devDependencies[name]}`);
    say(`installed, with ${peers.join(', ')}: ${megabytes(await installed(tarball, all))}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
