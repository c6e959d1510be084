import { cleanText } from '../../src/adapters/driven/exceljs/cell.ts';

/** Dates, times and instants stand in cells as what they are, not as texts. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T.*)?$|^\d{2}:\d{2}(?::\d{2})?$/;

/** Every word of every text in some records, however deep. */
export const wordsOf = (value: unknown): ReadonlySet<string> => {
  if (typeof value === 'string') return new Set(MOMENT.test(value) ? [] : split(cleanText(value)));
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((inner) => [...wordsOf(inner)]));
};

/** The words of some records that stand in none of some cells. */
export const lostWords = (records: unknown, cells: readonly string[]): readonly string[] => {
  const found = new Set(cells.flatMap(split));
  // A word may have a sign of ours beside it, such as the colon after a task's format.
  const all = cells.join('\n');
  return [...wordsOf(records)].filter((word) => !found.has(word) && !all.includes(word));
};

/** openpyxl 3.0 shows the escape of an underscore as it is written. */
const split = (text: string): readonly string[] =>
  text
    .replaceAll('_x005F_', '_')
    .split(/[\s\p{Cc}\uFFFD]+/u)
    .filter(Boolean);
