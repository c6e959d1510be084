import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderDiskSpace } from '../../../../src/adapters/driven/disk-space/folder-disk-space.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-room-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is free on real disks that are full or read-only: `test/servers/full-disk.spec.ts`. */
describe('the disk of a folder', () => {
  it('has room, and nothing stays there of the look', async () => {
    expect(await new FolderDiskSpace(folder).isLeft()).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has none where less is free than is needed', async () => {
    expect(await new FolderDiskSpace(folder, { leastFree: Number.MAX_SAFE_INTEGER }).isLeft()).toBe(false);
  });

  it('is looked at anew where a process that was killed in its look had the same number', async () => {
    writeFileSync(join(folder, `.room-${process.pid}`), 'half');
    expect(await new FolderDiskSpace(folder).isLeft()).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('rejects where the folder is gone', async () => {
    await expect(new FolderDiskSpace(join(folder, 'gone')).isLeft()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
