import { cleanText } from './cell.ts';

/** Points of one line of the plan's font; readers without it use a wider one, so it is generous. */
export const LINE_HEIGHT = 13;

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
export const fitInto = (value: string, width: number, maximumLines = MAXIMUM_LINES): Fitted => {
  const text = cleanText(value);
  const capacity = capacityOf(width);
  // The widest characters count double: what is shorter than half a line needs no measuring.
  if (text.length * 2 <= capacity && !text.includes('\n')) return { text, lines: 1, whole: true };
  const { lines, end } = wrap(text, capacity, maximumLines);
  return { text: text.slice(0, end), lines, whole: end === text.length };
};

/** A text in pieces that each fit a cell `width` characters wide, without a mark. Together they are the text. */
export const pieces = (value: string, width: number): readonly string[] => {
  const text = cleanText(value);
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    // No piece is longer than this many characters, so only so much is looked at, however long the text is.
    const ahead = text.slice(start, start + capacityOf(width) * MAXIMUM_LINES * 2);
    const { end } = wrap(ahead, capacityOf(width), MAXIMUM_LINES);
    parts.push(ahead.slice(0, end));
    start += end;
  }
  return parts;
};

/** The plan's font is a point smaller than the default font that widths count in, and a cell has margins. */
const capacityOf = (width: number): number => Math.max(2, (width - 1) * 1.12);

/** Lays words into lines as a spreadsheet does; `end` is where what fits into `maximumLines` ends. */
const wrap = (text: string, capacity: number, maximumLines: number): { lines: number; end: number } => {
  let lines = 1;
  let used = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const width = token === '\n' ? 0 : widthOf(token, capacity);
    const hangs = width <= capacity && token.trim() === '';
    if (token !== '\n' && (used + width <= capacity || hangs)) {
      used += width;
      continue;
    }
    // A line break, or a word that does not fit any more: unless it is the first of its line, a new one begins.
    if (token === '\n' || used > 0) {
      if (lines === maximumLines) return { lines, end: index };
      lines += 1;
      used = 0;
    }
    if (width <= capacity) {
      used = width;
      continue;
    }
    for (const { segment, offset } of characters(token)) {
      const step = widthOf(segment, capacity);
      if (used > 0 && used + step > capacity) {
        if (lines === maximumLines) return { lines, end: index + offset };
        lines += 1;
        used = 0;
      }
      used += step;
    }
  }
  return { lines, end: text.length };
};

const TOKEN = /\n|[^\S\n]+|\S+/g;

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

/** In digits of the default font, which is what a column's width counts; measured no further than past `enough`. */
const widthOf = (text: string, enough: number): number => {
  let width = 0;
  for (let at = 0; at < text.length && width <= enough; at += 1) {
    const code = text.charCodeAt(at);
    width += WIDTHS[code] ?? widthOfOther(text.charAt(at));
  }
  return width;
};

/** Of a UTF-16 unit; an emoji's two halves are together as broad as two letters. */
const widthOfOther = (unit: string): number => {
  if (MARK.test(unit)) return 0.25;
  return unit >= '\u1100' && unit < '\uD800' ? 2 : 1.1;
};

const NARROW = "iljtfrI.,;:!'|()[]- ";
const BROAD = /[A-Zmw@%&]/;
const MARK = /[\p{M}\p{Cf}]/u;

/** Of the ASCII characters, by their code. */
const WIDTHS = Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (NARROW.includes(character)) return 0.6;
  return BROAD.test(character) ? 1.25 : 1;
});
