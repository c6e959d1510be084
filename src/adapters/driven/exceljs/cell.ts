/** What a column may give; `toCell` makes of it what a cell may hold. */
export type CellInput = string | number | boolean | null | undefined;

export type CellValue = string | number | boolean | null;

/** Of one cell, as Excel counts: UTF-16 units. */
const MAXIMUM_LENGTH = 32_767;

/**
 * The one way into a cell. Only texts, finite numbers, booleans and null come out, never an object: so nothing that
 * a plan says becomes a formula, a link or an error value, and a text that begins with `=` stays a text.
 * @throws {TypeError} for anything else, a number that is not finite among it, and
 * @throws {RangeError} for a text that no cell can hold: both are mistakes of ours, see `fitInto`
 */
export const toCell = (value: CellInput): CellValue => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'string') throw new TypeError('Only texts, finite numbers, booleans and null go into a cell.');
  const text = escaped(cleanText(value));
  if (text.length > MAXIMUM_LENGTH) throw new RangeError(`A cell cannot hold ${text.length} characters.`);
  return text === '' ? null : text;
};

/**
 * The text that XML and every reader can hold: line ends are `\n`; characters that XML cannot hold, other control
 * characters and halves of surrogate pairs show as U+FFFD, so that one sees that something stood there.
 */
export const cleanText = (text: string): string => {
  // Almost every text of a plan is clean; one test is cheaper than two copies.
  if (!MAYBE_ODD.test(text)) return text;
  return text.replace(LINE_END, '\n').replace(UNFIT, '\uFFFD');
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const MAYBE_ODD = /[\0-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\uD800-\uDFFF\uFFFE\uFFFF]/;
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const UNFIT = /[^\P{Cc}\n\t]|[\p{Surrogate}\uFFFE\uFFFF]/gu;

/**
 * Whether a text of this length can stand in a cell as it is: clean, with nothing to escape. Nearly all are, and one
 * look at each is cheaper than all the changes it does not need.
 */
export const isPlain = (text: string): boolean =>
  text.length > 0 &&
  text.length <= MAXIMUM_LENGTH &&
  text.charCodeAt(0) > 0x20 &&
  text.charCodeAt(text.length - 1) > 0x20 &&
  !MAYBE_SPECIAL.test(text);

/** What `cleanText` changes, what XML takes for its own, what may be an escape, and every space but the common one. */
const MAYBE_SPECIAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\0-\x09\x0B-\x1F"&'<>_\x7F-\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/;

/** `_x0041_` is read as `A` in a workbook (ECMA-376, ST_Xstring); the underscore itself is written `_x005F_`. */
const escaped = (text: string): string => (text.includes('_x') ? text.replace(ESCAPE, '_x005F_') : text);

const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
