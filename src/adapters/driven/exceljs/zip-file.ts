import { EventEmitter } from 'node:events';
import type { Writable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import { LEVEL, ZipEntry } from './zip-entry.ts';
import { directoryRecord, endOfDirectory, fieldsOf, localRecord, type PartOfZip } from './zip-records.ts';

/**
 * The zip file of a workbook, in place of the one that exceljs' writer makes. Its parts lie there in the order in which
 * they were begun, all of one date, and what is known of each stands before it: so the bytes are a function of what is
 * written. exceljs' own does in JavaScript, in many small pieces, what zlib does in C. Emits `error`, as exceljs expects.
 */
export class ZipFile extends EventEmitter<{ error: [Error] }> {
  readonly #parts: (PartOfZip | ZipEntry)[] = [];
  readonly #sink: Writable;
  readonly #date: Date;

  constructor(sink: Writable, date: Date) {
    super();
    this.#sink = sink;
    this.#date = date;
  }

  /** A small part, as a whole. */
  append(text: string, { name }: { readonly name: string }): void {
    const bytes = Buffer.from(text);
    const packed = [deflateRawSync(bytes, { level: LEVEL })];
    this.#parts.push({ path: pathOf(name), checksum: crc32(bytes), size: bytes.length, packed });
  }

  /** A large one, bit by bit. */
  open(name: string): ZipEntry {
    const entry = new ZipEntry(pathOf(name));
    this.#parts.push(entry);
    return entry;
  }

  /** Writes the file when all its parts have ended. */
  finalize(): void {
    this.#write().catch((error: Error) => this.emit('error', error));
  }

  async #write(): Promise<void> {
    for (const part of this.#parts) if (part instanceof ZipEntry) await part.ended;
    const directory: Buffer[] = [];
    let offset = 0;
    for (const part of this.#parts) {
      const fields = fieldsOf(part, this.#date);
      const pieces = [localRecord(fields, part.path), ...part.packed];
      directory.push(directoryRecord(fields, part.path, offset));
      for (const piece of pieces) {
        this.#sink.write(piece);
        offset += piece.length;
      }
    }
    const list = Buffer.concat(directory);
    this.#sink.write(list);
    this.#sink.end(endOfDirectory(directory.length, list.length, offset));
  }
}

/** exceljs begins some names with a slash, which no part's path in a zip file has. */
const pathOf = (name: string): string => name.replace(/^\//, '');
