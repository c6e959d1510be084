import { backupRun } from '../backup-run/decide.ts';
import type { BackupRunEvent, NightClaimed } from '../backup-run/events.ts';
import type { EndedNight, RunningNight } from '../backup-run/state.ts';
import type { Night } from '../schedule/night.ts';

/** All that was recorded of one night, oldest first; it begins with the claim. */
export type NightRecords = readonly { readonly occurredAt: string; readonly event: BackupRunEvent }[];

/** One night as an administrator or auditor reads it. Instants are ISO 8601 in UTC. */
export interface NightStory {
  readonly night: Night;
  readonly state: RunningNight | EndedNight;
  readonly startedAt: string;
  /** Of the last thing that was recorded. */
  readonly lastRecordedAt: string;
}

export const nightStory = (records: NightRecords): NightStory => {
  const [first, last] = [records.at(0), records.at(-1)];
  const state = records.map(({ event }) => event).reduce(backupRun.evolve, backupRun.initialState);
  if (first === undefined || last === undefined || state.status === 'unclaimed')
    throw new Error('A night begins with its claim');
  const { night } = first.event as NightClaimed;
  return { night, state, startedAt: first.occurredAt, lastRecordedAt: last.occurredAt };
};
