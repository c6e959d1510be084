import { Temporal } from 'temporal-polyfill';
import type { BackupConfigurationEvent } from '../../../src/domain/backup-configuration/events.ts';
import { addDays, type LocalDate } from '../../../src/domain/schedule/local-date.ts';
import { nightOf, readNight } from '../../../src/domain/schedule/night.ts';
import { DEFAULT_HOURS, dueAt, slotOf } from '../../../src/domain/schedule/slot.ts';

const HOUR = 3_600_000;

/** A span in which a backup was active in one time zone. Milliseconds since 1970, in truth. */
interface Active {
  readonly from: number;
  to: number;
  readonly timeZone: string;
}

/** When a night was due, and when its date was over. Milliseconds since 1970, in truth. */
export interface DueNight {
  readonly night: string;
  readonly dueAt: number;
  readonly endsAt: number;
}

/** Clocks that are wrong by so much make a change count on either side of a slot. */
const LEEWAY = 5 * HOUR;

/**
 * The nights that an organisation's settings, by their own history, owe it: those whose slot and whose date, with some
 * leeway, lie in one span of activity.
 */
export const nightsDue = (
  organisationId: string,
  history: readonly { readonly at: number; readonly event: BackupConfigurationEvent }[],
  until: number,
): readonly DueNight[] =>
  spans(history, until).flatMap((span) => {
    const found: DueNight[] = [];
    const { timeZone } = span;
    const slot = slotOf(organisationId, DEFAULT_HOURS);
    let date: LocalDate = nightOf(Temporal.Instant.fromEpochMilliseconds(span.from), timeZone);
    for (; ; date = addDays(date, 1)) {
      const night = readNight(date, timeZone);
      if (night === undefined) continue;
      const due = dueAt(night, timeZone, slot).epochMilliseconds;
      const endsAt = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
      if (endsAt + LEEWAY > span.to) return found;
      if (due - LEEWAY > span.from) found.push({ night, dueAt: due, endsAt });
    }
  });

const spans = (
  history: readonly { readonly at: number; readonly event: BackupConfigurationEvent }[],
  until: number,
): readonly Active[] => {
  const found: Active[] = [];
  let zone = 'UTC';
  let isActive = false;
  for (const { at, event } of history) {
    if (event.type === 'BackupSetUp') zone = event.timeZone;
    if (event.type === 'TimeZoneChanged') zone = event.to;
    const isBeginning = ['BackupSetUp', 'BackupResumed'].includes(event.type);
    const isEnd = ['BackupPaused', 'BackupRemoved'].includes(event.type);
    if (!isBeginning && !isEnd && event.type !== 'TimeZoneChanged') continue;
    const last = found.at(-1);
    if (isActive && last !== undefined) last.to = at;
    isActive = isBeginning || (isActive && !isEnd);
    if (isActive) found.push({ from: at, to: until, timeZone: zone });
  }
  return found;
};
