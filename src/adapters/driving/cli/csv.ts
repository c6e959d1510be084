import { harmless } from '../../shared/harmless-text/harmless.ts';

/** What a spreadsheet would read as a formula, or skip over on the way to one. */
const FORMULA = /^[\s]*[=+\-@]/u;

const NEEDS_QUOTES = /[",\r\n]/;

/**
 * RFC 4180: lines end with CR LF, and what has commas or quotes stands in quotes. A text that a spreadsheet would
 * read as a formula gets an apostrophe in front, which spreadsheets take for "this is text".
 */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

const cellOf = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
