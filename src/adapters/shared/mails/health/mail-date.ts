import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../../../domain/schedule/local-date.ts';
import type { MailDate } from './wording.ts';

export const mailDate = (date: LocalDate): MailDate => {
  const { dayOfWeek: weekday, day, month } = Temporal.PlainDate.from(date);
  return { weekday, day, month };
};

/** Local dates from the one to the other; negative if that lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
