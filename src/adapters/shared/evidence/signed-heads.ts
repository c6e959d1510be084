/** A head that an event of a stream must have, and the checkpoint that says so. */
export interface SignedHead {
  readonly version: number;
  /** SHA-256 in lower-case hex. */
  readonly head: string;
  readonly checkpoint: number;
}

/** One line of a checkpoint: the hash, the version (a double), the checkpoint and the next line of the same stream. */
const HASH_BYTES = 32;
const VERSION_AT = HASH_BYTES;
const CHECKPOINT_AT = VERSION_AT + 8;
const NEXT_AT = CHECKPOINT_AT + 4;
const LINE_BYTES = NEXT_AT + 4;
const LINES_A_PAGE = 1024;

/**
 * What all checkpoints say, until the events come that they speak of. Law: 48 bytes a line of theirs, and a name with
 * its place (about 100 bytes) a stream; nothing for an event.
 *
 * Less cannot do, in one pass. Checkpoints come in the order of time and events in the order of streams, so when the
 * first event comes, all that was signed is still to be met. Two sets of signed heads that left the same trace in
 * memory could be exchanged, and one of the two would be held against the wrong heads: so the memory has to tell apart
 * as many sets as there are, which is 256 bits a line. A digest of all of them, which the last checkpoint has, needs no
 * memory, and shows that something was altered; but not where.
 */
export class SignedHeads {
  /** By stream, the number of its last line, whose next one is its first. */
  readonly #lastLines = new Map<string, number>();
  readonly #pages: Buffer[] = [];
  #lines = 0;

  get streams(): number {
    return this.#lastLines.size;
  }

  /** False, and nothing is kept, for a version that is no later than the one before. */
  add(stream: string, { version, head, checkpoint }: SignedHead): boolean {
    const before = this.#lastLines.get(stream);
    if (before !== undefined && this.#at(before).version >= version) return false;
    const line = this.#lines;
    this.#lines += 1;
    if (line % LINES_A_PAGE === 0) this.#pages.push(Buffer.allocUnsafeSlow(LINES_A_PAGE * LINE_BYTES));
    const { page, offset } = this.#placeOf(line);
    page.write(head, offset, 'hex');
    page.writeDoubleBE(version, offset + VERSION_AT);
    page.writeUInt32BE(checkpoint, offset + CHECKPOINT_AT);
    page.writeUInt32BE(before === undefined ? line : this.#nextOf(before), offset + NEXT_AT);
    if (before !== undefined) {
      const { page: pageBefore, offset: offsetBefore } = this.#placeOf(before);
      pageBefore.writeUInt32BE(line, offsetBefore + NEXT_AT);
    }
    this.#lastLines.set(before === undefined ? copyOf(stream) : stream, line);
    return true;
  }

  /** In the order of their code units. */
  names(): string[] {
    return [...this.#lastLines.keys()].sort();
  }

  /** In the order of their versions: each was the stream's end when it was signed. */
  *of(stream: string): Generator<SignedHead, void> {
    const last = this.#lastLines.get(stream);
    if (last === undefined) return;
    for (let line = this.#nextOf(last); ; line = this.#nextOf(line)) {
      yield this.#at(line);
      if (line === last) return;
    }
  }

  #at(line: number): SignedHead {
    const { page, offset } = this.#placeOf(line);
    return {
      version: page.readDoubleBE(offset + VERSION_AT),
      head: page.toString('hex', offset, offset + HASH_BYTES),
      checkpoint: page.readUInt32BE(offset + CHECKPOINT_AT),
    };
  }

  #nextOf(line: number): number {
    const { page, offset } = this.#placeOf(line);
    return page.readUInt32BE(offset + NEXT_AT);
  }

  #placeOf(line: number): { readonly page: Buffer; readonly offset: number } {
    const page = this.#pages[Math.floor(line / LINES_A_PAGE)];
    if (page === undefined) throw new RangeError('there is no such line');
    return { page, offset: (line % LINES_A_PAGE) * LINE_BYTES };
  }
}

/** A part of a text keeps all of it in memory, here a whole checkpoint. Names of streams are ASCII. */
const copyOf = (part: string): string => Buffer.from(part, 'latin1').toString('latin1');
