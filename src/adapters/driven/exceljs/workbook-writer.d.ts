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
      readonly zip: { readonly zlib: { readonly level: number } };
    }

    interface Zip {
      append(source: unknown, data: { readonly name: string; readonly date?: Date }): unknown;
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
      readonly stream: {
        readonly pipes: readonly { readonly _writableState: { readonly length: number } }[];
        write(xml: string): unknown;
      };
      readonly _sheetRelsWriter: { addHyperlink(link: { readonly address: string; readonly target: string }): void };
      _writeColumns(): void;
      _writeOpenSheetData(): void;
      commit(): void;
    }
  }

  class WorkbookWriter {
    constructor(options: WorkbookWriter.Options);
    readonly created: Date;
    readonly zip: WorkbookWriter.Zip;
    /** Gives a style its number. It knows a style by the object itself. */
    readonly styles: { addStyleModel(style: object, typeOfValue: number): number };
    views: readonly { readonly activeTab: number; readonly width: number; readonly height: number }[];
    _definedNames: { readonly model: readonly WorkbookWriter.DefinedName[] };
    addThemes(): Promise<void>;
    addWorksheet(name: string, options: WorkbookWriter.SheetOptions): WorkbookWriter.Worksheet;
    commit(): Promise<unknown>;
  }

  export = WorkbookWriter;
}
