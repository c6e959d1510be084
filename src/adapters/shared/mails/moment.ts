import { Temporal } from 'temporal-polyfill';

/** A moment as a wall clock of one zone shows it. */
export interface ZonedMoment {
  /** From 1, Monday. */
  readonly weekday: number;
  readonly day: number;
  /** From 1. */
  readonly month: number;
  readonly year: number;
  /** `HH:MM:SS` */
  readonly time: string;
  /** The zone's name, and its distance from UTC then: `Europe/Berlin, UTC+01:00`. */
  readonly zone: string;
}

/** `occurredAt` is an instant, ISO 8601. A zone that this machine does not know is UTC here, and says so. */
export const momentIn = (occurredAt: string, timeZone: string): ZonedMoment => {
  const instant = Temporal.Instant.from(occurredAt);
  const zoned = inZone(instant, timeZone) ?? instant.toZonedDateTimeISO('UTC');
  const { dayOfWeek: weekday, day, month, year, offset, timeZoneId } = zoned;
  const time = zoned.toPlainTime().toString({ smallestUnit: 'second' });
  return { weekday, day, month, year, time, zone: timeZoneId === 'UTC' ? 'UTC' : `${timeZoneId}, UTC${offset}` };
};

const inZone = (instant: Temporal.Instant, timeZone: string): Temporal.ZonedDateTime | undefined => {
  try {
    return instant.toZonedDateTimeISO(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
