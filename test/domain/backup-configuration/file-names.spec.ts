import { describe, expect, it } from 'vitest';
import { fileNamesFor, hasSameFileNames } from '../../../src/domain/backup-configuration/file-names.ts';

describe('the two file names', () => {
  it.each([
    ['de', '', 'Themenplanung.xlsx', 'Terminplanung.xlsx'],
    ['en', '', 'story-plan.xlsx', 'event-plan.xlsx'],
    ['de', 'Nord_2-', 'Nord_2-Themenplanung.xlsx', 'Nord_2-Terminplanung.xlsx'],
    ['en', 'x'.repeat(40), `${'x'.repeat(40)}story-plan.xlsx`, `${'x'.repeat(40)}event-plan.xlsx`],
  ] as const)('follow the language %s and the prefix "%s"', (locale, prefix, storyPlan, eventPlan) => {
    expect(fileNamesFor(locale, prefix)).toEqual({ ok: true, value: { storyPlan, eventPlan } });
  });

  it.each(['x'.repeat(41), '../', 'a b', 'ü', 'a.b', 'a/', '\n', 'a\n', '\na'])('take no prefix like %j', (prefix) => {
    expect(fileNamesFor('de', prefix)).toEqual({ ok: false, problem: 'file-prefix-malformed' });
  });

  it('are the same only if both are', () => {
    const names = { storyPlan: 'a', eventPlan: 'b' };
    expect(hasSameFileNames(names, { ...names })).toBe(true);
    expect(hasSameFileNames(names, { ...names, storyPlan: 'c' })).toBe(false);
    expect(hasSameFileNames(names, { ...names, eventPlan: 'c' })).toBe(false);
  });
});
