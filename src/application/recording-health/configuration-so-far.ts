import type { Temporal } from 'temporal-polyfill';
import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../domain/backup-configuration/events.ts';
import type { BackupSettings } from '../../domain/backup-configuration/settings.ts';
import { settingsOf } from '../../domain/backup-configuration/state.ts';
import type { RecordedEvent } from '../ports/event-log.ts';
import { type RosterEntry, rosterAfter } from '../working-nights/roster.ts';

export interface ConfigurationSoFar {
  /** Of a backup that was removed, the last ones. */
  readonly settings: BackupSettings;
  /** Undefined while it is paused or removed. */
  readonly activeSince: Temporal.Instant | undefined;
}

/** Undefined for a backup that never was. */
export const configurationSoFar = (events: readonly RecordedEvent[]): ConfigurationSoFar | undefined => {
  let state = backupConfiguration.initialState;
  let settings: BackupSettings | undefined;
  let entry: RosterEntry | undefined;
  for (const recorded of events) {
    state = backupConfiguration.evolve(state, recorded.event as BackupConfigurationEvent);
    settings = settingsOf(state) ?? settings;
    entry = rosterAfter(entry, recorded);
  }
  return settings && { settings, activeSince: entry?.activeSince };
};
