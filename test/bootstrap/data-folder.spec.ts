import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DataFolderUnusable } from '../../src/adapters/driving/cli/unusable.ts';
import { makeFolder } from '../../src/bootstrap/data-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'planning-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the data folder', () => {
  it('is made with its parents, for the owner only, and may be there already', () => {
    const path = join(folder, 'a', 'b');
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['below a file', () => join(folder, 'file', 'data')],
    ['that is a file', () => join(folder, 'file')],
    ['where the system makes none', () => '/proc/planning-backup'],
  ])('cannot be one %s', (_, path) => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeFolder(path())).toThrow(DataFolderUnusable);
  });
});
