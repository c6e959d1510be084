import { crc32, createDeflateRaw } from 'node:zlib';
import type { PartOfZip } from './zip-records.ts';

/** Of compression: zlib's own middle. */
export const LEVEL = 6;

/** Bytes that are given to zlib at once: each giving costs a way to another thread and back. */
const GIVEN_AT_ONCE = 64 * 1024;

/** UTF-8 needs no more bytes for a UTF-16 unit. */
const LONGEST_UNIT = 3;

/** What exceljs writes: a text, or its own buffer of one. */
export type XmlSource = string | { toBuffer(): Buffer };

/** A part of the file that is written bit by bit. It is compressed on another thread meanwhile. */
export class ZipEntry implements PartOfZip {
  readonly path: string;
  /** Resolves when all is compressed. */
  readonly ended: Promise<void>;
  readonly packed: Buffer[] = [];
  readonly #deflate = createDeflateRaw({ level: LEVEL, chunkSize: GIVEN_AT_ONCE });
  #bytes = Buffer.allocUnsafeSlow(GIVEN_AT_ONCE);
  #filled = 0;
  #checksum = 0;
  #size = 0;

  constructor(path: string) {
    this.path = path;
    this.#deflate.on('data', (chunk: Buffer) => this.packed.push(chunk));
    this.ended = new Promise((resolve, reject) => {
      this.#deflate.once('end', resolve).once('error', reject);
    });
    // It is waited for when the file is put together; until then nobody listens.
    this.ended.catch(() => undefined);
  }

  get checksum(): number {
    return this.#checksum;
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes that are not compressed yet. */
  get waiting(): number {
    return this.#deflate.writableLength;
  }

  write(source: XmlSource): void {
    const text = typeof source === 'string' ? source : source.toBuffer().toString();
    const room = text.length * LONGEST_UNIT;
    if (this.#filled + room > this.#bytes.length) this.#give(room);
    this.#filled += this.#bytes.write(text, this.#filled);
  }

  end(): void {
    this.#give(0);
    this.#deflate.end();
  }

  /** exceljs keeps its own streams from running dry this way; this one has no need of it. */
  pause(): void {}

  #give(room: number): void {
    const bytes = this.#bytes.subarray(0, this.#filled);
    this.#checksum = crc32(bytes, this.#checksum);
    this.#size += bytes.length;
    this.#deflate.write(bytes);
    // zlib works on what it was given.
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(GIVEN_AT_ONCE, room));
    this.#filled = 0;
  }
}
