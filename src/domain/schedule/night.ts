import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate, readLocalDate } from './local-date.ts';

declare const night: unique symbol;

/**
 * The local calendar date on which a nightly run happens, `YYYY-MM-DD`.
 * Keyed by date and not by instant: there is one run whatever the clock does (FINDINGS: gap and overlap).
 */
export type Night = LocalDate & { readonly [night]: true };

/** The days that a plan covers, the night's own date first. */
export const WINDOW_DAYS = 5;

/** Undefined for what is no date, and for a date that the zone left out (Apia skipped 2011-12-30): that is no night. */
export const readNight = (text: string, timeZone: string): Night | undefined => {
  const date = readLocalDate(text);
  return date !== undefined && existsIn(timeZone, date) ? (date as Night) : undefined;
};

/** The date that an instant falls on in a time zone. */
export const nightOf = (instant: Temporal.Instant, timeZone: string): Night =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate().toString() as Night;

/** What is planned from the first moment of the night's date to the first moment of the day after the fifth. */
export interface PlanningWindow {
  /** The dates in it; one that the zone left out is none. */
  readonly days: readonly LocalDate[];
  readonly firstDay: LocalDate;
  /** The first day that is no longer in it. */
  readonly endDay: LocalDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

export const planningWindow = (night: Night, timeZone: string): PlanningWindow => {
  const dates = Array.from({ length: WINDOW_DAYS }, (_, day) => addDays(night, day));
  const endDay = addDays(night, WINDOW_DAYS);
  return {
    days: dates.filter((date) => existsIn(timeZone, date)),
    firstDay: night,
    endDay,
    startsAt: startOfDay(night, timeZone),
    endsAt: startOfDay(endDay, timeZone),
  };
};

const startOfDay = (date: LocalDate, timeZone: string): Temporal.Instant => firstMomentOf(date, timeZone).toInstant();

/** Whether the zone has such a date. */
export const existsIn = (timeZone: string, date: LocalDate): date is Night =>
  firstMomentOf(date, timeZone).toPlainDate().toString() === date;

/** Of a date that the zone left out: of the day after it. */
const firstMomentOf = (date: LocalDate, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone);
