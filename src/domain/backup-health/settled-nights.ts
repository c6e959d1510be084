import { Temporal } from 'temporal-polyfill';
import type { BackupRunEvent, NightClaimed, NightRepeated } from '../backup-run/events.ts';
import { pauseBeforeRetry } from '../backup-run/retrying.ts';
import type { EndedNight } from '../backup-run/state.ts';
import { type NightRecords, nightIn, nightState } from '../history/nights.ts';
import { type Night, nightOf } from '../schedule/night.ts';
import type { FileFailure, NightTrouble } from './events.ts';

/** A night that nothing more is done for by itself. */
export interface SettledNight {
  readonly night: Night;
  /** Undefined for a night whose files are in place. */
  readonly trouble: NightTrouble | undefined;
  /** Whether its last attempt came to an end after the backup was set up, or resumed, last. */
  readonly isSinceActive: boolean;
}

export interface Circumstances {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  /** When it was set up or resumed last; undefined while it is paused or removed: then nothing is tried again. */
  readonly activeSince: Temporal.Instant | undefined;
}

export interface NightsSoFar {
  /** In the order of their dates; a night that was stopped by a pause or removal is neither good nor bad. */
  readonly settled: readonly SettledNight[];
  /** Whether tonight is at work, or will be tried again: what becomes of it is known within the hour. */
  readonly isTonightOpen: boolean;
}

/** What became of an organisation's nights, as far as that is known for good. */
export const nightsSoFar = (nights: readonly NightRecords[], circumstances: Circumstances): NightsSoFar => {
  const { now, timeZone, activeSince } = circumstances;
  const today = nightOf(now, timeZone);
  const settled: SettledNight[] = [];
  let isTonightOpen = false;
  for (const records of nights) {
    const [night, state] = [nightIn(records), nightState(records)];
    if (state.status === 'running' || isStillTried(records, state, circumstances)) {
      isTonightOpen ||= night === today;
      continue;
    }
    if (state.outcome === 'stopped') continue;
    settled.push({
      ...{ night, trouble: troubleOf(state) },
      // Only asked of nights in trouble, which are few: a time that is read takes longer than all the rest.
      get isSinceActive() {
        return activeSince === undefined || Temporal.Instant.compare(lastRecordedAt(records), activeSince) >= 0;
      },
    });
  }
  return { settled: settled.sort((a, b) => (a.night < b.night ? -1 : 1)), isTonightOpen };
};

const troubleOf = ({ outcome, outcomes, overwrittenLate }: EndedNight): NightTrouble | undefined => {
  switch (outcome) {
    case 'missed':
      return { kind: 'missed' };
    case 'failed':
    case 'half-delivered': {
      const failures = Object.values(outcomes).flatMap((file): readonly FileFailure[] =>
        file.type === 'FileFailed' ? [{ file: file.file, failure: file.failure }] : [],
      );
      return { kind: outcome, failures };
    }
    case 'delivered':
      return overwrittenLate ? { kind: 'overwritten-late' } : undefined;
    case 'stopped':
      return undefined;
    default:
      return outcome satisfies never;
  }
};

/** What somebody ran by hand is not awaited: no worker may be there to try it again. */
const isStillTried = (
  records: NightRecords,
  state: EndedNight,
  { now, timeZone, activeSince }: Circumstances,
): boolean => {
  const trouble = troubleOf(state);
  if (activeSince === undefined || trouble === undefined || trouble.kind === 'missed' || isByHand(records))
    return false;
  const failures = trouble.kind === 'overwritten-late' ? [] : trouble.failures.map(({ failure }) => failure);
  const pause = pauseBeforeRetry(failures, state.attempt, 0);
  const night = nightIn(records);
  if (pause === undefined || night !== nightOf(now, timeZone)) return false;
  return night === nightOf(lastRecordedAt(records).add({ milliseconds: pause }), timeZone);
};

/** By why it was begun; who takes over goes on with that. */
const isByHand = (records: NightRecords): boolean =>
  records.map(({ event }) => event).findLast(isBeginning)?.reason === 'manual';

const isBeginning = (event: BackupRunEvent): event is NightClaimed | NightRepeated =>
  event.type === 'NightClaimed' || event.type === 'NightRepeated';

const lastRecordedAt = (records: NightRecords): Temporal.Instant =>
  Temporal.Instant.from(records.at(-1)?.occurredAt ?? '');
