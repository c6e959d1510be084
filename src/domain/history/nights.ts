import { backupRun } from '../backup-run/decide.ts';
import type { BackupRunEvent } from '../backup-run/events.ts';
import type { EndedNight, RunningNight } from '../backup-run/state.ts';
import type { Night } from '../schedule/night.ts';
import { type AttemptStory, attemptStories } from './attempt-stories.ts';

/** Its time may be written when it is asked for: ask only where it is told. */
export interface NightRecord {
  /** An instant, ISO 8601 in UTC. */
  readonly occurredAt: string;
  readonly event: BackupRunEvent;
}

/** All that was recorded of one night, oldest first; it begins with the claim, or with its being missed. */
export type NightRecords = readonly NightRecord[];

/** One night as an administrator or auditor reads it. Instants are ISO 8601 in UTC. */
export interface NightStory {
  readonly night: Night;
  readonly state: RunningNight | EndedNight;
  /** Oldest first; none for a night that was missed and never run. */
  readonly attempts: readonly AttemptStory[];
  readonly startedAt: string;
  /** When both files were in place for the first time; null if they never were. */
  readonly deliveredAt: string | null;
  /** Of the last thing that was recorded. */
  readonly lastRecordedAt: string;
}

/** Which night these are the records of. */
export const nightIn = (records: NightRecords): Night => {
  const event = records[0]?.event;
  if (event === undefined || !('night' in event)) throw new Error('A night begins with its claim');
  return event.night;
};

/** How it stands after all of them. */
export const nightState = (records: NightRecords): RunningNight | EndedNight => {
  let state = backupRun.initialState;
  for (const { event } of records) state = backupRun.evolve(state, event);
  if (state.status === 'unclaimed') throw new Error('A night begins with its claim');
  return state;
};

export const nightStory = (records: NightRecords): NightStory => {
  const night = nightIn(records);
  return {
    ...{ night, state: nightState(records), attempts: attemptStories(records) },
    startedAt: records.at(0)?.occurredAt ?? '',
    deliveredAt: records.find(({ event }) => event.type === 'NightDelivered')?.occurredAt ?? null,
    lastRecordedAt: records.at(-1)?.occurredAt ?? '',
  };
};
