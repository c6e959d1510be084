import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { ExceljsTableRenderer } from '../../../../src/adapters/driven/exceljs/table-renderer.ts';
import type { TableToRender } from '../../../../src/application/ports/table-renderer.ts';
import { readWorkbook } from './read-workbook.ts';

const table: TableToRender = {
  ...{ locale: 'en', name: 'History', title: 'History of Abendblatt', hint: 'as of now' },
  columns: [
    { heading: 'Version', width: 9 },
    { heading: 'What', width: 40 },
  ],
  sections: [
    [
      [3, '=1+1'],
      [null, 'x'.repeat(40_000)],
    ],
    [[5, '@cmd\u0000|x']],
  ],
  writtenAt: Temporal.Instant.from('2026-11-24T20:00:00Z'),
};

it('writes every value as what it is, and no text as a formula', async () => {
  const workbook = readWorkbook(await new ExceljsTableRenderer().render(table));
  const sheet = workbook.sheet('History');
  expect(sheet.row(3)).toEqual(['Version', 'What']);
  expect(sheet.row(4)).toEqual([3, '=1+1']);
  expect(sheet.row(6)).toEqual([5, '@cmd\uFFFD|x']);
  expect([...sheet.cells.values()].some(({ formula }) => formula)).toBe(false);
  // What no cell holds stands in full behind it.
  expect(workbook.sheets).toHaveLength(2);
});

it('writes the same bytes for the same table', async () => {
  const [one, other] = [await new ExceljsTableRenderer().render(table), await new ExceljsTableRenderer().render(table)];
  expect(Buffer.compare(one, other)).toBe(0);
});
