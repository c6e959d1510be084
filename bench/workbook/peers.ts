import { Writable } from 'node:stream';
import { LEVEL } from './limit.ts';
import { type PreparedStyle, rgb } from './style.ts';
import type { Method, Table, TableSheet } from './table.ts';

type ExcelJs = typeof import('exceljs');

/** A page that looks like ours, by each library's documented ways. */
const page = (sheet: TableSheet): object => ({
  views: [{ state: 'frozen', xSplit: sheet.frozen.columns, ySplit: sheet.frozen.rows }],
  pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
});

const exceljs = async (): Promise<ExcelJs> => (await import('exceljs')).default;

const exceljsWriteBuffer: Method = async (table) => {
  const { Workbook } = await exceljs();
  const workbook = new Workbook();
  for (const sheet of table.sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, page(sheet));
    worksheet.columns = sheet.widths.map((width) => ({ width }));
    worksheet.autoFilter = sheet.filter;
    for (const { cells, height } of sheet.rows) {
      const row = worksheet.addRow(cells.map(([value]) => value));
      row.height = height;
      row.eachCell({ includeEmpty: true }, (cell, column) => dress(cell, table, cells[column - 1]?.[1]));
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const exceljsStream: Method = async (table) => {
  const { stream } = await exceljs();
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const workbook = new stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, zip: { zlib: { level: LEVEL } } });
  for (const sheet of table.sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, page(sheet));
    worksheet.columns = sheet.widths.map((width) => ({ width }));
    worksheet.autoFilter = sheet.filter;
    for (const { cells, height } of sheet.rows) {
      const row = worksheet.addRow(cells.map(([value]) => value));
      row.height = height;
      row.eachCell({ includeEmpty: true }, (cell, column) => dress(cell, table, cells[column - 1]?.[1]));
      row.commit();
    }
    worksheet.commit();
  }
  await workbook.commit();
  return Buffer.concat(chunks);
};

/** As exceljs' documentation shows it: property by property. */
const dress = (cell: import('exceljs').Cell, table: Table, number = 0): void => {
  const style = table.styles[number];
  if (style === null || style === undefined) return;
  if (style.numFmt !== undefined) cell.numFmt = style.numFmt;
  if (style.font !== undefined) cell.font = style.font;
  if (style.alignment !== undefined) cell.alignment = style.alignment;
  if (style.border !== undefined) cell.border = style.border;
  if (style.fill !== undefined) cell.fill = style.fill;
};

const sheetJs: Method = async (table) => {
  const { default: xlsx } = await import('xlsx');
  const workbook = xlsx.utils.book_new();
  for (const sheet of table.sheets) {
    const worksheet = xlsx.utils.aoa_to_sheet(sheet.rows.map(({ cells }) => cells.map(([value]) => value)));
    worksheet['!cols'] = sheet.widths.map((wch) => ({ wch }));
    worksheet['!rows'] = sheet.rows.map(({ height }) => ({ hpt: height }));
    worksheet['!autofilter'] = { ref: sheet.filter };
    xlsx.utils.book_append_sheet(workbook, worksheet, sheet.name);
  }
  return xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array;
};

const writeExcelFile: Method = async (table) => {
  const { default: write } = await import('write-excel-file/node');
  const styles = table.styles.map((style) => (style === null ? {} : forWriteExcelFile(style)));
  // It wants no number format where there is no number.
  const blank = styles.map(({ format: _, ...style }: { format?: string }) => style);
  const sheets = table.sheets.map((sheet) => ({
    sheet: sheet.name,
    orientation: 'landscape' as const,
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.frozen.rows,
    stickyColumnsCount: sheet.frozen.columns,
    data: sheet.rows.map(({ cells, height }) =>
      cells.map(([value, style]) =>
        value === null ? { ...blank[style], height } : { ...styles[style], height, value },
      ),
    ),
  }));
  return write(sheets).toBuffer();
};

