import { Temporal } from 'temporal-polyfill';
import { pauseBeforeRetry } from '../backup-run/retrying.ts';
import { impossible } from '../impossible.ts';
import { addDays, type LocalDate } from '../schedule/local-date.ts';
import { type Night, nightOf, readNight } from '../schedule/night.ts';
import { settledBy } from '../schedule/owed.ts';
import type { NightlyHours } from '../schedule/slot.ts';
import type { NightStory } from './nights.ts';
import { isSilent } from './overdue.ts';
import { type Standing, standingAtSlot } from './standings.ts';

/**
 * What became of a night, in one word.
 * - `delivered`: both files were in place by the end of the nightly hours and the grace, whichever attempt it took; or
 *   at any time where the schedule owed no night (on the day of the set-up, say).
 * - `late`: both were, and later than that: after a downtime, a retry in the morning, or by hand.
 * - `half-delivered`: at least one of them was replaced, and never both by one attempt.
 * - `failed`, `missed`: none was; somebody tried, or nobody.
 * - `unfinished`: somebody began, and has recorded neither an end nor anything else for long.
 * - `running`: somebody is at work.
 * - `to-come`: tonight's, and there is time; `overdue`: tonight's, and there is none left, but a worker that comes back
 *   today still does it.
 * - `paused`, `not-set-up`: so it was when the slot came, or became while the night ran.
 */
export type NightKind =
  | 'delivered'
  | 'late'
  | 'half-delivered'
  | 'failed'
  | 'missed'
  | 'unfinished'
  | 'running'
  | 'to-come'
  | 'overdue'
  | 'paused'
  | 'not-set-up';

export interface StripNight {
  readonly night: Night;
  readonly kind: NightKind;
  /** Null where nothing was recorded of it. */
  readonly story: NightStory | null;
  /** It failed, and a worker that is up tries again tonight. */
  readonly isToBeRetried: boolean;
}

/** So many nights a strip has. */
const STRIP_LENGTH = 30;

export interface StripSource {
  readonly standings: readonly Standing[];
  readonly nights: ReadonlyMap<string, NightStory>;
  readonly now: Temporal.Instant;
  readonly slot: number;
  readonly hours: NightlyHours;
}

/**
 * The last nights, oldest first, up to tonight's by the clock of today's zone. A date that the zone left out is none.
 * Empty before anything was set up.
 */
export const stripOf = (source: StripSource): readonly StripNight[] => {
  const { standings, nights, now, slot } = source;
  const zone = standings.at(-1)?.timeZone;
  if (zone === undefined) return [];
  const today = nightOf(now, zone);
  const strip: StripNight[] = [];
  // After a change of the zone to the west, a night may be recorded that is not yet by today's clock.
  for (let date: LocalDate = [today, ...nights.keys()].sort().at(-1) as LocalDate; strip.length < STRIP_LENGTH; ) {
    const standing = standingAtSlot(standings, date, slot);
    const story = nights.get(date);
    const night = story?.night ?? readNight(date, standing?.timeZone ?? zone);
    if (night !== undefined) {
      const kind = story === undefined ? unrecorded(night, standing, today, source) : recorded(story, standing, source);
      const isToBeRetried = story !== undefined && night === today && isRetried(story);
      strip.push({ night, kind, story: story ?? null, isToBeRetried });
    }
    date = addDays(date, -1);
  }
  return strip.reverse();
};

const recorded = (story: NightStory, standing: Standing | undefined, { now, hours }: StripSource): NightKind => {
  const { night, state, deliveredAt, attempts } = story;
  if (deliveredAt !== null) {
    if (standing?.status !== 'active') return 'delivered';
    const isLate = Temporal.Instant.compare(deliveredAt, settledBy(night, standing.timeZone, hours)) > 0;
    return isLate ? 'late' : 'delivered';
  }
  if (state.status === 'running') return isSilent(story, now) ? 'unfinished' : 'running';
  if (attempts.some(({ files }) => files.some(({ type }) => type === 'FileReplaced'))) return 'half-delivered';
  switch (state.outcome) {
    case 'stopped':
      return attempts.at(-1)?.end === 'paused' ? 'paused' : 'not-set-up';
    case 'delivered':
    case 'half-delivered':
    case 'failed':
    case 'missed':
      return state.outcome;
    default:
      return impossible(state.outcome satisfies never);
  }
};

const unrecorded = (
  night: Night,
  standing: Standing | undefined,
  today: Night,
  { now, hours }: StripSource,
): NightKind => {
  if (standing === undefined) return 'not-set-up';
  switch (standing.status) {
    case 'not-set-up':
    case 'removed':
      return 'not-set-up';
    case 'paused':
      return 'paused';
    case 'active':
      if (Temporal.Instant.compare(now, settledBy(night, standing.timeZone, hours)) < 0) return 'to-come';
      return night < today ? 'missed' : 'overdue';
    default:
      return impossible(standing.status satisfies never);
  }
};

const isRetried = ({ state, attempts }: NightStory): boolean => {
  if (state.status === 'running' || (state.outcome !== 'failed' && state.outcome !== 'half-delivered')) return false;
  const failures = (attempts.at(-1)?.files ?? []).flatMap((file) => (file.type === 'FileFailed' ? [file.failure] : []));
  return pauseBeforeRetry(failures, state.attempt, 0) !== undefined;
};
