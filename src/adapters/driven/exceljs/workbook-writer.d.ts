/** What is used of exceljs' stream writer, which its own types do not give a path to. */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  namespace WorkbookWriter {
    interface Options {
      readonly stream: import('node:stream').Writable;
      readonly useStyles: boolean;
      readonly useSharedStrings: boolean;
      readonly created: Date;
      readonly modified: Date;
      readonly creator: string;
      readonly lastModifiedBy: string;
    }

    /** A part of the zip file that is being written; exceljs asks no more of it. */
    interface Stream {
      /** Bytes that are not compressed yet. */
      readonly waiting: number;
      write(xml: string | { toBuffer(): Buffer }): void;
      end(): void;
      pause(): void;
    }

    interface Zip {
      append(text: string, data: { readonly name: string }): void;
      open(path: string): Stream;
      finalize(): void;
      on(event: 'error', listener: (error: Error) => void): unknown;
    }

    interface DefinedName {
      readonly name: string;
      readonly localSheetId: number;
      readonly ranges: readonly string[];
    }

    interface SheetOptions {
      readonly properties: { readonly defaultRowHeight: number };
      readonly pageSetup: Readonly<Record<string, unknown>>;
      readonly views: readonly Readonly<Record<string, unknown>>[];
      readonly headerFooter: { readonly oddFooter: string };
    }

    interface Worksheet {
      columns: readonly { readonly width: number }[];
      autoFilter: string | null;
      /** Whether `_writeColumns` and `_writeOpenSheetData` were called; the writer does so itself before its own rows. */
      startedData: boolean;
      readonly stream: Stream;
      readonly _sheetRelsWriter: { addHyperlink(link: { readonly address: string; readonly target: string }): void };
      _writeColumns(): void;
      _writeOpenSheetData(): void;
      commit(): void;
    }
  }

  class WorkbookWriter {
    constructor(options: WorkbookWriter.Options);
    readonly created: Date;
    readonly stream: import('node:stream').Writable;
    zip: WorkbookWriter.Zip;
    /** Gives a style its number. It knows a style by the object itself. */
    readonly styles: { addStyleModel(style: object, typeOfValue: number): number };
    views: readonly { readonly activeTab: number; readonly width: number; readonly height: number }[];
    _definedNames: { readonly model: readonly WorkbookWriter.DefinedName[] };
    addThemes(): Promise<void>;
    /** Of a part of the zip file, by its path. */
    _openStream(path: string): WorkbookWriter.Stream;
    addWorksheet(name: string, options: WorkbookWriter.SheetOptions): WorkbookWriter.Worksheet;
    commit(): Promise<unknown>;
  }

  export = WorkbookWriter;
}
