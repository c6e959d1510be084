import type WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import { cleanText } from './cell.ts';
import { letterOf } from './row-xml.ts';
import { HEADING_ROW, lastRowOf, type Sheet } from './sheet.ts';

const A4 = 9;
const INCHES = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 };

/** What exceljs writes before the first row, and would silently lose if it came later. */
export const pageOptions = <Row>(sheet: Sheet<Row>, footer: string): WorkbookWriter.SheetOptions => ({
  properties: { defaultRowHeight: 15 },
  views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: HEADING_ROW, zoomScale: 100 }],
  pageSetup: {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: INCHES,
  },
  headerFooter: { oddFooter: footer },
});

/** Excel takes 255 characters of a footer, codes included. */
const LONGEST_PART = 90;

/** The language of page footers, where `&` begins a code; `page` may hold codes. */
export const footer = (left: string, middle: string, page: string): string => {
  const part = (text: string): string =>
    [...cleanText(text).replaceAll('\n', ' ')].slice(0, LONGEST_PART).join('').replaceAll('&', '&&');
  return `&L${part(left)}&C${part(middle)}&R${page}`;
};

/** Filter, print area and repeated headings; some programs see the filter only with its defined name. */
export const rangesOf = <Row>(
  sheet: Sheet<Row>,
  localSheetId: number,
): { filter: string; definedNames: readonly WorkbookWriter.DefinedName[] } => {
  const firstScreenOnly = sheet.columns.findIndex(({ screenOnly }) => screenOnly === true);
  const printed = firstScreenOnly === -1 ? sheet.columns.length : firstScreenOnly;
  const last = letterOf(sheet.columns.length - 1);
  const lastRow = lastRowOf(sheet);
  const name = (definedName: string, range: string): WorkbookWriter.DefinedName => ({
    name: definedName,
    localSheetId,
    ranges: [`'${sheet.name}'!${range}`],
  });
  return {
    filter: `A${HEADING_ROW}:${last}${lastRow}`,
    definedNames: [
      name('_xlnm._FilterDatabase', `$A$${HEADING_ROW}:$${last}$${lastRow}`),
      name('_xlnm.Print_Area', `$A$1:$${letterOf(printed - 1)}$${lastRow}`),
      name('_xlnm.Print_Titles', `$1:$${HEADING_ROW}`),
    ],
  };
};
