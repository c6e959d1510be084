import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderDiskSpace } from '../../src/adapters/driven/disk-space/folder-disk-space.ts';
import { run } from '../support/real-parts/shell.ts';

const CHILD = fileURLToPath(new URL('../support/child/signs-of-life.ts', import.meta.url));
const MEGABYTE = 1_048_576;

let folder: string;
let disk: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-disk-'));
  disk = join(folder, 'disk');
  mkdirSync(disk);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=16m,mode=700,nosuid,nodev,noexec', 'planning-backup-test', disk]);
});
afterEach(async () => {
  await run('umount', [disk]);
  rmSync(folder, { recursive: true });
});

const filler = (): string => join(disk, 'filler');

/** Takes all that is free, up to the last page. */
const fill = (): void => {
  expect(() => writeFileSync(filler(), Buffer.alloc(17 * MEGABYTE))).toThrow('ENOSPC');
};

describe('a real disk', () => {
  it('has room until it is nearly full, and again when something is deleted', async () => {
    const space = new FolderDiskSpace(disk);
    expect(await space.isLeft()).toBe(true);
    writeFileSync(filler(), Buffer.alloc(9 * MEGABYTE));
    expect(await space.isLeft()).toBe(false);
    rmSync(filler());
    expect(await space.isLeft()).toBe(true);
  });

  it('that is full takes no fresh file, whatever is said to be free', async () => {
    fill();
    const space = new FolderDiskSpace(disk, { leastFree: 0 });
    expect(await space.isLeft().catch(() => false)).toBe(false);
  });

  it('that may only be read takes none either, with all its space free', async () => {
    await run('mount', ['-o', 'remount,ro', disk]);
    await expect(new FolderDiskSpace(disk).isLeft()).rejects.toMatchObject({ code: 'EROFS' });
  });
});

describe('a worker on a disk that fills up', () => {
  let child: ChildProcess;
  let watcher: Server;
  let beats = 0;
  let said = '';

  beforeEach(async () => {
    watcher = createServer((_, response) => {
      beats += 1;
      response.end('ok');
    });
    await new Promise<void>((resolve) => watcher.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(watcher.address() as AddressInfo).port}/ping`;
    child = spawn(process.execPath, ['--import', 'tsx', CHILD, join(disk, 'store.sqlite'), url, '180'], {
      stdio: 'pipe',
    });
    child.stdout?.on('data', (chunk) => {
      said += chunk;
    });
  });
  afterEach(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    watcher.close();
    watcher.closeAllConnections();
  });

  /** The last that it said of its health. */
  const troubles = (): readonly string[] | undefined =>
    said
      .trimEnd()
      .split('\n')
      .filter((line) => line.includes('"health-changed"'))
      .map((line): { troubles: readonly string[] } => JSON.parse(line))
      .at(-1)?.troubles;

  it('says so and beats no more, though the store still overwrites its one small row; and is well again', async () => {
    await vi.waitFor(() => expect(beats).toBeGreaterThan(1), { timeout: 30_000 });
    expect(troubles()).toEqual([]);
    fill();
    await vi.waitFor(() => expect(troubles()).toContain('disk-full'), { timeout: 30_000 });
    rmSync(filler());
    await vi.waitFor(() => expect(troubles()).toEqual([]), { timeout: 30_000 });
    const before = beats;
    await vi.waitFor(() => expect(beats).toBeGreaterThan(before), { timeout: 30_000 });
  });
});
