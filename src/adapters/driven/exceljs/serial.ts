import type { LocalDate, LocalTime } from '../../../domain/schedule/local-date.ts';
import type { CellInput } from './cell.ts';

/** In milliseconds. */
export const DAY = 86_400_000;

/**
 * Spreadsheets count days from 1899-12-30 and have no time zone: what is written is the local date and time.
 * Before 1900-03-01 they disagree with each other and with the calendar, and after 9999 there is nothing:
 * such a date stays a text.
 */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST = Date.UTC(1900, 2, 1);
const END = Date.UTC(10_000, 0, 1);

export const dateSerial = (date: LocalDate | undefined): CellInput => {
  if (date === undefined) return null;
  const days = Date.parse(date);
  return days >= FIRST && days < END ? (days - EPOCH) / DAY : date;
};

/** A part of a day, as spreadsheets write times. */
export const timeSerial = (time: LocalTime | undefined): CellInput => {
  if (time === undefined) return null;
  const [hour, minute, second] = time.split(':').map(Number);
  return ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) / 86_400;
};

/** Of a local date and time, given in milliseconds as if it were UTC; to the second. */
export const dateTimeSerial = (local: number): CellInput => {
  const second = Math.floor(local / 1000) * 1000;
  if (second >= FIRST && second < END) return (second - EPOCH) / DAY;
  return new Date(second).toISOString().replace('.000Z', '');
};
