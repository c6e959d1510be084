import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { naming, readOwnFile, writeNewFile } from '../../../../src/adapters/shared/own-files/own-file.ts';

class Unusable extends Error {}

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-'));
  file = join(folder, 'own');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a file of its owner's", () => {
  it('is made with its mode, and read without outer spaces', () => {
    writeNewFile(file, ' text\n', 0o600);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readOwnFile(file, 100, Unusable)).toBe('text');
  });

  it('never takes the place of another, nor of where a link leads', () => {
    const other = join(folder, 'other');
    writeFileSync(other, 'theirs');
    symlinkSync(other, file);
    for (const taken of [other, file]) expect(() => writeNewFile(taken, 'ours', 0o600)).toThrow('EEXIST');
    expect(readFileSync(other, 'utf8')).toBe('theirs');
  });

  it('that is absent reads as undefined, and one that is too large as empty', () => {
    expect(readOwnFile(file, 100, Unusable)).toBeUndefined();
    writeNewFile(file, 'x'.repeat(101), 0o600);
    expect(readOwnFile(file, 100, Unusable)).toBe('');
  });

  it('is refused if others may read it, or if it is no file', () => {
    writeNewFile(file, 'text', 0o600);
    chmodSync(file, 0o640);
    expect(() => readOwnFile(file, 100, Unusable)).toThrow(Unusable);
    mkdirSync(join(folder, 'directory'), { mode: 0o700 });
    expect(() => readOwnFile(join(folder, 'directory'), 100, Unusable)).toThrow('is no file');
  });
});

describe('trouble with a file', () => {
  it('is told with the file, what was tried and the code, as the error of whoever asked', () => {
    const fails = (error: unknown) => () =>
      naming(file, 'cannot be read', Unusable, () => {
        throw error;
      });
    expect(fails(Object.assign(new Error('no'), { code: 'EACCES' }))).toThrow(`${file} cannot be read (EACCES)`);
    expect(fails(new Error('no'))).toThrow('(unknown)');
    expect(fails(new Unusable('as it was'))).toThrow('as it was');
  });
});
