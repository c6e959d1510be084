import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate } from './local-date.ts';
import { existsIn, type Night, nightOf } from './night.ts';

/** The part of the night in which runs begin: local times, `from` before `to`, on the night's own date. */
export interface NightlyHours {
  /** Seconds after the local midnight. */
  readonly from: number;
  readonly to: number;
}

/** 01:00 to 05:00: after the late edition, before the early desk. */
export const DEFAULT_HOURS: NightlyHours = { from: 3_600, to: 18_000 };

/** A night with the instant at which its run is due. */
export interface Slot {
  readonly night: Night;
  readonly dueAt: Temporal.Instant;
}

/**
 * Seconds after midnight at which an organisation's run is due: always the same, and spread evenly over all
 * organisations, so that thousands do not begin at once. FNV-1a, 32 bit (draft-eastlake-fnv), over UTF-16 code units.
 */
export const slotOf = (organisationId: string, { from, to }: NightlyHours): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < organisationId.length; index += 1)
    hash = Math.imul(hash ^ organisationId.charCodeAt(index), 0x01000193) >>> 0;
  return from + (hash % (to - from));
};

/** When a night's run is due. In a gap of the clock the time after it, in an overlap the first of both. */
export const dueAt = (night: LocalDate, timeZone: string, slot: number): Temporal.Instant =>
  Temporal.PlainDate.from(night)
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour: 0 }).add({ seconds: slot }) })
    .toInstant();

/**
 * The first night whose slot lies strictly after an instant, and whose date lies strictly after the last one that was
 * claimed. A date that the zone left out is no night.
 */
export const nextSlot = (
  after: Temporal.Instant,
  lastClaimed: Night | undefined,
  timeZone: string,
  slot: number,
): Slot => {
  const earliest = nightOf(after, timeZone);
  const first = lastClaimed === undefined || lastClaimed < earliest ? earliest : addDays(lastClaimed, 1);
  for (let date: LocalDate = first; ; date = addDays(date, 1)) {
    const at = dueAt(date, timeZone, slot);
    if (Temporal.Instant.compare(at, after) > 0 && existsIn(timeZone, date)) return { night: date, dueAt: at };
  }
};

/** What is due for an organisation whose backup is active since an instant. */
export interface Due {
  /** Nights whose date is over without a claim, oldest first. */
  readonly missed: readonly Night[];
  /** Today's or a later one. Its slot may be over: then it is due at once, so that downtime is caught up. */
  readonly next: Slot;
}

/** No further back than this many days is looked for missed nights. */
export const LONGEST_LOOK_BACK = 60;

export const due = (
  now: Temporal.Instant,
  activeSince: Temporal.Instant,
  lastClaimed: Night | undefined,
  timeZone: string,
  slot: number,
): Due => {
  const today = nightOf(now, timeZone);
  const lookBack = now.subtract({ hours: LONGEST_LOOK_BACK * 24 });
  const missed: Night[] = [];
  let next = nextSlot(later(activeSince, lookBack), lastClaimed, timeZone, slot);
  for (; next.night < today; next = nextSlot(next.dueAt, lastClaimed, timeZone, slot)) missed.push(next.night);
  return { missed, next };
};

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a;
