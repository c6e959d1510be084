import { impossible } from '../impossible.ts';
import type { BackupConfigurationEvent } from './events.ts';
import type { BackupSettings } from './settings.ts';
import { type BackupConfigurationState, settingsOf } from './state.ts';

export const evolveBackupConfiguration = (
  state: BackupConfigurationState,
  event: BackupConfigurationEvent,
): BackupConfigurationState => {
  const version = state.version + 1;
  const changed = (part: Partial<BackupSettings>): BackupConfigurationState => {
    const settings = { ...settingsBefore(state, event), ...part };
    return { status: state.status === 'paused' ? 'paused' : 'active', version, settings };
  };
  switch (event.type) {
    case 'BackupSetUp': {
      const { type: _, ...settings } = event;
      // The names follow in the same append; until then there are none.
      return { status: 'active', version, settings: { ...settings, fileNames: { storyPlan: '', eventPlan: '' } } };
    }
    case 'FileNamesFixed':
      return changed({ fileNames: { storyPlan: event.storyPlan, eventPlan: event.eventPlan } });
    case 'DestinationChanged':
      return changed({ destination: event.to });
    case 'CredentialsChanged':
      return changed({ login: event.to });
    case 'HostIdentityTrusted':
      return changed({ trustedIdentity: event.to });
    case 'HostIdentityForgotten':
      return changed({ trustedIdentity: null });
    case 'ReplacementChanged':
      return changed({ replacement: event.to });
    case 'ConfidentialRecordsSettingChanged':
      return changed({ confidentialRecords: event.to });
    case 'TimeZoneChanged':
      return changed({ timeZone: event.to });
    case 'BackupPaused':
      return { status: 'paused', version, settings: settingsBefore(state, event) };
    case 'BackupResumed':
      return { status: 'active', version, settings: settingsBefore(state, event) };
    case 'BackupRemoved':
      return { status: 'removed', version };
    case 'CoAdministratorsToBeTold':
      return { ...state, version };
    default:
      return impossible(event satisfies never);
  }
};

/** A history in which this is missing was not written by the decider. */
const settingsBefore = (state: BackupConfigurationState, event: BackupConfigurationEvent): BackupSettings => {
  const settings = settingsOf(state);
  if (settings === undefined) throw new Error(`${event.type} stands in a history where no backup is set up`);
  return settings;
};
