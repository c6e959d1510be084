import { readFile, rm } from 'node:fs/promises';
import { removeLogin } from './accounts.ts';
import { endTree, isRunning } from './processes.ts';
import { run } from './shell.ts';
import { allStates, isWorkDirectory, loadState } from './state.ts';

const mountedUnder = async (directory: string): Promise<string[]> => {
  const lines = (await readFile('/proc/self/mounts', 'utf8')).split('\n');
  // The kernel writes a space in a path as \040; no path of ours holds one up to the mount.
  return lines.map((line) => line.split(' ')[1] ?? '').filter((path) => path.startsWith(`${directory}/`));
};

/** Undoes one `up`: its processes, mounts, users and files, and nothing else. */
export const down = async (directory: string): Promise<void> => {
  if (!isWorkDirectory(directory)) throw new Error(`${directory} is not a folder of the real parts`);
  const state = loadState(directory);
  await Promise.all(state.processes.map(endTree));
  for (const path of await mountedUnder(directory)) {
    // A server's session that is being torn down may still hold the disk for a moment.
    await run('umount', [path]).catch(() => run('umount', ['--lazy', path]));
  }
  if (state.user !== undefined) await removeLogin(state.user, allStates().length === 1);
  await rm(directory, { recursive: true, force: true });
};

/** Undoes what runs left behind that were killed before they could. */
export const sweep = async (): Promise<void> => {
  for (const { directory, owner } of allStates()) {
    if (owner !== undefined && !isRunning(owner)) await down(directory);
  }
};
