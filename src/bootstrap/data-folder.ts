import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DataFolderUnusable } from '../adapters/driving/cli/unusable.ts';
import { systemCodeOf } from '../adapters/shared/own-files/system-code.ts';

const OWNER_ONLY = 0o700;

/** Makes a folder for the owner only, with its parents, where there is none. Throws {@link DataFolderUnusable}. */
export const makeFolder = (directory: string): void => {
  try {
    makeWithParents(resolve(directory));
  } catch (error) {
    throw new DataFolderUnusable(directory, systemCodeOf(error) ?? 'unknown');
  }
};

/** One by one: below `/proc` Node's recursive mkdir never returns. */
const makeWithParents = (directory: string): void => {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(directory);
  if (parent !== directory) makeWithParents(parent);
  try {
    mkdirSync(directory, { mode: OWNER_ONLY });
  } catch (error) {
    // Another process may have made it in this moment.
    if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
};
