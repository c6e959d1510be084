import type { Writable } from 'node:stream';
import type WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import { ZipFile } from './zip-file.ts';

/** Of one sheet, the headings included. */
export const MAXIMUM_ROWS = 1_048_576;

const CREATOR = 'planning-backup';

let writerClass: Promise<new (options: WorkbookWriter.Options) => WorkbookWriter> | undefined;

/**
 * exceljs' stream writer, loaded when first needed, whose bytes are a function of what is written: it dates the
 * document and every part of the zip file with `writtenAt` instead of now, and the zip file is ours.
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
  });
};

const loadWriter = async (): Promise<new (options: WorkbookWriter.Options) => WorkbookWriter> => {
  const { default: Writer } = await import('exceljs/lib/stream/xlsx/workbook-writer.js');
  return class extends Writer {
    /** The base constructor's first call that adds a part to the zip file: from here on it is ours. */
    override addThemes(): Promise<void> {
      this.zip = new ZipFile(this.stream, this.created);
      return super.addThemes();
    }

    override _openStream(path: string): WorkbookWriter.Stream {
      return this.zip.open(path);
    }
  };
};
