import { Temporal } from 'temporal-polyfill';

/** An IANA name begins with a letter; Temporal would take bare offsets (`+01:00`) too, which know no summer time. */
const NAME = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

/** Whether this is the name of a time zone of the IANA database. */
export const isTimeZone = (name: string): boolean => {
  if (!NAME.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
};
