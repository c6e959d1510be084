import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';

export interface TemporaryFolder {
  readonly path: string;
  readonly file: (name: string) => string;
  /** Gives the file's path. */
  readonly write: (name: string, content: string | Uint8Array, modifiedAt?: Temporal.Instant) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const temporaryFolder = async (): Promise<TemporaryFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'planning-backup-plan-'));
  return {
    path,
    file: (name) => join(path, name),
    write: async (name, content, modifiedAt) => {
      await writeFile(join(path, name), content);
      if (modifiedAt !== undefined) {
        const seconds = modifiedAt.epochMilliseconds / 1000;
        await utimes(join(path, name), seconds, seconds);
      }
      return join(path, name);
    },
    close: () => rm(path, { recursive: true, force: true }),
  };
};
