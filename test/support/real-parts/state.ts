import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnProcess } from './description.ts';

/** Not under /tmp: sshd refuses a chroot below a folder that others may write to. */
const HOME = '/var/lib';
const PREFIX = 'planning-backup-test-';

/** What is to be undone. Everything is written down before it is done, and undoing what was not done is harmless. */
export interface Undo {
  readonly directory: string;
  /** Ends with this process, or only when told to. */
  readonly owner: OwnProcess | undefined;
  user: string | undefined;
  readonly mounts: string[];
  readonly processes: OwnProcess[];
}

const file = (directory: string): string => join(directory, 'state.json');

export const saveState = (state: Undo): void => writeFileSync(file(state.directory), JSON.stringify(state, null, 2));

export const newState = (owner: OwnProcess | undefined): Undo => {
  const directory = mkdtempSync(join(HOME, PREFIX));
  // The login reaches its tree, and sshd the authorised keys, through this folder; secrets in it are closed themselves.
  chmodSync(directory, 0o755);
  const state: Undo = { directory, owner, user: undefined, mounts: [], processes: [] };
  saveState(state);
  return state;
};

export const isWorkDirectory = (directory: string): boolean =>
  directory.startsWith(join(HOME, PREFIX)) && /^[A-Za-z0-9]+$/.test(directory.slice(join(HOME, PREFIX).length));

export const loadState = (directory: string): Undo => JSON.parse(readFileSync(file(directory), 'utf8')) as Undo;

/** All that are up, or were left behind by a run that was killed. */
export const allStates = (): Undo[] =>
  readdirSync(HOME)
    .map((name) => join(HOME, name))
    .filter((directory) => isWorkDirectory(directory) && existsSync(file(directory)))
    .map(loadState);
