import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../test/adapters/driven/exceljs/read-workbook.ts';
import { xmlOf } from './limit.ts';
import { record } from './record.ts';

/** Makes the table that all writers write, and what the limit takes over from our workbook as it is. */
export const prepare = async (rows: string, folder: string): Promise<void> => {
  const { table, bytes } = await record(Number(rows));
  const { parts } = readWorkbook(bytes);
  for (const [index, sheet] of table.sheets.entries()) {
    // Else the limit would be that of another workbook.
    if (xmlOf(sheet) !== parts.get(`xl/worksheets/sheet${index + 1}.xml`)) {
      throw new Error(`the limit does not write the same XML for the sheet ${sheet.name}`);
    }
  }
  const others = [...parts].filter(([name]) => !/^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  writeFileSync(join(folder, `table-${rows}.json`), JSON.stringify(table));
  writeFileSync(join(folder, `others-${rows}.json`), JSON.stringify(others));
};
