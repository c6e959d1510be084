import { Temporal } from 'temporal-polyfill';
import type { LocalDate, LocalTime } from '../../../domain/schedule/local-date.ts';
import type { CellInput } from './cell.ts';

/**
 * Spreadsheets count days from 1899-12-30 and have no time zone: what is written is the local date and time.
 * Before 1900-03-01 they disagree with each other and with the calendar; such a date stays a text.
 */
const FIRST_DATE = '1900-03-01';
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

export const dateSerial = (date: LocalDate | undefined): CellInput => {
  if (date === undefined) return null;
  return date < FIRST_DATE ? date : (Date.parse(date) - EPOCH) / DAY;
};

/** A part of a day, as spreadsheets write times. */
export const timeSerial = (time: LocalTime | undefined): CellInput => {
  if (time === undefined) return null;
  const [hour, minute, second] = time.split(':').map(Number);
  return ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) / 86_400;
};

/** Date and time of an instant in a time zone, to the second. */
export const instantSerial = (instant: Temporal.Instant, timeZone: string): CellInput => {
  const local = instant.toZonedDateTimeISO(timeZone);
  const date = local.toPlainDate().toString() as LocalDate;
  const days = dateSerial(date);
  if (typeof days !== 'number') return local.toPlainDateTime().toString({ smallestUnit: 'second' });
  return days + (local.hour * 3600 + local.minute * 60 + local.second) / 86_400;
};

/** As above, from RFC 3339; a text that is no instant stays a text. */
export const instantTextSerial = (text: string | undefined, timeZone: string): CellInput => {
  if (text === undefined) return null;
  try {
    return instantSerial(Temporal.Instant.from(text), timeZone);
  } catch {
    return text;
  }
};
