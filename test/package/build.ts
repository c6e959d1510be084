import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { link, linkedHost, packed } from './host.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly tarball: string;
    /** A project with the package, its dependencies and the types of Node; see `linkedHost`. */
    readonly host: string;
  }
}

/** Once for all tests of the package. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'planning-backup-pack-'));
  const tarball = await packed(folder);
  const host = await linkedHost(tarball);
  await link(host, '@types/node');
  provide('tarball', tarball);
  provide('host', host);
  return async () => {
    for (const place of [folder, host]) await rm(place, { recursive: true, force: true });
  };
};
