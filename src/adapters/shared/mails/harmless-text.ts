/** Longer than any name of a person or newsroom; what is behind it is cut, so that no name fills a screen. */
const LONGEST_NAME = 80;

/** Where nothing is left of a name that could be seen. */
const NAMELESS = '–';

/** More marks on one letter than any script writes, which would cover the lines around it. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** What ends a line, or is a blank of any width. */
const BLANKS = /[\p{Z}\p{Cc}\u2800]+/gu;

/** What cannot be seen: format, bidi and private characters, halves of surrogate pairs, fillers. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/** A dot inside a word is what mail programs make links by. */
const INNER_DOTS = /(?<=\S)\.(?=\S)/gu;

/** What else they make links by. */
const SCHEME_END = /:\/\//g;

/** Looks like a dot and makes no link (ONE DOT LEADER). */
const DOT_IN_NAMES = '\u2024';

/**
 * The name of a person or newsroom as one short line that is neither link nor markup, and turns no text around it
 * about. What cannot be seen is left out.
 */
export const harmlessName = (name: string): string => {
  const line = name
    .replace(BLANKS, ' ')
    .replace(UNSEEN, '')
    .replace(STACKED_MARKS, '$1')
    .replace(INNER_DOTS, DOT_IN_NAMES)
    .replace(SCHEME_END, ': //')
    .trim();
  const letters = [...line];
  if (line === '') return NAMELESS;
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : line;
};

/**
 * A setting as one line that shows each character of it: two settings that differ never look the same, so what
 * cannot be seen is written as its number, `⟨U+200B⟩`.
 */
export const harmlessValue = (value: string): string =>
  [...value]
    .map((letter) => (isUnseen(letter) ? numbered(letter) : letter))
    .join('')
    .replace(/\p{M}{5,}/gu, (marks) => [...marks].map(numbered).join(''))
    .replace(SCHEME_END, `${numbered(':')}//`);

const isUnseen = (letter: string): boolean =>
  letter !== ' ' && (letter.search(UNSEEN) >= 0 || letter.search(BLANKS) >= 0);

const numbered = (letter: string): string =>
  `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
