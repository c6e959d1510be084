/** Why bytes are no JSON text; never with a piece of it. */
export class JsonProblem extends Error {
  override readonly name = 'JsonProblem';
}

const CUT_SHORT = 'it is cut short: its end is missing';
const NOT_JSON = 'it is not valid JSON';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Goes through a JSON text (RFC 8259, in UTF-8) value by value, and parses one at a time. Parsed at once, a large plan
 * would be in memory three times: as bytes, as text, and as a tree.
 */
export class JsonCursor {
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    if (BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)) this.#at = BYTE_ORDER_MARK.length;
  }

  /** Whether nothing but space is left. */
  isAtEnd(): boolean {
    this.#skipSpace();
    return this.#at >= this.#bytes.length;
  }

  isAtObject(): boolean {
    this.#skipSpace();
    return this.#bytes[this.#at] === OPEN_BRACE;
  }

  isAtArray(): boolean {
    this.#skipSpace();
    return this.#bytes[this.#at] === OPEN_BRACKET;
  }

  /** The keys of the object that begins here. The caller takes the value of each before it asks for the next. */
  *keys(): Generator<string> {
    this.#take(OPEN_BRACE);
    if (this.#takes(CLOSE_BRACE)) return;
    do {
      this.#skipSpace();
      if (this.#next() !== QUOTE) throw new JsonProblem(NOT_JSON);
      const key = this.value();
      this.#take(COLON);
      yield String(key);
    } while (this.#takes(COMMA));
    this.#take(CLOSE_BRACE);
  }

  /** The elements of the array that begins here, each parsed when it is asked for. */
  *elements(): Generator<unknown> {
    this.#take(OPEN_BRACKET);
    if (this.#takes(CLOSE_BRACKET)) return;
    do yield this.value();
    while (this.#takes(COMMA));
    this.#take(CLOSE_BRACKET);
  }

  /** Parses the value that begins here. */
  value(): unknown {
    const start = this.skip();
    let text: string;
    try {
      text = this.#decoder.decode(this.#bytes.subarray(start, this.#at));
    } catch {
      throw new JsonProblem('it is not UTF-8 text');
    }
    try {
      return JSON.parse(text);
    } catch {
      // The engine's message quotes the text.
      throw new JsonProblem(NOT_JSON);
    }
  }

  /** Goes past the value that begins here, looking at no more than where it ends; gives where it began. */
  skip(): number {
    this.#skipSpace();
    const start = this.#at;
    let depth = 0;
    do {
      const byte = this.#next();
      if (byte === QUOTE) this.#skipString();
      else {
        if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
        else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
        else if (depth === 0) this.#skipLiteral();
        this.#at += 1;
      }
    } while (depth > 0);
    return start;
  }

  /** From a quote to after its partner. */
  #skipString(): void {
    for (this.#at += 1; this.#next() !== QUOTE; this.#at += 1) if (this.#next() === BACKSLASH) this.#at += 1;
    this.#at += 1;
  }

  /** To the last byte of a number or a word, which may be the text's last. */
  #skipLiteral(): void {
    const start = this.#at;
    while (isOfLiteral(this.#bytes[this.#at])) this.#at += 1;
    if (this.#at === start) throw new JsonProblem(NOT_JSON);
    this.#at -= 1;
  }

  #takes(byte: number): boolean {
    this.#skipSpace();
    if (this.#next() !== byte) return false;
    this.#at += 1;
    return true;
  }

  #take(byte: number): void {
    if (!this.#takes(byte)) throw new JsonProblem(NOT_JSON);
  }

  #next(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new JsonProblem(CUT_SHORT);
    return byte;
  }

  #skipSpace(): void {
    while (isSpace(this.#bytes[this.#at])) this.#at += 1;
  }
}

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const isOfLiteral = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e);
