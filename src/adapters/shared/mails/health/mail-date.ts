import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../../../domain/schedule/local-date.ts';
import type { MailDate } from './wording.ts';

export const mailDate = (date: LocalDate): MailDate => {
  const { dayOfWeek: weekday, day, month } = Temporal.PlainDate.from(date);
  return { weekday, day, month };
};
