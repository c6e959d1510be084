import { isSameDestination } from '../destination/destination.ts';
import { isSameIdentity } from '../destination/host-identity.ts';
import type { SaveSettings } from './commands.ts';
import type { BackupConfigurationEvent } from './events.ts';
import { sharesPassword } from './secret-binding.ts';
import type { BackupSettings, Login } from './settings.ts';

/**
 * The facts that lead from the current settings to the wanted ones, in a fixed order: none if nothing differs.
 * Where the stored password was not entered for what is wanted, it is asked for again.
 */
export const differencesBetween = (
  current: BackupSettings,
  wanted: SaveSettings,
): readonly BackupConfigurationEvent[] | 'password required' => {
  const login = loginAfter(current, wanted);
  if (login === undefined) return 'password required';
  const differences: BackupConfigurationEvent[] = [];
  if (!isSameDestination(current.destination, wanted.destination))
    differences.push({ type: 'DestinationChanged', from: current.destination, to: wanted.destination });
  if (login.secretId !== current.login.secretId)
    differences.push({ type: 'CredentialsChanged', from: current.login, to: login });
  if (!isSameIdentity(current.trustedIdentity, wanted.trustedIdentity)) differences.push(trust(current, wanted));
  if (current.replacement !== wanted.replacement)
    differences.push({ type: 'ReplacementChanged', from: current.replacement, to: wanted.replacement });
  if (current.confidentialRecords !== wanted.confidentialRecords)
    differences.push({
      type: 'ConfidentialRecordsSettingChanged',
      from: current.confidentialRecords,
      to: wanted.confidentialRecords,
    });
  return differences;
};

/** Undefined if the stored password may not be kept for what is wanted. */
const loginAfter = (current: BackupSettings, wanted: SaveSettings): Login | undefined => {
  if (wanted.enteredSecret !== null) return { user: wanted.user, ...wanted.enteredSecret };
  const { destination, login, trustedIdentity } = current;
  return sharesPassword({ destination, user: login.user, trustedIdentity }, wanted) ? login : undefined;
};

const trust = (current: BackupSettings, wanted: SaveSettings): BackupConfigurationEvent => {
  const from = current.trustedIdentity;
  if (wanted.trustedIdentity !== null) return { type: 'HostIdentityTrusted', from, to: wanted.trustedIdentity };
  // They differ and the wanted one is null, so there is a current one.
  return { type: 'HostIdentityForgotten', from: from as NonNullable<typeof from> };
};
