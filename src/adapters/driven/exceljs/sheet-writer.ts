import type WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import { type CellInput, isPlain, toCell } from './cell.ts';
import { linkTarget, MAXIMUM_LINKS } from './links.ts';
import type { LongTexts } from './long-texts.ts';
import { cellXml, letterOf, plainCellXml, rowXml } from './row-xml.ts';
import type { Column, Sheet } from './sheet.ts';
import { type CellKind, type RowLook, type Styles, wraps } from './styles.ts';
import { fitClean, fitInto, LINE_HEIGHT, MAXIMUM_LINES } from './text-fit.ts';
import type { Wording } from './wording.ts';

export interface SheetWriterOptions {
  readonly words: Wording;
  readonly styles: Styles;
  readonly longTexts: LongTexts;
  /** The number of a style in the workbook. */
  readonly numberOf: (style: object) => number;
}

/** Around the number of its row. */
interface CellBegin {
  readonly before: string;
  readonly after: string;
}

/** Writes one sheet from top to bottom. */
export class SheetWriter<Row> {
  readonly #worksheet: WorkbookWriter.Worksheet;
  readonly #sheet: Sheet<Row>;
  readonly #options: SheetWriterOptions;
  readonly #letters: readonly string[];
  readonly #kinds: readonly CellKind[];
  readonly #beginsOf = new Map<RowLook, readonly CellBegin[]>();
  #number = 0;
  #links = 0;

  constructor(worksheet: WorkbookWriter.Worksheet, sheet: Sheet<Row>, options: SheetWriterOptions) {
    this.#worksheet = worksheet;
    this.#sheet = sheet;
    this.#options = options;
    this.#letters = sheet.columns.map((_, index) => letterOf(index));
    this.#kinds = sheet.columns.map(({ kind = 'text' }) => kind);
    // As the writer does it before its first row.
    worksheet._writeColumns();
    worksheet._writeOpenSheetData();
    worksheet.startedData = true;
  }

  /** Title, hint and headings. */
  top(): void {
    const { styles } = this.#options;
    this.#line(this.#sheet.title, styles.title, 20);
    this.#line(this.#sheet.hint, styles.hint, 16);
    let lines = 1;
    let cells = '';
    for (const [index, { heading, width }] of this.#sheet.columns.entries()) {
      lines = Math.max(lines, fitInto(heading, width - 2).lines);
      cells += this.#cell(index, heading, styles.heading);
    }
    this.#row(cells, heightOf(lines) + 4);
  }

  /** Instead of rows. */
  nothing(text: string): void {
    this.#line(text, this.#options.styles.hint, 20);
  }

  band(text: string): void {
    const { band } = this.#options.styles;
    let cells = '';
    for (let index = 0; index < this.#letters.length; index += 1)
      cells += this.#cell(index, index === 0 ? text : null, band);
    this.#row(cells, BAND_HEIGHT);
  }

  row(row: Row, look: RowLook): void {
    const styles = this.#options.styles.cell[look];
    const begins = this.#begins(look);
    const { columns } = this.#sheet;
    const number = `${this.#number + 1}`;
    let cells = '';
    let lines = 1;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index] as Column<Row>;
      const kind = this.#kinds[index] as CellKind;
      const value = column.value(row);
      if (typeof value !== 'string') {
        cells += this.#cell(index, value, styles[kind]);
        continue;
      }
      const plain = isPlain(value);
      const oneLine = !wraps(kind);
      const width = oneLine ? LONGEST_LINE : column.width;
      const fitted = plain ? fitClean(value, width) : fitInto(value, width);
      if (!fitted.whole) lines = MAXIMUM_LINES;
      else if (!oneLine && fitted.lines > lines) lines = fitted.lines;
      const linked = fitted.whole && column.link !== undefined && this.#link(index, column.link(row), value);
      if (plain && fitted.whole && !linked) {
        const { before, after } = begins[index] as CellBegin;
        cells += plainCellXml(before + number + after, value);
        continue;
      }
      const text = fitted.whole ? fitted.text : this.#cut(value, row, column);
      cells += this.#cell(index, text, linked ? styles.link : styles[kind]);
    }
    this.#row(cells, heightOf(lines));
  }

  /** How the cells of each column begin in rows that look so. */
  #begins(look: RowLook): readonly CellBegin[] {
    const known = this.#beginsOf.get(look);
    if (known !== undefined) return known;
    const begins = this.#kinds.map((kind, index) => ({
      before: `<c r="${this.#letters[index]}`,
      after: `" s="${this.#options.numberOf(this.#options.styles.cell[look][kind])}"`,
    }));
    this.#beginsOf.set(look, begins);
    return begins;
  }

  /** The beginning of a text that fits no cell, and where it stands in full. */
  #cut(value: string, row: Row, { width, heading }: Column<Row>): string {
    const { words, longTexts } = this.#options;
    const number = longTexts.add(value, `${this.#sheet.name} · ${heading} · ${this.#sheet.label(row)}`);
    const mark = words.longTextMark(number, words.sheets.longTexts);
    const room = MAXIMUM_LINES - fitInto(mark, width).lines;
    return `${fitInto(value, width, room).text.trimEnd()}\n${mark}`;
  }

  /** Makes the next row's cell lead somewhere, if it shows the address as it is and the address may be led to. */
  #link(index: number, address: string | undefined, value: string): boolean {
    if (address === undefined || this.#links === MAXIMUM_LINKS || toCell(value) !== value) return false;
    const target = linkTarget(address);
    if (target === undefined) return false;
    this.#links += 1;
    this.#worksheet._sheetRelsWriter.addHyperlink({ address: `${this.#letters[index]}${this.#number + 1}`, target });
    return true;
  }

  #line(text: string, style: object, height: number): void {
    this.#row(this.#cell(0, text, style), height, 1);
  }

  #cell(index: number, value: CellInput, style: object): string {
    return cellXml(`${this.#letters[index]}${this.#number + 1}`, this.#options.numberOf(style), toCell(value));
  }

  #row(cells: string, height: number, columns = this.#letters.length): void {
    this.#number += 1;
    this.#worksheet.stream.write(rowXml(this.#number, height, columns, cells));
  }
}

/** Of a text on one line, which a program shows in full where one looks at the cell: what it may hold is 30 of these. */
const LONGEST_LINE = 200;

/** In points. */
const heightOf = (lines: number): number => Math.round((lines * LINE_HEIGHT + 3) * 4) / 4;
const BAND_HEIGHT = 21;
