import { isWellFormed } from './unicode.ts';

const LENGTH_BYTES = 8;

/** No text is so long: a length of 64 one bits says that there is no text at all. */
const NO_TEXT = 0xffff_ffff;

/**
 * One sequence of bytes for one list of texts, and none for two: each text is its length in bytes (8 bytes,
 * big-endian) and its UTF-8; null is eight bytes 0xff and nothing behind them. What is hashed or authenticated
 * is written so, its first text a label that says what for. Throws `RangeError` for half of a surrogate pair.
 */
export const lengthPrefixed = (texts: readonly (string | null)[]): Uint8Array => {
  const lengths = texts.map((text) => (text === null ? 0 : Buffer.byteLength(text)));
  // One piece of memory: this runs for every event that is ever read.
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + LENGTH_BYTES + length, 0));
  let offset = 0;
  texts.forEach((text, index) => {
    const length = lengths[index] ?? 0;
    // As many bytes as characters: ASCII, in which there are no pairs.
    if (text !== null && length !== text.length && !isWellFormed(text))
      throw new RangeError('half of a surrogate pair cannot be encoded');
    // Nothing in memory is longer than 2^32 bytes, so the upper half is zero.
    bytes.writeUInt32BE(text === null ? NO_TEXT : 0, offset);
    bytes.writeUInt32BE(text === null ? NO_TEXT : length, offset + LENGTH_BYTES / 2);
    bytes.write(text ?? '', offset + LENGTH_BYTES, 'utf8');
    offset += LENGTH_BYTES + length;
  });
  return bytes;
};
