import { Temporal } from 'temporal-polyfill';
import { backupConfiguration } from '../backup-configuration/decide.ts';
import type { BackupConfigurationState } from '../backup-configuration/state.ts';
import type { ConfigurationRecord } from './history.ts';

/** The settings as they stood at a moment. Instants are ISO 8601 in UTC. */
export interface AsOf {
  readonly state: BackupConfigurationState;
  /** The last record of the change that made them so; null before the first. */
  readonly madeBy: ConfigurationRecord | null;
  /** When the next change came; null if none has. */
  readonly until: string | null;
}

/** What was recorded up to an instant, that instant included. */
export const asOf = (records: readonly ConfigurationRecord[], instant: Temporal.Instant): AsOf => {
  const isBy = ({ occurredAt }: ConfigurationRecord): boolean =>
    Temporal.Instant.compare(Temporal.Instant.from(occurredAt), instant) <= 0;
  // A clock may have been set back: what stands before a record in the log was there when it came.
  const count = records.findLastIndex(isBy) + 1;
  const state = records
    .slice(0, count)
    .reduce((before, { event }) => backupConfiguration.evolve(before, event), backupConfiguration.initialState);
  return { state, madeBy: records[count - 1] ?? null, until: records[count]?.occurredAt ?? null };
};
