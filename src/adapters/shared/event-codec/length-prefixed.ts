import { isWellFormed } from './unicode.ts';

const LENGTH_BYTES = 8;

/** No text is so long: a length of 64 one bits says that there is no text at all. */
const NO_TEXT = 0xffff_ffff_ffff_ffffn;

/**
 * One sequence of bytes for one list of texts, and none for two: each text is its length in bytes (8 bytes,
 * big-endian) and its UTF-8; null is eight bytes 0xff and nothing behind them. What is hashed or authenticated
 * is written so, its first text a label that says what for. Throws `RangeError` for half of a surrogate pair.
 */
export const lengthPrefixed = (texts: readonly (string | null)[]): Uint8Array =>
  Buffer.concat(texts.flatMap((text) => (text === null ? [length(NO_TEXT)] : encoded(text))));

const encoded = (text: string): readonly Uint8Array[] => {
  if (!isWellFormed(text)) throw new RangeError('half of a surrogate pair cannot be encoded');
  const bytes = Buffer.from(text, 'utf8');
  return [length(BigInt(bytes.length)), bytes];
};

const length = (value: bigint): Uint8Array => {
  const bytes = Buffer.alloc(LENGTH_BYTES);
  bytes.writeBigUInt64BE(value);
  return bytes;
};
