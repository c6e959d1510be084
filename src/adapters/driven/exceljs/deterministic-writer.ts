import type { Writable } from 'node:stream';
import type WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';

/** Of one sheet, the headings included. */
export const MAXIMUM_ROWS = 1_048_576;

const CREATOR = 'planning-backup';

let writerClass: Promise<new (options: WorkbookWriter.Options) => WorkbookWriter> | undefined;

/**
 * exceljs' stream writer, loaded when first needed, whose bytes are a function of what is written: it dates the
 * document and every entry of the zip file with `writtenAt` instead of now.
 */
export const openWriter = async (stream: Writable, writtenAt: Date): Promise<WorkbookWriter> => {
  writerClass ??= loadWriter();
  const Writer = await writerClass;
  return new Writer({
    stream,
    useStyles: true,
    useSharedStrings: false,
    created: writtenAt,
    modified: writtenAt,
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    zip: { zlib: { level: 6 } },
  });
};

const loadWriter = async (): Promise<new (options: WorkbookWriter.Options) => WorkbookWriter> => {
  const { default: Writer } = await import('exceljs/lib/stream/xlsx/workbook-writer.js');
  return class extends Writer {
    /** The base constructor's first call that adds an entry: from here on every entry has its date. */
    override addThemes(): Promise<void> {
      const append = this.zip.append.bind(this.zip);
      const date = this.created;
      this.zip.append = (source, data) => append(source, { ...data, date });
      return super.addThemes();
    }
  };
};