const forWriteExcelFile = ({ numFmt, font, alignment, border, fill }: PreparedStyle) => ({
  ...(numFmt === undefined ? {} : { format: numFmt }),
  ...(font === undefined ? {} : { fontFamily: font.name, fontSize: font.size }),
  ...(font?.bold === true ? { fontWeight: 'bold' as const } : {}),
  ...(font?.italic === true ? { fontStyle: 'italic' as const } : {}),
  ...(font?.color === undefined ? {} : { textColor: `#${rgb(font.color.argb)}` }),
  ...(fill === undefined ? {} : { backgroundColor: `#${rgb(fill.fgColor.argb)}` }),
  ...(border?.top === undefined
    ? {}
    : { topBorderStyle: border.top.style, topBorderColor: `#${rgb(border.top.color.argb)}` }),
  ...(border?.bottom === undefined
    ? {}
    : { bottomBorderStyle: border.bottom.style, bottomBorderColor: `#${rgb(border.bottom.color.argb)}` }),
  ...(border?.left === undefined
    ? {}
    : { leftBorderStyle: border.left.style, leftBorderColor: `#${rgb(border.left.color.argb)}` }),
  ...(border?.right === undefined
    ? {}
    : { rightBorderStyle: border.right.style, rightBorderColor: `#${rgb(border.right.color.argb)}` }),
  ...(alignment === undefined
    ? {}
    : {
        alignVertical: alignment.vertical === 'middle' ? ('center' as const) : ('top' as const),
        wrap: alignment.wrapText ?? false,
      }),
  ...(alignment?.horizontal === undefined ? {} : { align: alignment.horizontal }),
});

const wasmXlsxWriter: Method = async (table) => {
  const wasm = await import('wasm-xlsxwriter');
  const border = { thin: wasm.FormatBorder.Thin, medium: wasm.FormatBorder.Medium, hair: wasm.FormatBorder.Hair };
  const color = (argb: string): import('wasm-xlsxwriter').Color => wasm.Color.rgb(Number.parseInt(rgb(argb), 16));
  const formats = table.styles.map((style) => {
    let format = new wasm.Format();
    if (style === null) return format;
    if (style.numFmt !== undefined) format = format.setNumFormat(style.numFmt);
    if (style.font !== undefined) format = format.setFontName(style.font.name).setFontSize(style.font.size);
    if (style.font?.bold === true) format = format.setBold();
    if (style.font?.italic === true) format = format.setItalic();
    if (style.font?.color !== undefined) format = format.setFontColor(color(style.font.color.argb));
    if (style.fill !== undefined) format = format.setBackgroundColor(color(style.fill.fgColor.argb));
    const { top, bottom, left, right } = style.border ?? {};
    if (top !== undefined) format = format.setBorderTop(border[top.style]).setBorderTopColor(color(top.color.argb));
    if (bottom !== undefined)
      format = format.setBorderBottom(border[bottom.style]).setBorderBottomColor(color(bottom.color.argb));
    if (left !== undefined)
      format = format.setBorderLeft(border[left.style]).setBorderLeftColor(color(left.color.argb));
    if (right !== undefined)
      format = format.setBorderRight(border[right.style]).setBorderRightColor(color(right.color.argb));
    if (style.alignment?.wrapText === true) format = format.setTextWrap();
    if (style.alignment?.horizontal !== undefined) format = format.setAlign(wasm.FormatAlign.Left);
    if (style.alignment?.vertical === 'top') format = format.setAlign(wasm.FormatAlign.Top);
    return format;
  });
  const workbook = new wasm.Workbook();
  for (const sheet of table.sheets) {
    const worksheet = workbook.addWorksheet();
    worksheet.setName(sheet.name);
    worksheet.setFreezePanes(sheet.frozen.rows, sheet.frozen.columns);
    for (const [column, width] of sheet.widths.entries()) worksheet.setColumnWidth(column, width);
    for (const { number, height, cells } of sheet.rows) {
      worksheet.setRowHeight(number - 1, height);
      for (const [column, [value, style]] of cells.entries()) {
        const format = formats[style] as import('wasm-xlsxwriter').Format;
        if (value === null) worksheet.writeBlank(number - 1, column, format);
        else if (typeof value === 'number') worksheet.writeNumberWithFormat(number - 1, column, value, format);
        else worksheet.writeStringWithFormat(number - 1, column, value, format);
      }
    }
    const lastRow = Number(/\d+$/.exec(sheet.filter)?.[0]);
    worksheet.autofilter(sheet.frozen.rows - 1, 0, lastRow - 1, sheet.widths.length - 1);
  }
  return workbook.saveToBufferSync();
};

export const PEERS: Readonly<Record<string, { readonly group: 'styled' | 'unstyled'; readonly method: Method }>> = {
  'exceljs writeBuffer': { group: 'styled', method: exceljsWriteBuffer },
  'exceljs stream, plain': { group: 'styled', method: exceljsStream },
  'write-excel-file': { group: 'styled', method: writeExcelFile },
  'wasm-xlsxwriter': { group: 'styled', method: wasmXlsxWriter },
  'SheetJS xlsx': { group: 'unstyled', method: sheetJs },
};
