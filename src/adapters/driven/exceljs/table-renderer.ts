import type { TableRenderer, TableRow, TableToRender } from '../../../application/ports/table-renderer.ts';
import { longTextSheet } from './long-text-sheet.ts';
import type { Sheet } from './sheet.ts';
import { footer } from './sheet-setup.ts';
import { STYLES } from './styles.ts';
import { WORDING } from './wording.ts';
import { Workbook } from './workbook.ts';

/** Writes a table as the plans are written: the same sheet, printable, and every value through `toCell`. */
export class ExceljsTableRenderer implements TableRenderer {
  async render(table: TableToRender): Promise<Uint8Array> {
    const { locale, title, writtenAt } = table;
    const words = WORDING[locale];
    const workbook = await Workbook.open({
      ...{ words, styles: STYLES[locale], footer: footer(title, '', words.page) },
      writtenAt: new Date(writtenAt.epochMilliseconds),
    });
    await workbook.write(sheetOf(table));
    const longTexts = workbook.longTexts.all();
    if (longTexts.length > 0) await workbook.write(longTextSheet({ words, title }, longTexts));
    return workbook.finish(0);
  }
}

const sheetOf = ({ name, title, hint, columns, sections }: TableToRender): Sheet<TableRow> => ({
  ...{ name, title, hint },
  frozenColumns: 1,
  columns: columns.map(({ heading, width }, index) => ({
    ...{ heading, width },
    value: (row) => row[index] ?? null,
  })),
  sections: sections.map((rows) => ({ rows })),
  label: ([first]) => String(first ?? ''),
});
