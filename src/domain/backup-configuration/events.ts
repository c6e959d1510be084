import type { Destination } from '../destination/destination.ts';
import type { HostIdentity } from '../destination/host-identity.ts';
import type { BackupSettings, ConfidentialRecords, FileNames, Login, Replacement } from './settings.ts';

/**
 * The facts of one organisation's backup configuration. Who and when stand in the envelope around them.
 * None holds a secret: a login names its `secretId` only.
 */
export type BackupConfigurationEvent =
  | BackupSetUp
  | FileNamesFixed
  | DestinationChanged
  | CredentialsChanged
  | HostIdentityTrusted
  | HostIdentityForgotten
  | ReplacementChanged
  | ConfidentialRecordsSettingChanged
  | TimeZoneChanged
  | BackupPaused
  | BackupResumed
  | BackupRemoved
  | CoAdministratorsToBeTold;

export interface BackupSetUp extends Omit<BackupSettings, 'fileNames'> {
  readonly type: 'BackupSetUp';
}

export interface FileNamesFixed extends FileNames {
  readonly type: 'FileNamesFixed';
}

interface Change<Type extends string, Value> {
  readonly type: Type;
  readonly from: Value;
  readonly to: Value;
}

export type DestinationChanged = Change<'DestinationChanged', Destination>;

/** A new `secretId` with the same user and method says that the password or key was replaced. */
export type CredentialsChanged = Change<'CredentialsChanged', Login>;

export interface HostIdentityTrusted {
  readonly type: 'HostIdentityTrusted';
  readonly from: HostIdentity | null;
  readonly to: HostIdentity;
}

export interface HostIdentityForgotten {
  readonly type: 'HostIdentityForgotten';
  readonly from: HostIdentity;
}

export type ReplacementChanged = Change<'ReplacementChanged', Replacement>;

export type ConfidentialRecordsSettingChanged = Change<'ConfidentialRecordsSettingChanged', ConfidentialRecords>;

/** The host's change, not an administrator's. */
export type TimeZoneChanged = Change<'TimeZoneChanged', string>;

export interface BackupPaused {
  readonly type: 'BackupPaused';
}

export interface BackupResumed {
  readonly type: 'BackupResumed';
}

/** Says where the last files remain; the secret is destroyed. */
export interface BackupRemoved {
  readonly type: 'BackupRemoved';
  readonly destination: Destination;
  readonly fileNames: FileNames;
  readonly secretId: string;
}

/** Ends every change. `recipientIds` is empty if there is nobody else to tell. */
export interface CoAdministratorsToBeTold {
  readonly type: 'CoAdministratorsToBeTold';
  readonly changeId: string;
  readonly recipientIds: readonly string[];
}
