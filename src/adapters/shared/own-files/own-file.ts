import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCodeOf } from './system-code.ts';

const GROUP_AND_OTHERS = 0o077;

/** How a caller's own error is made from what is wrong with a file. */
export type Problem = new (message: string) => Error;

/**
 * The text of a file that its owner alone may read, without outer spaces; undefined if there is no such file, empty
 * if it is larger than `largest` bytes. Throws the caller's error for one that is open to others, or no file.
 */
export const readOwnFile = (file: string, largest: number, Unusable: Problem): string | undefined => {
  const descriptor = openUnlessAbsent(file);
  if (descriptor === undefined) return undefined;
  try {
    // Of the opened file, so that it cannot be another by the time it is read.
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new Unusable(`${file} is no file`);
    if ((status.mode & GROUP_AND_OTHERS) !== 0)
      throw new Unusable(`${file} is open to others than its owner: make it so with chmod 600`);
    return status.size > largest ? '' : readFileSync(descriptor, 'utf8').trim();
  } finally {
    closeSync(descriptor);
  }
};

const openUnlessAbsent = (file: string): number | undefined => {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Makes a file that is not there yet, and returns when its content is durable; its name is by {@link syncDirectoryOf}. */
export const writeNewFile = (file: string, text: string, mode: number): void => {
  // `wx`: whoever else puts a file there in this moment does not get our text.
  const descriptor = openSync(file, 'wx', mode);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** A new name is durable only when its directory is. */
export const syncDirectoryOf = (file: string): void => {
  const descriptor = openSync(dirname(file), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Runs the work; an error of the system becomes the caller's own, which names file, problem and code. */
export const naming = <Result>(file: string, problem: string, Unusable: Problem, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`${file} ${problem} (${systemCodeOf(error) ?? 'unknown'})`);
  }
};
