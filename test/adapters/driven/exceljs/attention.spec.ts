import { describe, expect, it } from 'vitest';
import { flagsInNumbers, flagsOf, Lateness } from '../../../../src/adapters/driven/exceljs/attention.ts';
import { ExceljsSpreadsheetRenderer } from '../../../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import { WORDING } from '../../../../src/adapters/driven/exceljs/wording.ts';
import { aStory, aTask, at } from '../../../builders/plan.ts';
import { aWorkbookContent } from '../../../builders/workbook-content.ts';
import { readWorkbook } from './read-workbook.ts';

const lateness = new Lateness('2026-11-25T16:00:30');

describe('a task is overdue', () => {
  it.each([
    ['once its moment is past', aTask({ deadline: at('2026-11-25', '16:00') }), true],
    ['not before', aTask({ deadline: at('2026-11-25', '16:01') }), false],
    ['with no time, not while its day lasts', aTask({ deadline: at('2026-11-25') }), false],
    ['with no time, from the next day on', aTask({ deadline: at('2026-11-24') }), true],
    ['not if it is done', aTask({ deadline: at('2026-11-24'), done: true }), false],
    ['not without a deadline', aTask(), false],
    ['not because of a later day at an earlier time', aTask({ deadline: at('2026-11-26', '08:00') }), false],
  ])('%s', (_, task, overdue) => {
    expect(lateness.isOverdue(task)).toBe(overdue);
  });
});

it('nobody is missing where a task is done', () => {
  const task = aTask({ assignees: [] });
  expect(flagsOf([task], true, lateness)).toEqual(['unassigned', 'confidential']);
  expect(flagsOf([{ ...task, done: true }], false, lateness)).toEqual([]);
});

it('a day is summed up in the words that its rows have', () => {
  const rows = [
    { flags: ['overdue' as const] },
    { flags: ['overdue' as const, 'confidential' as const] },
    { flags: [] },
  ];
  expect(flagsInNumbers(rows, WORDING.de)).toBe('2 × ÜBERFÄLLIG, 1 × VERTRAULICH');
  expect(flagsInNumbers([], WORDING.en)).toBe('');
});

it('each day has a band that says what it holds, in the order of days, also where it holds nothing', async () => {
  const stories = [
    aStory({ id: 'a' }).withDeadline('2026-11-25', '02:00').withDeadline('2026-11-26', undefined, { assignees: [] }),
    aStory({ id: 'b' }).confidential().appearing('2026-11-25'),
  ].map((story) => story.build());
  const { bytes } = await new ExceljsSpreadsheetRenderer().render(aWorkbookContent('story-plan', { stories }));
  const sheet = readWorkbook(bytes).sheet('Themenplanung');
  const bands = [...sheet.cells].flatMap(([address, { value }]) =>
    address.startsWith('A') && / – /.test(String(value)) && address !== 'A1' ? [value] : [],
  );
  expect(bands).toEqual([
    'Mittwoch, 25. November 2026 – 2 Themen, davon 1 × NICHT VERGEBEN, 1 × ÜBERFÄLLIG, 1 × VERTRAULICH',
    'Donnerstag, 26. November 2026 – 1 Thema, davon 1 × NICHT VERGEBEN, 1 × ÜBERFÄLLIG',
    'Freitag, 27. November 2026 – nichts geplant',
    'Samstag, 28. November 2026 – nichts geplant',
    'Sonntag, 29. November 2026 – nichts geplant',
  ]);
  expect(sheet.xml).toContain('bis 02:00 (ÜBERFÄLLIG)');
});
