import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { systemCodeOf } from '../../shared/own-files/system-code.ts';

/** A larger file is not read: it is no plan, or no plan that a workbook could hold. */
const MAXIMUM_BYTES = 100_000_000;

/** A plan file as it lay there at one moment. */
export interface PlanFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of its bytes, lower-case hex. */
  readonly sha256: string;
  readonly modifiedAt: Temporal.Instant;
}

/** `unavailable`: it could not be fetched. `unreadable`: what was fetched is no plan. The message names the file. */
export class PlanFileProblem extends Error {
  override readonly name = 'PlanFileProblem';
  readonly reason: 'unavailable' | 'unreadable';

  constructor(reason: 'unavailable' | 'unreadable', path: string, what: string) {
    super(`The plan at ${path} cannot be used: ${what}.`);
    this.reason = reason;
  }
}

/**
 * Reads the file as one state: if it was changed while it was read, once more, and then no more.
 * @throws {PlanFileProblem}
 */
export const readPlanFile = async (path: string, maximumBytes = MAXIMUM_BYTES): Promise<PlanFile> => {
  const file = await openFile(path);
  try {
    const read = (await readOnce(file, path, maximumBytes)) ?? (await readOnce(file, path, maximumBytes));
    if (read === undefined) throw new PlanFileProblem('unavailable', path, 'it is being written to; try again');
    return read;
  } catch (error) {
    throw error instanceof PlanFileProblem ? error : new PlanFileProblem('unavailable', path, whyNot(error));
  } finally {
    await file.close();
  }
};

/** Undefined if it was changed in between. */
const readOnce = async (file: FileHandle, path: string, maximumBytes: number): Promise<PlanFile | undefined> => {
  const before = await file.stat({ bigint: true });
  if (!before.isFile()) throw new PlanFileProblem('unavailable', path, 'it is not a file');
  if (before.size > BigInt(maximumBytes)) {
    throw new PlanFileProblem('unreadable', path, `it is larger than ${Math.floor(maximumBytes / 1_000_000)} MB`);
  }
  const bytes = await readBytes(file, Number(before.size));
  const after = await file.stat({ bigint: true });
  if (after.size !== before.size || after.mtimeNs !== before.mtimeNs || bytes.length !== Number(before.size)) {
    return undefined;
  }
  return {
    path,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    modifiedAt: new Temporal.Instant(before.mtimeNs),
  };
};

/** From its start, and never more than `size`, however fast it grows. */
const readBytes = async (file: FileHandle, size: number): Promise<Buffer> => {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
};

const openFile = async (path: string): Promise<FileHandle> => {
  try {
    // Without waiting for a writer, should the path be a named pipe.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw new PlanFileProblem('unavailable', path, whyNot(error));
  }
};

/** In words, from an error of the file system. */
export const whyNot = (error: unknown): string => {
  const code = systemCodeOf(error) ?? 'unknown reason';
  return WORDS[code] ?? `it cannot be read (${code})`;
};

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder and not a file',
  EACCES: 'there is no permission to read it',
  EPERM: 'there is no permission to read it',
};
