import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How a process ended, and all that it said. */
export interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly dataDirectory: string;
  readonly stdin?: string;
  readonly nodeOptions?: string;
  /** Gets the process while it runs. */
  readonly started?: (child: ChildProcess) => void;
}

/** The command in a process of its own, as a user starts it from the repository, with nothing else in its environment. */
export const cliProcess = (
  args: readonly string[],
  { dataDirectory, stdin = '', nodeOptions = '', started }: Surroundings,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/bootstrap/cli.ts', ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, PLANNING_BACKUP_DATA: dataDirectory, LANG: 'C', NODE_OPTIONS: nodeOptions },
      stdio: 'pipe',
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
    started?.(child);
  });
