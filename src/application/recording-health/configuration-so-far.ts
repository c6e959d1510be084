import type { Temporal } from 'temporal-polyfill';
import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../domain/backup-configuration/events.ts';
import type { BackupSettings, Replacement } from '../../domain/backup-configuration/settings.ts';
import { settingsOf } from '../../domain/backup-configuration/state.ts';
import type { ReplacementAt } from '../../domain/history/files-there.ts';
import type { RecordedEvent } from '../ports/event-log.ts';
import { type RosterEntry, rosterAfter } from '../working-nights/roster.ts';

export interface ConfigurationSoFar {
  /** Of a backup that was removed, the last ones. */
  readonly settings: BackupSettings;
  /** Undefined while it is paused or removed. */
  readonly activeSince: Temporal.Instant | undefined;
  readonly replacementAt: ReplacementAt;
}

/** Undefined for a backup that never was. */
export const configurationSoFar = (events: readonly RecordedEvent[]): ConfigurationSoFar | undefined => {
  let state = backupConfiguration.initialState;
  let settings: BackupSettings | undefined;
  let entry: RosterEntry | undefined;
  const replacements = new Map<number, Replacement>();
  for (const recorded of events) {
    state = backupConfiguration.evolve(state, recorded.event as BackupConfigurationEvent);
    settings = settingsOf(state) ?? settings;
    entry = rosterAfter(entry, recorded);
    if (settings !== undefined) replacements.set(state.version, settings.replacement);
  }
  const replacementAt: ReplacementAt = (version) => replacements.get(version);
  return settings && { settings, activeSince: entry?.activeSince, replacementAt };
};
