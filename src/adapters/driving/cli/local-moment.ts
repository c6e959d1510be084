import { Temporal } from 'temporal-polyfill';

/** `2026-11-24 21:00:00`, in a time zone. */
export const localMoment = (instant: string, timeZone: string): string => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`;
};
