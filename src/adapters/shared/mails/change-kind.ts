import type { ConfigurationFact } from '../../../domain/history/history.ts';

/** What a change was, in the mail's subject: one save is one kind, however many facts it has. */
export type ChangeKind = 'set-up' | 'changed' | 'paused' | 'resumed' | 'removed' | 'time-zone';

export const changeKind = (facts: readonly ConfigurationFact[]): ChangeKind => {
  const kinds = facts.map(kindOf);
  return kinds.find((kind) => kind !== 'changed') ?? 'changed';
};

const kindOf = ({ type }: ConfigurationFact): ChangeKind => {
  switch (type) {
    case 'BackupSetUp':
      return 'set-up';
    case 'BackupPaused':
      return 'paused';
    case 'BackupResumed':
      return 'resumed';
    case 'BackupRemoved':
      return 'removed';
    // The host's change, and never part of a saved form.
    case 'TimeZoneChanged':
      return 'time-zone';
    case 'FileNamesFixed':
    case 'DestinationChanged':
    case 'CredentialsChanged':
    case 'HostIdentityTrusted':
    case 'HostIdentityForgotten':
    case 'ReplacementChanged':
    case 'ConfidentialRecordsSettingChanged':
      return 'changed';
    default:
      return type satisfies never;
  }
};
