import type { Temporal } from 'temporal-polyfill';
import type { BackupConfigurationEvent } from '../../domain/backup-configuration/events.ts';
import { impossible } from '../../domain/impossible.ts';
import type { RecordedEvent } from '../ports/event-log.ts';

/** What the worker keeps of an organisation between its nights. Small, because most of them wait most of the time. */
export interface RosterEntry {
  /** Undefined while paused, removed or not yet complete. */
  readonly activeSince: Temporal.Instant | undefined;
  readonly timeZone: string;
  readonly host: string;
}

/** What an event of the configuration makes of an organisation's entry. */
export const rosterAfter = (before: RosterEntry | undefined, recorded: RecordedEvent): RosterEntry | undefined => {
  const event = recorded.event as BackupConfigurationEvent;
  switch (event.type) {
    case 'BackupSetUp':
      return { activeSince: recorded.occurredAt, timeZone: event.timeZone, host: event.destination.host };
    case 'BackupRemoved':
      return undefined;
    case 'BackupPaused':
      return before && { ...before, activeSince: undefined };
    case 'BackupResumed':
      return before && { ...before, activeSince: recorded.occurredAt };
    case 'DestinationChanged':
      return before && { ...before, host: event.to.host };
    case 'TimeZoneChanged':
      return before && { ...before, timeZone: event.to };
    case 'FileNamesFixed':
    case 'CredentialsChanged':
    case 'HostIdentityTrusted':
    case 'HostIdentityForgotten':
    case 'ReplacementChanged':
    case 'ConfidentialRecordsSettingChanged':
    case 'CoAdministratorsToBeTold':
      return before;
    default:
      return impossible(event satisfies never);
  }
};
