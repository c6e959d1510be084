import { setImmediate } from 'node:timers/promises';
import type WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import { ByteSink } from './byte-sink.ts';
import { type CellInput, type CellValue, toCell } from './cell.ts';
import { MAXIMUM_ROWS, openWriter } from './deterministic-writer.ts';
import { LongTexts } from './long-texts.ts';
import { type Column, HEADING_ROW, type Sheet } from './sheet.ts';
import { pageOptions, rangesOf } from './sheet-setup.ts';
import { type Styles, wraps } from './styles.ts';
import { fitInto, LINE_HEIGHT, MAXIMUM_LINES } from './text-fit.ts';
import type { Wording } from './wording.ts';

/** While rows rest this often, compression keeps pace on another core and little waits in memory. */
const ROWS_BETWEEN_RESTS = 20;
const MAXIMUM_WAITING_BYTES = 256 * 1024;

/** A workbook that is written sheet by sheet, row by row. */
export class Workbook {
  readonly longTexts = new LongTexts();
  readonly #writer: WorkbookWriter;
  readonly #sink: ByteSink;
  #failure: Error | undefined;
  readonly #words: Wording;
  readonly #styles: Styles;
  readonly #footer: string;
  readonly #definedNames: WorkbookWriter.DefinedName[] = [];
  readonly #rows = new Map<string, number>();

  private constructor(writer: WorkbookWriter, sink: ByteSink, options: WorkbookOptions) {
    this.#writer = writer;
    this.#sink = sink;
    this.#words = options.words;
    this.#styles = options.styles;
    this.#footer = options.footer;
    // The writer itself listens for errors at its very end only; before that they would be lost, or end the process.
    const keep = (error: Error): void => {
      this.#failure ??= error;
    };
    sink.on('error', keep);
    writer.zip.on('error', keep);
    // exceljs would keep one object a cell of each name's range, and has no name that is one sheet's own.
    writer._definedNames = { model: this.#definedNames };
  }

  static async open(options: WorkbookOptions): Promise<Workbook> {
    const sink = new ByteSink();
    return new Workbook(await openWriter(sink, options.writtenAt), sink, options);
  }

  /** The sheet's names and numbers of rows, in order. */
  get rows(): ReadonlyMap<string, number> {
    return this.#rows;
  }

  /** @throws {RangeError} if the sheet has more rows than a spreadsheet can */
  async write<Row>(sheet: Sheet<Row>): Promise<void> {
    if (HEADING_ROW + sheet.rows.length > MAXIMUM_ROWS) {
      throw new RangeError(
        `The sheet "${sheet.name}" would have ${sheet.rows.length} rows, more than a workbook holds.`,
      );
    }
    const worksheet = this.#writer.addWorksheet(sheet.name, pageOptions(sheet, this.#footer));
    worksheet.columns = sheet.columns.map(({ width }) => ({ width }));
    this.#writeTop(worksheet, sheet);
    await this.#writeRows(worksheet, sheet);
    const ranges = rangesOf(sheet, this.#rows.size);
    worksheet.autoFilter = ranges.filter;
    this.#definedNames.push(...ranges.definedNames);
    this.#rows.set(sheet.name, sheet.rows.length);
    worksheet.commit();
  }

  /** @param openOn index of the sheet that is in sight first */
  async finish(openOn: number): Promise<Uint8Array> {
    this.#writer.views = [{ activeTab: openOn, ...WINDOW }];
    // With all sheets committed, the writer comes to its own listeners before anything else can fail.
    this.#throwFailure();
    await this.#writer.commit();
    return this.#sink.bytes();
  }

  #writeTop<Row>(worksheet: WorkbookWriter.Worksheet, sheet: Sheet<Row>): void {
    this.#writeLine(worksheet, 1, sheet.title, this.#styles.title, 20);
    this.#writeLine(worksheet, 2, sheet.hint, this.#styles.hint, 16);
    const headings = worksheet.getRow(HEADING_ROW);
    headings.style = this.#styles.row;
    let lines = 1;
    for (const [index, { heading, width }] of sheet.columns.entries()) {
      const cell = headings.getCell(index + 1);
      cell.value = written(toCell(heading));
      cell.style = this.#styles.heading;
      lines = Math.max(lines, fitInto(heading, width - 2).lines);
    }
    headings.height = heightOf(lines);
    headings.commit();
    if (sheet.rows.length === 0 && sheet.nothing !== undefined) {
      this.#writeLine(worksheet, HEADING_ROW + 1, sheet.nothing, this.#styles.hint, 20);
    }
  }

  #writeLine(worksheet: WorkbookWriter.Worksheet, number: number, text: string, style: object, height: number): void {
    const row = worksheet.getRow(number);
    row.style = this.#styles.row;
    row.height = height;
    const cell = row.getCell(1);
    cell.value = written(toCell(text));
    cell.style = style;
    row.commit();
  }

