import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const REPOSITORY = resolve(import.meta.dirname, '../..');

export interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string } | string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
  readonly overrides: unknown;
}

export const manifest = async (): Promise<Manifest> =>
  JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8')) as Manifest;

/** What a host imports: `planning-backup`, and a name for each part of it. */
export const entries = async (): Promise<readonly string[]> =>
  Object.keys((await manifest()).exports)
    .filter((name) => name !== './package.json')
    .map((name) => `planning-backup${name.slice(1)}`);

/** Builds the package and packs it into the folder. Returns the tarball. */
export const packed = async (folder: string): Promise<string> => {
  await run('npm', ['run', '-s', 'build'], { cwd: REPOSITORY });
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: REPOSITORY,
  });
  return join(folder, stdout.trim());
};

/**
 * An empty project with the packed package and what it depends on, and nothing else: no optional peer. What it depends
 * on is linked to where this repository has it, so no registry is asked.
 */
export const linkedHost = async (tarball: string): Promise<string> => {
  const host = await mkdtemp(join(tmpdir(), 'planning-backup-host-'));
  const modules = join(host, 'node_modules');
  await mkdir(modules);
  await run('tar', ['-xzf', tarball, '-C', modules, '--transform', 's,^package,planning-backup,']);
  const { dependencies } = await manifest();
  for (const name of Object.keys(dependencies)) await link(host, name);
  await writeFile(join(host, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));
  return host;
};

/** Gives the project a package that this repository has. */
export const link = async (host: string, name: string): Promise<void> => {
  const place = join(host, 'node_modules', name);
  await mkdir(dirname(place), { recursive: true });
  await symlink(join(REPOSITORY, 'node_modules', name), place);
};

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the project. Never rejects. */
export const runIn = async (host: string, program: string, args: readonly string[]): Promise<Ended> =>
  run(program, args, { cwd: host, maxBuffer: 64 << 20 }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { readonly code?: unknown; readonly stdout: string; readonly stderr: string }) => ({
      code: typeof error.code === 'number' ? error.code : 1,
      stdout: error.stdout,
      stderr: error.stderr,
    }),
  );

export const runText = async (host: string, file: string, text: string): Promise<Ended> => {
  await writeFile(join(host, file), text);
  return runIn(host, process.execPath, [file]);
};

export type Resolution = 'nodenext' | 'bundler';

/** What a host's compiler says of one of its files, as strict as it gets, with all declarations checked. */
export const typeChecked = async (host: string, files: readonly string[], resolution: Resolution): Promise<Ended> => {
  const options = {
    ...{ target: 'es2023', lib: ['es2023'], types: ['node'], strict: true, noEmit: true },
    ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: true },
    module: resolution === 'nodenext' ? 'nodenext' : 'preserve',
    moduleResolution: resolution,
  };
  const config = `tsconfig.${resolution}.json`;
  await writeFile(join(host, config), JSON.stringify({ compilerOptions: options, files }));
  return runIn(host, process.execPath, [join(REPOSITORY, 'node_modules/typescript/bin/tsc'), '-p', config]);
};
