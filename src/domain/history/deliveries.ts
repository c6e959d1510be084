import { backupRun } from '../backup-run/decide.ts';
import type { NightOutcome } from '../backup-run/state.ts';
import type { Night } from '../schedule/night.ts';
import type { NightRecords } from './nights.ts';

/** One attempt at a night that came to an end, and the settings that it worked with. */
export interface EndedAttempt {
  readonly night: Night;
  readonly attempt: number;
  readonly configurationVersion: number;
  readonly outcome: NightOutcome;
  /** Instant, ISO 8601 in UTC. */
  readonly endedAt: string;
}

/** Of one night, in their order: a night that is repeated after a change is listed under both settings. */
export const endedAttempts = (records: NightRecords): readonly EndedAttempt[] => {
  const found: EndedAttempt[] = [];
  let state = backupRun.initialState;
  let night: Night | undefined;
  for (const { occurredAt, event } of records) {
    const before = state;
    state = backupRun.evolve(state, event);
    if (event.type === 'NightClaimed' || event.type === 'NightMissed') night = event.night;
    if (state.status !== 'ended' || before.status === 'ended' || night === undefined) continue;
    const { attempt, configurationVersion, outcome } = state;
    found.push({ night, attempt, configurationVersion, outcome, endedAt: occurredAt });
  }
  return found;
};
