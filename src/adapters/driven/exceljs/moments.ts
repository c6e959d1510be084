import { Temporal } from 'temporal-polyfill';
import type { LocalMoment, Span } from '../../../domain/plan/span.ts';
import type { LocalDate } from '../../../domain/schedule/local-date.ts';
import type { Wording } from './wording.ts';

/** Weekday, day, month and year in words. */
export const longDate = (date: LocalDate | Temporal.PlainDate, words: Wording): string => {
  const { dayOfWeek, day, month, year } = Temporal.PlainDate.from(date);
  return words.longDate(words.weekdays[dayOfWeek - 1] ?? '', day, words.months[month - 1] ?? '', year);
};

/** Weekday, date and time of an instant, in words, to the minute. */
export const longMoment = (instant: Temporal.Instant, timeZone: string, words: Wording): string => {
  const local = instant.toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${longDate(local.toPlainDate(), words)}, ${words.clock(time)}`;
};

/** As text: a reader's program would write a weekday in the reader's language. */
export const weekday = (date: LocalDate | undefined, words: Wording): string =>
  date === undefined ? '' : (words.shortWeekdays[weekdayOf(date)] ?? '');

/** From Monday, 0 to 6. */
const weekdayOf = (date: LocalDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Moments and spans in short words. The year is named where it is not the plan's own. */
export class MomentWords {
  readonly #words: Wording;
  readonly #year: string;
  readonly #dates = new Map<LocalDate, string>();

  constructor(words: Wording, firstDay: LocalDate) {
    this.#words = words;
    this.#year = firstDay.slice(0, 4);
  }

  date(date: LocalDate): string {
    const known = this.#dates.get(date);
    if (known !== undefined) return known;
    const [year, month, day] = date.split('-');
    const shown = year === this.#year ? undefined : Number(year);
    const text = this.#words.shortDate(weekday(date, this.#words), Number(day), Number(month), shown);
    this.#dates.set(date, text);
    return text;
  }

  moment({ date, time }: LocalMoment): string {
    return time === undefined ? this.date(date) : `${this.date(date)}, ${time}`;
  }

  span({ start, end }: Span): string {
    if (end === undefined) return this.moment(start);
    if (end.date !== start.date) return `${this.moment(start)} – ${this.moment(end)}`;
    return end.time === undefined || end.time === start.time ? this.moment(start) : `${this.moment(start)}–${end.time}`;
  }

  /** What of a span is on one of its days. */
  onDay(span: Span, day: LocalDate): string {
    const { start, end = start } = span;
    const times = this.#timesOnDay(span, day);
    if (start.date === end.date) return times;
    if (isOvernight(start, end)) return day === start.date ? `${start.time}–${end.time}` : times;
    return `${times} (${this.#words.dayOf(daysBetween(start.date, day) + 1, daysBetween(start.date, end.date) + 1)})`;
  }

  #timesOnDay({ start, end = start }: Span, day: LocalDate): string {
    const from = start.date === day ? start.time : undefined;
    const to = end.date === day ? end.time : undefined;
    if (from !== undefined && to !== undefined) return from === to ? from : `${from}–${to}`;
    if (from !== undefined) return this.#words.from(from);
    return to === undefined ? this.#words.allDay : this.#words.until(to);
  }
}

/** Such as a concert until after midnight, which nobody calls an event of two days. */
const isOvernight = (start: LocalMoment, end: LocalMoment): boolean =>
  start.time !== undefined &&
  end.time !== undefined &&
  end.time <= start.time &&
  daysBetween(start.date, end.date) === 1;

const daysBetween = (first: LocalDate, last: LocalDate): number => (Date.parse(last) - Date.parse(first)) / 86_400_000;
