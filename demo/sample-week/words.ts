import { plusDays } from './calendar.ts';
import type { Span } from './plan-file.ts';

/** A desk's short name for a piece: its two or three longest words, in plain letters. */
export const slugOf = (title: string): string => {
  const words = title
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const longest = new Set([...words].sort((a, b) => b.length - a.length).slice(0, 3));
  return words.filter((word) => longest.has(word)).join('-') || 'ohne-kuerzel';
};

/** Replaces `{17}` by 17, 18, … in the order of the week, counted for each text before the bracket. */
export const numbering = (): ((title: string) => string) => {
  const seen = new Map<string, number>();
  return (title) =>
    title.replace(/^(.*)\{(\d+)\}/, (_, before: string, first: string) => {
      const number = seen.get(before) ?? Number(first);
      seen.set(before, number + 1);
      return `${before}${number}`;
    });
};

/** An end that is not later than its start on the clock is on the next day. */
export const spanOf = (hours: string, date: string, days = 0): Span => {
  const lastDay = plusDays(date, days);
  if (hours === 'ganztags') return { start: { date }, end: { date: lastDay } };
  const [from = '', to] = hours.split('–');
  const start = { date, time: from };
  // Several days without an hour of closing: the last day counts as a whole.
  if (to === undefined) return days === 0 ? { start } : { start, end: { date: lastDay } };
  return { start, end: { date: to <= from && days === 0 ? plusDays(date, 1) : lastDay, time: to } };
};
