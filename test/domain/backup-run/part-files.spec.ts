import { describe, expect, it } from 'vitest';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { leftoverPartFiles, partNameOf } from '../../../src/domain/backup-run/part-files.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { claimed } from '../../builders/run.ts';

const here = aDestination();
const elsewhere = aDestination({ directory: '/elsewhere' });
const files = (
  type: 'PartFilesNamed' | 'PartFilesGone',
  names: readonly string[],
  destination = here,
): BackupRunEvent => ({
  type,
  attempt: 1,
  destination,
  names,
});

describe('a part file', () => {
  it('has the night and the attempt in its name, behind the name that it will get', () => {
    expect(partNameOf('Themenplanung.xlsx', aNight('2026-11-24'), 2)).toBe('Themenplanung.xlsx.20261124-2.part');
  });

  it('is left over if it was named there and is not recorded as gone there', () => {
    const history = [
      claimed(),
      files('PartFilesNamed', ['a', 'b']),
      files('PartFilesGone', ['a']),
      files('PartFilesNamed', ['c']),
    ];
    expect(leftoverPartFiles(history, here)).toEqual(['b', 'c']);
    expect(leftoverPartFiles(history, elsewhere)).toEqual([]);
  });

  it('is a matter of one destination', () => {
    const history = [
      files('PartFilesNamed', ['a']),
      files('PartFilesNamed', ['a'], elsewhere),
      files('PartFilesGone', ['a'], elsewhere),
    ];
    expect(leftoverPartFiles(history, here)).toEqual(['a']);
    expect(leftoverPartFiles(history, elsewhere)).toEqual([]);
  });

  it('that was named twice is one, and gone at once', () => {
    const twice = [files('PartFilesNamed', ['a']), files('PartFilesNamed', ['a'])];
    expect(leftoverPartFiles(twice, here)).toEqual(['a']);
    expect(leftoverPartFiles([...twice, files('PartFilesGone', ['a'])], here)).toEqual([]);
    expect(leftoverPartFiles([files('PartFilesGone', ['a']), ...twice], here)).toEqual(['a']);
  });
});
