import { constants } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiskSpace } from '../../../application/ports/disk-space.ts';

/** Bytes: what SQLite's `-wal` file grows to before it is moved to the database, and as much again for that. */
const LEAST_FREE = 8_000_000;

/** Of a file that is not there yet: what is overwritten finds its place on a full disk, too. */
const FRESH_BYTES = 65_536;

/**
 * The disk of one folder. The file system is asked for its free space; and, because it knows of no quota and still says
 * so where it may only be read, a fresh file is written there that is gone at once.
 */
export class FolderDiskSpace implements DiskSpace {
  readonly #folder: string;
  readonly #leastFree: number;

  constructor(folder: string, { leastFree = LEAST_FREE }: { readonly leastFree?: number } = {}) {
    this.#folder = folder;
    this.#leastFree = leastFree;
  }

  async isLeft(): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.#folder);
    return bavail * bsize >= this.#leastFree && (await this.#takesAFreshFile());
  }

  async #takesAFreshFile(): Promise<boolean> {
    const path = join(this.#folder, `.room-${process.pid}`);
    // What a process that was killed left, under a number that is ours by now.
    await rm(path, { force: true });
    const file = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
    try {
      await rm(path);
      const { bytesWritten } = await file.write(Buffer.alloc(FRESH_BYTES));
      return bytesWritten === FRESH_BYTES;
    } finally {
      await file.close();
    }
  }
}