  async #writeRows<Row>(worksheet: WorkbookWriter.Worksheet, sheet: Sheet<Row>): Promise<void> {
    let shaded = true;
    let group: string | undefined;
    for (const [index, row] of sheet.rows.entries()) {
      const own = sheet.group?.(row);
      const opens = index === 0 || own !== group;
      if (opens) shaded = !shaded;
      group = own;
      this.#writeRow(worksheet, HEADING_ROW + 1 + index, sheet, row, {
        shaded,
        opens: opens && sheet.group !== undefined,
      });
      if (index % ROWS_BETWEEN_RESTS === 0) await this.#rest(worksheet);
    }
  }

  #writeRow<Row>(
    worksheet: WorkbookWriter.Worksheet,
    number: number,
    sheet: Sheet<Row>,
    row: Row,
    look: { shaded: boolean; opens: boolean },
  ): void {
    const target = worksheet.getRow(number);
    target.style = this.#styles.row;
    let lines = 1;
    for (const [index, column] of sheet.columns.entries()) {
      const shown = this.#shown(sheet, row, column);
      lines = Math.max(lines, shown.lines);
      const cell = target.getCell(index + 1);
      cell.value = written(toCell(shown.value));
      const kind = column.alert?.(row) ? 'alert' : (column.kind ?? 'text');
      cell.style = this.#styles.cell(kind, look.shaded, look.opens);
    }
    target.height = heightOf(lines);
    target.commit();
  }

  #shown<Row>(sheet: Sheet<Row>, row: Row, column: Column<Row>): { value: CellInput; lines: number } {
    const value = column.value(row);
    if (typeof value !== 'string') return { value, lines: 1 };
    const oneLine = !wraps(column.kind ?? 'text');
    const { text, lines, whole } = fitInto(value, oneLine ? LONGEST_LINE : column.width);
    if (whole) return { value: text, lines: oneLine ? 1 : lines };
    const number = this.longTexts.add(value, `${sheet.name} · ${column.heading} · ${sheet.label(row)}`);
    const mark = this.#words.longTextMark(number, this.#words.sheets.longTexts);
    const room = MAXIMUM_LINES - fitInto(mark, column.width).lines;
    return { value: `${fitInto(value, column.width, room).text.trimEnd()}\n${mark}`, lines: MAXIMUM_LINES };
  }

  async #rest(worksheet: WorkbookWriter.Worksheet): Promise<void> {
    do {
      await setImmediate();
      this.#throwFailure();
    } while ((worksheet.stream.pipes[0]?._writableState.length ?? 0) > MAXIMUM_WAITING_BYTES);
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

export interface WorkbookOptions {
  readonly words: Wording;
  readonly styles: Styles;
  /** In the language of page footers, see `footer`. */
  readonly footer: string;
  readonly writtenAt: Date;
}

/** Of a text on one line, which a program shows in full where one looks at the cell: what it may hold is 30 of these. */
const LONGEST_LINE = 200;

/** In twentieths of a point: a laptop's screen. */
const WINDOW = { width: 28_800, height: 15_000 };

/** In points. */
const heightOf = (lines: number): number => lines * LINE_HEIGHT + 3;

/**
 * exceljs writes a text as if it were the result of a formula. LibreOffice then drops its line breaks where it fits
 * into one line, its outer spaces, and shows an escape as it is written; in an inline string it does not.
 */
const written = (value: CellValue): WorkbookWriter.Cell['value'] =>
  typeof value === 'string' && NEEDS_INLINE.test(value) ? { richText: [{ text: value }] } : value;

const NEEDS_INLINE = /^\s|\n|_x005F_|\s$/;
