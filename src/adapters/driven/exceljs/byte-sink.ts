import { Writable } from 'node:stream';

/** Keeps what is written to it. */
export class ByteSink extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.#chunks.push(chunk);
    done();
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks.splice(0));
  }
}
