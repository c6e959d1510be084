import { impossible } from '../impossible.ts';
import type { BackupSettings } from './settings.ts';

/** `version` is the count of events so far: the version a form was drawn from is compared with it. */
export type BackupConfigurationState =
  | { readonly status: 'not-set-up'; readonly version: number }
  | { readonly status: 'active'; readonly version: number; readonly settings: BackupSettings }
  | { readonly status: 'paused'; readonly version: number; readonly settings: BackupSettings }
  | { readonly status: 'removed'; readonly version: number };

export const initialBackupConfiguration: BackupConfigurationState = { status: 'not-set-up', version: 0 };

export const settingsOf = (state: BackupConfigurationState): BackupSettings | undefined => {
  switch (state.status) {
    case 'active':
    case 'paused':
      return state.settings;
    case 'not-set-up':
    case 'removed':
      return undefined;
    default:
      return impossible(state satisfies never);
  }
};
