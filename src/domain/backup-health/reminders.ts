import { Temporal } from 'temporal-polyfill';
import { addDays } from '../schedule/local-date.ts';
import { type Night, nightOf } from '../schedule/night.ts';
import type { ReminderDays } from './events.ts';
import type { FailingBackup } from './state.ts';

/** After the nightly hours and their retries, before the early desk; local time. */
const REMINDED_BY = Temporal.PlainTime.from('06:00');

/** Local dates after the night that was told of. After the last one there is silence until it works again. */
const REMINDERS: readonly ReminderDays[] = [3, 7];

/** The reminder that comes next, or undefined if there is none any more. */
const nextReminder = ({ reminded }: FailingBackup): ReminderDays | undefined =>
  REMINDERS.find((days) => days > (reminded ?? 0));

/** When the next reminder is due if no night brings it before; undefined if there is none any more. */
export const reminderDueAt = (failing: FailingBackup, timeZone: string): Temporal.Instant | undefined => {
  const days = nextReminder(failing);
  if (days === undefined) return undefined;
  const date = Temporal.PlainDate.from(addDays(failing.toldOf, days));
  return date.toZonedDateTime({ timeZone, plainTime: REMINDED_BY }).toInstant();
};

/** The local date that reminders are counted to: one that has begun counts from the time they are due at. */
export const reminderDate = (now: Temporal.Instant, timeZone: string): Night => {
  const zoned = now.toZonedDateTimeISO(timeZone);
  const isBefore = Temporal.PlainTime.compare(zoned.toPlainTime(), REMINDED_BY) < 0;
  return isBefore ? (addDays(nightOf(now, timeZone), -1) as Night) : nightOf(now, timeZone);
};

/** The highest reminder that is due on a date and was not given; where one was slept through, the later one stands for both. */
export const dueReminder = (failing: FailingBackup, date: Night): ReminderDays | undefined =>
  REMINDERS.findLast((days) => days > (failing.reminded ?? 0) && date >= addDays(failing.toldOf, days));
