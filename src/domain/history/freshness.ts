import type { Temporal } from 'temporal-polyfill';
import { backupConfiguration } from '../backup-configuration/decide.ts';
import { settingsOf } from '../backup-configuration/state.ts';
import { addDays, type LocalDate } from '../schedule/local-date.ts';
import { type Night, nightOf, readNight } from '../schedule/night.ts';
import { settledBy } from '../schedule/owed.ts';
import { due, type NightlyHours, slotOf } from '../schedule/slot.ts';
import { type FileThere, filesThere, type ReplacementAt } from './files-there.ts';
import type { ConfigurationRecord } from './history.ts';
import type { NightStory } from './nights.ts';
import { activeSince, standingsOf } from './standings.ts';
import { type StripNight, stripOf } from './strip.ts';

/**
 * Whether a newsroom can rely on the files at its destination.
 * - `current`: both are of tonight; before tonight has to be over, of last night.
 * - `outdated`: both are older. `uneven`: they are of different nights, and one is older. `incomplete`: one was never
 *   put there. `none`: neither was.
 * - `old-plan`: they came in time, and the plan in them is old: whoever hands it out may hand out a copy.
 * - `doubtful`: a file may be missing or half of one.
 * - `paused`: nothing renews them.
 */
export type Verdict = 'current' | 'outdated' | 'uneven' | 'incomplete' | 'none' | 'old-plan' | 'doubtful' | 'paused';

/** The night that comes next, unless the backup is paused. */
export interface NextNight {
  readonly night: Night;
  /** Instant, ISO 8601 in UTC. If it is over, the night is begun as soon as a worker is there. */
  readonly dueAt: string;
}

/** How it is with one organisation's files, at one moment, as far as the record says. */
export interface Freshness {
  /** The moment: an instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly timeZone: string;
  readonly verdict: Verdict;
  readonly files: readonly FileThere[];
  readonly next: NextNight | null;
  /** Oldest first. */
  readonly strip: readonly StripNight[];
}

export interface FreshnessSource {
  readonly organisationId: string;
  readonly records: readonly ConfigurationRecord[];
  readonly nights: readonly NightStory[];
  readonly now: Temporal.Instant;
  readonly hours: NightlyHours;
}

/** Undefined where no backup is set up. */
export const freshnessOf = (source: FreshnessSource): Freshness | undefined => {
  const { organisationId, records, nights, now, hours } = source;
  const state = stateAt(records, records.length);
  const settings = settingsOf(state);
  if (settings === undefined) return undefined;
  const { timeZone, destination } = settings;
  const standings = standingsOf(records);
  const slot = slotOf(organisationId, hours);
  const byNight = new Map(nights.map((story) => [story.night as string, story]));
  const replacementAt: ReplacementAt = (version) => settingsOf(stateAt(records, version))?.replacement;
  const files = filesThere(nights, destination, replacementAt);
  const since = activeSince(standings);
  const last = [...byNight.values()]
    .map(({ night }) => night)
    .sort()
    .at(-1);
  const next = since && due(now, since, last, timeZone, slot).next;
  const isPausedWithFiles = state.status === 'paused' && files.length > 0;
  return {
    ...{ at: now.toString(), timeZone, files },
    verdict: isPausedWithFiles ? 'paused' : verdictOf(files, now, newestNight(now, timeZone, hours)),
    next: next === undefined ? null : { night: next.night, dueAt: next.dueAt.toString() },
    strip: stripOf({ standings, nights: byNight, now, slot, hours }),
  };
};

const stateAt = (records: readonly ConfigurationRecord[], version: number) =>
  records
    .slice(0, version)
    .reduce((state, { event }) => backupConfiguration.evolve(state, event), backupConfiguration.initialState);

/** The night that files must be of to be current: tonight's has time until it has to be over. */
const newestNight = (now: Temporal.Instant, timeZone: string, hours: NightlyHours): Night => {
  const today = nightOf(now, timeZone);
  if (now.since(settledBy(today, timeZone, hours)).sign >= 0) return today;
  for (let date: LocalDate = addDays(today, -1); ; date = addDays(date, -1)) {
    const night = readNight(date, timeZone);
    if (night !== undefined) return night;
  }
};

/** Hours. A plan of the evening before the night is as good as one of the night itself. */
const OLDEST_PLAN = 48;

/** Whether whoever relies on a plan has to be told that it is old. */
export const isOldPlan = (collectedAt: string, now: Temporal.Instant): boolean =>
  now.since(collectedAt).total('hours') > OLDEST_PLAN;

const verdictOf = (files: readonly FileThere[], now: Temporal.Instant, newest: Night): Verdict => {
  const [first, second] = files;
  if (first === undefined) return 'none';
  if (files.some(({ mayBeBroken }) => mayBeBroken)) return 'doubtful';
  if (second === undefined) return 'incomplete';
  if (first.night >= newest && second.night >= newest)
    return files.some(({ collectedAt }) => isOldPlan(collectedAt, now)) ? 'old-plan' : 'current';
  return first.night === second.night ? 'outdated' : 'uneven';
};
