import { Temporal } from 'temporal-polyfill';

declare const localDate: unique symbol;
declare const localTime: unique symbol;

/** A calendar date `YYYY-MM-DD` that exists. As text, because a plan holds hundreds of thousands, and text sorts by time. */
export type LocalDate = string & { readonly [localDate]: true };

/** A time of day, `HH:MM` or `HH:MM:SS`, 00:00 to 23:59:59. */
export type LocalTime = string & { readonly [localTime]: true };

const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const TIME = /^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?$/;

/** Undefined for what is no date of the calendar, such as 30 February. */
export const readLocalDate = (text: string): LocalDate | undefined => {
  if (!DATE.test(text)) return undefined;
  try {
    Temporal.PlainDate.from(text);
    return text as LocalDate;
  } catch {
    return undefined;
  }
};

export const readLocalTime = (text: string): LocalTime | undefined =>
  TIME.test(text) ? (text as LocalTime) : undefined;

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;

/** Dates from the one to the other; negative if that lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
