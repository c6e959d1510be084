import { createRequire } from 'node:module';
import { ExceljsSpreadsheetRenderer } from '../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import { readWorkbook } from '../../test/adapters/driven/exceljs/read-workbook.ts';
import { contentOf } from './plan.ts';
import type { PreparedStyle } from './style.ts';
import type { Table, TableCell, TableRow, TableSheet } from './table.ts';

interface StylesXform {
  readonly prototype: { addStyleModel: (style: PreparedStyle, type: number) => number };
}

/** Renders once, and takes down what the workbook holds, cell by cell, with the styles as exceljs was given them. */
export const record = async (rows: number): Promise<{ readonly table: Table; readonly bytes: Uint8Array }> => {
  const { prototype } = createRequire(import.meta.url)('exceljs/lib/xlsx/xform/style/styles-xform.js') as StylesXform;
  const { addStyleModel } = prototype;
  const styles: (PreparedStyle | null)[] = [null];
  prototype.addStyleModel = function (style, type) {
    const number = addStyleModel.call(this, style, type);
    if (number > 0) styles[number] = style;
    return number;
  };
  try {
    const { bytes } = await new ExceljsSpreadsheetRenderer().render(contentOf(rows));
    return { bytes, table: { styles, sheets: readWorkbook(bytes).sheets.map(({ name, xml }) => sheetOf(name, xml)) } };
  } finally {
    prototype.addStyleModel = addStyleModel;
  }
};

const sheetOf = (name: string, xml: string): TableSheet => {
  const attribute = (pattern: RegExp): string => pattern.exec(xml)?.[1] ?? '';
  return {
    name,
    widths: [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)].flatMap(([, min, max, width]) =>
      Array.from({ length: Number(max) - Number(min) + 1 }, () => Number(width)),
    ),
    frozen: { rows: Number(attribute(/ ySplit="(\d+)"/)), columns: Number(attribute(/ xSplit="(\d+)"/)) },
    filter: attribute(/<autoFilter ref="([^"]+)"/),
    rows: [...xml.matchAll(/<row r="(\d+)" ht="([\d.]+)"[^>]*>(.*?)<\/row>/gs)].map(
      ([, number, height, cells = '']): TableRow => ({
        number: Number(number),
        height: Number(height),
        cells: [...cells.matchAll(CELL)].map(cellOf),
      }),
    ),
    head: xml.slice(0, xml.indexOf('<sheetData>') + '<sheetData>'.length),
    tail: xml.slice(xml.lastIndexOf('</sheetData>')),
  };
};

const CELL = /<c r="[A-Z]\d+" s="(\d+)"(?: t="(\w+)")?(?:\/>|>.*?<([vt])(?: [^>]*)?>(.*?)<\/\3>.*?<\/c>)/gs;

const cellOf = ([, style, type, , text]: RegExpMatchArray): TableCell => {
  if (text === undefined) return [null, Number(style)];
  if (type === undefined) return [Number(text), Number(style)];
  const value = text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]);
  return type === 'inlineStr' ? [value, Number(style), 1] : [value, Number(style)];
};

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
