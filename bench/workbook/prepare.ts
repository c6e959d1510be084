/** Makes the table that all writers write: `prepare.js ROWS FOLDER`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../test/adapters/driven/exceljs/read-workbook.ts';
import { xmlOf } from './limit.ts';
import { record } from './record.ts';

const [rows = '', folder = ''] = process.argv.slice(2);
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
