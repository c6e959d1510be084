import { Temporal } from 'temporal-polyfill';

export const SHOWS = ['all', 'changes', 'health', 'attempts', 'uses'] as const;

export type Show = (typeof SHOWS)[number];

/** What the reader wants to see, as the address of the page says it. */
export interface Filter {
  readonly show: Show;
  /** Lower case; empty: anything. */
  readonly search: string;
  /** As typed, to be shown again. */
  readonly from: string;
  readonly to: string;
  readonly at: string;
  /** Inclusive; null: from the beginning, or to the end. */
  readonly fromInstant: Temporal.Instant | null;
  readonly beforeInstant: Temporal.Instant | null;
  /** Null: the history, and not the settings at one moment. */
  readonly atInstant: Temporal.Instant | null;
  /** Something was typed that is no day or moment. */
  readonly isMalformed: boolean;
}

const LONGEST = 200;

/** Days and moments are those of the organisation's clock; the second of a moment is its last. */
export const filterOf = (query: URLSearchParams, timeZone: string): Filter => {
  const typed = (name: string): string => (query.get(name) ?? '').slice(0, LONGEST);
  const [from, to, at] = [typed('from'), typed('to'), typed('at')];
  const fromInstant = startOf(from, timeZone, 0);
  const beforeInstant = startOf(to, timeZone, 1);
  const atInstant = momentOf(at, timeZone);
  return {
    show: SHOWS.find((show) => show === query.get('show')) ?? 'all',
    search: typed('q').trim().toLowerCase(),
    ...{ from, to, at, fromInstant: fromInstant ?? null, beforeInstant: beforeInstant ?? null },
    atInstant: atInstant ?? null,
    isMalformed: [fromInstant, beforeInstant, atInstant].includes(undefined),
  };
};

/** Null for nothing, undefined for what is no date. */
const startOf = (text: string, timeZone: string, daysLater: number): Temporal.Instant | null | undefined =>
  orMalformed(text, () => Temporal.PlainDate.from(text).add({ days: daysLater }).toZonedDateTime(timeZone).toInstant());

const momentOf = (text: string, timeZone: string): Temporal.Instant | null | undefined =>
  orMalformed(text, () => {
    const moment = Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone);
    // A browser gives minutes: what happened within this one had happened.
    return (/:\d\d:\d\d/.test(text) ? moment : moment.add({ seconds: 59, milliseconds: 999 })).toInstant();
  });

const orMalformed = (text: string, read: () => Temporal.Instant): Temporal.Instant | null | undefined => {
  if (text === '') return null;
  try {
    return read();
  } catch {
    return undefined;
  }
};
