import { setImmediate } from 'node:timers/promises';
import type WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import { ByteSink } from './byte-sink.ts';
import { MAXIMUM_ROWS, openWriter } from './deterministic-writer.ts';
import { LongTexts } from './long-texts.ts';
import { lastRowOf, rowsIn, type Sheet } from './sheet.ts';
import { pageOptions, rangesOf } from './sheet-setup.ts';
import { SheetWriter } from './sheet-writer.ts';
import type { Styles } from './styles.ts';
import type { Wording } from './wording.ts';

/** Rows that are written at once. Rests in between let compression keep pace, on another core where there is one. */
const WRITTEN_AT_ONCE = 20;
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
  readonly #numbers = new Map<object, number>();

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

  /** The sheet's names and numbers of rows, bands not among them, in order. */
  get rows(): ReadonlyMap<string, number> {
    return this.#rows;
  }

  /** @throws {RangeError} if the sheet has more rows than a spreadsheet can */
  async write<Row>(sheet: Sheet<Row>): Promise<void> {
    const rows = rowsIn(sheet);
    if (lastRowOf(sheet) > MAXIMUM_ROWS) {
      throw new RangeError(`The sheet "${sheet.name}" would have ${rows} rows, more than a workbook holds.`);
    }
    const worksheet = this.#writer.addWorksheet(sheet.name, pageOptions(sheet, this.#footer));
    worksheet.columns = sheet.columns.map(({ width }) => ({ width }));
    await this.#writeTable(worksheet, sheet);
    const ranges = rangesOf(sheet, this.#rows.size);
    worksheet.autoFilter = ranges.filter;
    this.#definedNames.push(...ranges.definedNames);
    this.#rows.set(sheet.name, rows);
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

  async #writeTable<Row>(worksheet: WorkbookWriter.Worksheet, sheet: Sheet<Row>): Promise<void> {
    const writer = new SheetWriter(worksheet, sheet, {
      words: this.#words,
      styles: this.#styles,
      longTexts: this.longTexts,
      numberOf: this.#numberOf,
    });
    writer.top();
    if (rowsIn(sheet) === 0 && sheet.nothing !== undefined) writer.nothing(sheet.nothing);
    let written = 0;
    const drawsLines = sheet.sections.length > 1;
    for (const [section, { band, rows }] of sheet.sections.entries()) {
      const shaded = section % 2 === 1 && band === undefined;
      if (band !== undefined) writer.band(band);
      for (const [index, row] of rows.entries()) {
        const opens = drawsLines && index === 0 && band === undefined;
        writer.row(row, shaded ? (opens ? 'shadedOpening' : 'shaded') : opens ? 'opening' : 'plain');
        written += 1;
        if (written % WRITTEN_AT_ONCE === 0) await this.#rest(worksheet);
      }
    }
    await this.#rest(worksheet);
  }

  async #rest(worksheet: WorkbookWriter.Worksheet): Promise<void> {
    do {
      await setImmediate();
      this.#throwFailure();
    } while (worksheet.stream.waiting > MAXIMUM_WAITING_BYTES);
  }

  readonly #numberOf = (style: object): number => {
    const known = this.#numbers.get(style);
    if (known !== undefined) return known;
    const number = this.#writer.styles.addStyleModel(style, TEXT);
    this.#numbers.set(style, number);
    return number;
  };

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

/** exceljs' number of a cell that is a text: a style without a number format gets none. */
const TEXT = 3;

/** In twentieths of a point: a laptop's screen. */
const WINDOW = { width: 28_800, height: 15_000 };
