import { cleanText } from './cell.ts';

/** Points of one line of the plan's font, a little more than it needs. */
export const LINE_HEIGHT = 12.6;

/** A row cannot be higher than 409.5 points. A text of more lines would be cut on paper and screen, unseen. */
export const MAXIMUM_LINES = 30;

/** What of a text a cell shows, and whether that is all of it. */
export interface Fitted {
  readonly text: string;
  readonly lines: number;
  readonly whole: boolean;
}

/**
 * Fits a text into a wrapping cell `width` characters wide. A longer one is cut between words, or where there is
 * none between characters as a reader sees them.
 */
export const fitInto = (value: string, width: number, maximumLines = MAXIMUM_LINES): Fitted =>
  fitClean(cleanText(value), width, maximumLines);

/** As `fitInto`, of a text that is clean already. */
export const fitClean = (text: string, width: number, maximumLines = MAXIMUM_LINES): Fitted => {
  const capacity = capacityOf(width);
  // The widest characters count double: what is shorter than half a line needs no measuring.
  if (text.length * 2 * DIGIT <= capacity && !text.includes('\n')) return { text, lines: 1, whole: true };
  const { lines, end } = wrap(text, capacity, maximumLines);
  return { text: end === text.length ? text : text.slice(0, end), lines, whole: end === text.length };
};

/** A text in pieces that each fit a cell `width` characters wide, without a mark. Together they are the text. */
export const pieces = (value: string, width: number): readonly string[] => {
  const text = cleanText(value);
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    // No piece is longer than this many characters, so only so much is looked at, however long the text is.
    const ahead = text.slice(start, start + (capacityOf(width) / DIGIT) * MAXIMUM_LINES * NARROWEST);
    const { end } = wrap(ahead, capacityOf(width), MAXIMUM_LINES);
    parts.push(ahead.slice(0, end));
    start += end;
  }
  return parts;
};

/**
 * The plan's font is a point smaller than the default font that widths count in, but a cell has margins, screens round
 * each character to whole dots, and bold ones are wider.
 */
const capacityOf = (width: number): number => Math.max(2, width - 1) * DIGIT;

/** Widths are counted in hundredths of a digit: whole numbers are quick. */
const DIGIT = 100;

/** Lays words into lines as a spreadsheet does; `end` is where what fits into `maximumLines` ends. */
const wrap = (text: string, capacity: number, maximumLines: number): { lines: number; end: number } => {
  let lines = 1;
  let used = 0;
  let word = 0;
  let wordStart = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) {
      if (lines === maximumLines) return { lines, end: at };
      lines += 1;
      used = 0;
    } else if (code === SPACE || code === TAB) {
      // Spaces at the end of a line hang over, but not without end.
      used += word + widthOf(code);
      if (used > 2 * capacity) {
        if (lines === maximumLines) return { lines, end: at };
        lines += 1;
        used = 0;
      }
    } else {
      word += widthOf(code);
      if (used + word <= capacity) continue;
      if (used > 0) {
        if (lines === maximumLines) return { lines, end: wordStart };
        lines += 1;
        used = 0;
      }
      if (word <= capacity) continue;
      const broken = breakWord(text, wordStart, capacity, maximumLines - lines);
      lines += broken.lines;
      if (!broken.whole) return { lines, end: broken.end };
      used = broken.used;
      at = broken.end - 1;
    }
    word = 0;
    wordStart = at + 1;
  }
  return { lines, end: text.length };
};

/** No line holds more UTF-16 units than this for each digit that it is wide, hanging spaces included. */
const NARROWEST = 7;

const LINE_FEED = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;

/** Breaks the word at `start`, which is wider than a line, between characters, into at most so many lines more. */
const breakWord = (
  text: string,
  start: number,
  capacity: number,
  maximumLines: number,
): { lines: number; used: number; end: number; whole: boolean } => {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0] ?? '';
  let lines = 0;
  let used = 0;
  for (const { segment, offset } of characters(word)) {
    let step = 0;
    for (let at = 0; at < segment.length; at += 1) step += widthOf(segment.charCodeAt(at));
    if (used > 0 && used + step > capacity) {
      if (lines === maximumLines) return { lines, used, end: start + offset, whole: false };
      lines += 1;
      used = 0;
    }
    used += step;
  }
  return { lines, used, end: start + word.length, whole: true };
};

const WORD = /[^ \n\t]+/y;

/** More code points are not one character to a reader, but an attempt to make it one. */
const LONGEST_CHARACTER = 40;

/** What a reader sees as one character, such as a letter with its accents or a family of emoji, is not cut. */
function* characters(word: string): Iterable<{ segment: string; offset: number }> {
  if (ASCII.test(word)) {
    for (let offset = 0; offset < word.length; offset += 1) yield { segment: word.charAt(offset), offset };
    return;
  }
  for (const { segment, index } of SEGMENTER.segment(word)) {
    if (segment.length <= LONGEST_CHARACTER) {
      yield { segment, offset: index };
      continue;
    }
    let offset = index;
    for (const codePoint of segment) {
      yield { segment: codePoint, offset };
      offset += codePoint.length;
    }
  }
}

const ASCII = /^\p{ASCII}*$/u;
const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Of a UTF-16 unit, in hundredths of a digit of the plan's font. */
const widthOf = (code: number): number => WIDTHS[code] || measured(code);

const measured = (code: number): number => {
  const width = widthOfOther(String.fromCharCode(code));
  WIDTHS[code] = width;
  return width;
};

/** A letter with an accent is as wide as without; an emoji's two halves are together as broad as two letters. */
const widthOfOther = (unit: string): number => {
  if (MARK.test(unit)) return 25;
  if (unit >= '\u1100' && unit < '\uD800') return 200;
  return WIDTHS[unit.normalize('NFD').charCodeAt(0)] || 130;
};

const MARK = /[\p{M}\p{Cf}]/u;

/** Advance widths of Calibri, and of Carlito, which stands in for it, in hundredths of a digit: U+0020 to U+007E. */
const CALIBRI = [
  45, 64, 79, 98, 100, 141, 135, 44, 60, 60, 98, 98, 49, 60, 50, 76, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100,
  53, 53, 98, 98, 98, 91, 176, 114, 107, 105, 121, 96, 91, 124, 123, 50, 63, 103, 83, 169, 127, 131, 102, 133, 107, 91,
  96, 127, 112, 176, 102, 96, 92, 61, 76, 61, 98, 98, 57, 95, 104, 83, 104, 98, 60, 93, 104, 45, 47, 90, 45, 158, 104,
  104, 104, 104, 69, 77, 66, 104, 89, 141, 85, 89, 78, 62, 91, 62, 98,
];

/** By UTF-16 unit; 0 until it is first met. */
const WIDTHS = new Uint8Array(0x10000);
WIDTHS.fill(100, 0, SPACE);
WIDTHS.set(CALIBRI, SPACE);
