import { addDays, type LocalDate, type LocalTime } from '../schedule/local-date.ts';
import type { PlanningWindow } from '../schedule/night.ts';

/** A date, or a date and time, local to the organisation's time zone. */
export interface LocalMoment {
  readonly date: LocalDate;
  readonly time?: LocalTime;
}

/** From a start to an end. Without an end it is the start alone; a date without a time is the whole day. */
export interface Span {
  readonly start: LocalMoment;
  readonly end?: LocalMoment;
}

/** Local date and time as one text that sorts by time. */
const at = (date: LocalDate, time: string): string => `${date}T${time.length === 5 ? `${time}:00` : time}`;

const startOf = (moment: LocalMoment): string => at(moment.date, moment.time ?? '00:00:00');

/**
 * The first moment after. A whole day's is written as its own 24:00, which sorts before every moment of the next day:
 * `9999-12-31`, for what never ends, has no next day that would sort after it.
 */
const endOf = (moment: LocalMoment): string => at(moment.date, moment.time ?? '24:00:00');

/** Whether the end is not before the start. */
export const isOrdered = (span: Span): boolean => span.end === undefined || endOf(span.end) >= startOf(span.start);

/**
 * Whether a span touches a window. Both are half-open: what ends at midnight is over then, and what is a mere
 * moment belongs if it lies in the window.
 */
export const touches = (span: Span, window: PlanningWindow): boolean => {
  const start = startOf(span.start);
  const end = endOf(span.end ?? span.start);
  const first = at(window.firstDay, '00:00:00');
  return start < at(window.endDay, '00:00:00') && (end > first || start >= first);
};

/** The days of the window that a span touches, in order. */
export const daysTouched = (span: Span, window: PlanningWindow): readonly LocalDate[] =>
  window.days.filter((day) => touches(span, { ...window, firstDay: day, endDay: addDays(day, 1) }));
