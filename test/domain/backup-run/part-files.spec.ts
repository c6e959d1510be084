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
const TONIGHT = aNight('2026-11-24');

type Type = 'PartFilesNamed' | 'PartFilesGone';

const files = (type: Type, names: readonly string[], destination = here, attempt = 1): BackupRunEvent => ({
  ...{ type, attempt, destination, names },
});
const named = (...names: string[]): BackupRunEvent => files('PartFilesNamed', names);
const gone = (attempt: number, ...names: string[]): BackupRunEvent => files('PartFilesGone', names, here, attempt);
const of = (night: string, ...events: readonly BackupRunEvent[]): readonly BackupRunEvent[] => [
  claimed({ night: aNight(night) }),
  ...events,
];

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
    const history = of(TONIGHT, named('a', 'b'), gone(1, 'a'), named('c'));
    expect(leftoverPartFiles([history], TONIGHT, here)).toEqual(['b', 'c']);
    expect(leftoverPartFiles([history], TONIGHT, elsewhere)).toEqual([]);
  });

  it('is a matter of one destination', () => {
    const there = (type: Type) => files(type, ['a'], elsewhere);
    const history = of(TONIGHT, named('a'), there('PartFilesNamed'), there('PartFilesGone'));
    expect(leftoverPartFiles([history], TONIGHT, here)).toEqual(['a']);
    expect(leftoverPartFiles([history], TONIGHT, elsewhere)).toEqual([]);
  });

  it('that was named twice is one, and gone at once', () => {
    const twice = [named('a'), named('a')];
    expect(leftoverPartFiles([of(TONIGHT, ...twice)], TONIGHT, here)).toEqual(['a']);
    expect(leftoverPartFiles([of(TONIGHT, ...twice, gone(1, 'a'))], TONIGHT, here)).toEqual([]);
    expect(leftoverPartFiles([of(TONIGHT, gone(1, 'a'), ...twice)], TONIGHT, here)).toEqual(['a']);
  });

  it('is gone for good once its own attempt says so', () => {
    expect(leftoverPartFiles([of(TONIGHT, named('a'), gone(1, 'a'))], TONIGHT, here)).toEqual([]);
    expect(leftoverPartFiles([of(TONIGHT, named('a'), gone(2, 'a'), gone(1, 'a'))], TONIGHT, here)).toEqual([]);
  });

  it('is not gone for good where another attempt of its night says so, or the next night: it may be uploaded anew', () => {
    expect(leftoverPartFiles([of(TONIGHT, named('a'), gone(2, 'a'))], TONIGHT, here)).toEqual(['a']);
    expect(leftoverPartFiles([of(TONIGHT, named('a'), gone(2, 'a'), gone(3, 'a'))], TONIGHT, here)).toEqual(['a']);
    const next = [of(TONIGHT, named('a')), of('2026-11-25', gone(1, 'a'))];
    expect(leftoverPartFiles(next, aNight('2026-11-26'), here)).toEqual(['a']);
    const before = [of(TONIGHT, named('a')), of('2026-11-23', gone(1, 'a'))];
    expect(leftoverPartFiles(before, aNight('2026-11-26'), here)).toEqual(['a']);
  });

  it('is gone for good once the night after the next one says so', () => {
    const nights = [of(TONIGHT, named('a')), of('2026-11-25', gone(1, 'a')), of('2026-11-26', gone(1, 'a'))];
    expect(leftoverPartFiles(nights, aNight('2026-11-26'), here)).toEqual([]);
  });

  it('of a later night is left to that night: it may be at work', () => {
    const nights = [of(TONIGHT, named('a')), of('2026-11-25', named('b')), []];
    expect(leftoverPartFiles(nights, TONIGHT, here)).toEqual(['a']);
    expect(leftoverPartFiles(nights, aNight('2026-11-25'), here)).toEqual(['a', 'b']);
  });
});
