import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNamesFor } from '../../../src/domain/backup-configuration/file-names.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { leftoverPartFiles, partNameOf } from '../../../src/domain/backup-run/part-files.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { claimed } from '../../builders/run.ts';
import { valid } from '../../builders/valid.ts';

const here = aDestination();
const elsewhere = aDestination({ directory: '/elsewhere' });
const files = (
  type: 'PartFilesNamed' | 'PartFilesGone',
  names: readonly string[],
  destination = here,
  attempt = 1,
): BackupRunEvent => ({
  type,
  attempt,
  destination,
  names,
});

describe('a part file', () => {
  it('has the night and the attempt in its name, in front of the name that it will get', () => {
    expect(partNameOf('Themenplanung.xlsx', aNight('2026-11-24'), 2)).toBe('20261124-2.Themenplanung.xlsx.part');
  });

  it('has a name of which no beginning is the name of a visible file, whatever its prefix', () => {
    const prefix = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{0,40}$/), fc.constantFrom('20261124-1', '20261124-'));
    fc.assert(
      fc.property(prefix, fc.constantFrom('de' as const, 'en' as const), fc.nat(30), (text, locale, attempt) => {
        const { storyPlan, eventPlan } = valid(fileNamesFor(locale, text));
        for (const name of [storyPlan, eventPlan]) {
          const part = partNameOf(name, aNight('2026-11-24'), attempt);
          for (const visible of [storyPlan, eventPlan]) expect(part.startsWith(visible)).toBe(false);
        }
      }),
    );
  });

  it('is left over if it was named there and is not recorded as gone there', () => {
    const history = [
      claimed(),
      files('PartFilesNamed', ['a', 'b']),
      files('PartFilesGone', ['a']),
      files('PartFilesNamed', ['c']),
    ];
    expect(leftoverPartFiles([history], here)).toEqual(['b', 'c']);
    expect(leftoverPartFiles([history], elsewhere)).toEqual([]);
  });

  it('is a matter of one destination', () => {
    const history = [
      files('PartFilesNamed', ['a']),
      files('PartFilesNamed', ['a'], elsewhere),
      files('PartFilesGone', ['a'], elsewhere),
    ];
    expect(leftoverPartFiles([history], here)).toEqual(['a']);
    expect(leftoverPartFiles([history], elsewhere)).toEqual([]);
  });

  it('that was named twice is one, and gone at once', () => {
    const twice = [files('PartFilesNamed', ['a']), files('PartFilesNamed', ['a'])];
    expect(leftoverPartFiles([twice], here)).toEqual(['a']);
    expect(leftoverPartFiles([[...twice, files('PartFilesGone', ['a'])]], here)).toEqual([]);
    expect(leftoverPartFiles([[files('PartFilesGone', ['a']), ...twice]], here)).toEqual(['a']);
  });

  it('is gone for good once its own attempt says so, or another night does', () => {
    const named = files('PartFilesNamed', ['a']);
    const gone = (attempt: number) => files('PartFilesGone', ['a'], here, attempt);
    expect(leftoverPartFiles([[named, gone(1)]], here)).toEqual([]);
    expect(leftoverPartFiles([[named, gone(2), gone(1)]], here)).toEqual([]);
    expect(leftoverPartFiles([[named], [gone(1)]], here)).toEqual([]);
    // Whoever was overtaken may upload it anew.
    expect(leftoverPartFiles([[named, gone(2)]], here)).toEqual(['a']);
    expect(leftoverPartFiles([[named, gone(2), gone(3)]], here)).toEqual(['a']);
    expect(leftoverPartFiles([[named, gone(2)], [gone(1)]], here)).toEqual([]);
  });
});
