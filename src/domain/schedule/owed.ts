import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate } from './local-date.ts';
import { type Night, nightOf, readNight } from './night.ts';
import { dueAt, LONGEST_LOOK_BACK, type NightlyHours } from './slot.ts';

/**
 * Minutes after the nightly hours in which a night is still on time: a run that begins in their last second needs
 * some, and so does one that waits for room.
 */
const GRACE = 30;

/**
 * When a night has to be over: the end of the nightly hours on its date, and the grace. Both files in place by then
 * are on time; a night that nobody settled by then is overdue.
 */
export const settledBy = (night: Night, timeZone: string, { to }: NightlyHours): Temporal.Instant =>
  // By the last second of the hours, because their end may be the midnight after.
  dueAt(night, timeZone, to - 1).add({ seconds: 1, minutes: GRACE });

/** A night that has to be over by now. */
export interface OwedNight {
  readonly night: Night;
  readonly settledBy: Temporal.Instant;
}

/** What a schedule is for one organisation. */
export interface Schedule {
  readonly timeZone: string;
  readonly hours: NightlyHours;
  /** Seconds after midnight, as `slotOf` gives it. */
  readonly slot: number;
}

/**
 * The nights that have to be over by now, latest first, and no further back than the worker looks: those whose slot
 * came after the moment since which the backup is active. Lazy, because who is in order is looked up by the first one.
 */
export function* owedNights(
  now: Temporal.Instant,
  activeSince: Temporal.Instant,
  { timeZone, hours, slot }: Schedule,
): Generator<OwedNight, void> {
  let date: LocalDate = nightOf(now, timeZone);
  for (let days = 0; days <= LONGEST_LOOK_BACK; days += 1, date = addDays(date, -1)) {
    const night = readNight(date, timeZone);
    if (night === undefined) continue;
    if (Temporal.Instant.compare(dueAt(night, timeZone, slot), activeSince) <= 0) return;
    const by = settledBy(night, timeZone, hours);
    if (Temporal.Instant.compare(by, now) <= 0) yield { night, settledBy: by };
  }
}
