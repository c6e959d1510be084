import { hasUnsendableCharacters } from '../destination/remote-directory.ts';
import type { ByAdministrator, SaveSettings } from './commands.ts';
import type { BackupConfigurationRejection } from './rejections.ts';
import type { BackupConfigurationState } from './state.ts';

const LONGEST_USER = 255;

type Verdict = BackupConfigurationRejection | undefined;

/** Who may act at all, and on which version of the form. */
export const mayAct = (command: ByAdministrator, state: BackupConfigurationState): Verdict => {
  if (!command.administratorIds.includes(command.actorId)) return { reason: 'ActorNotAnAdministrator' };
  const { expectedVersion } = command;
  if (expectedVersion === null || expectedVersion === state.version) return undefined;
  return { reason: 'StaleForm', expectedVersion, currentVersion: state.version };
};

/** Whether the wanted settings fit each other, whatever the state. */
export const isCoherent = (command: SaveSettings): Verdict => {
  const { protocol, tlsMode } = command.destination;
  const identity = command.trustedIdentity;
  if (!isUser(command.user)) return { reason: 'UserMalformed' };
  if (protocol === 'sftp' && identity === null) return { reason: 'HostKeyRequired' };
  if (identity !== null && identity.kind !== fittingIdentity(protocol, tlsMode))
    return { reason: 'UnfittingHostIdentity' };
  if (command.enteredSecret?.method === 'private-key' && protocol !== 'sftp')
    return { reason: 'PrivateKeyWithoutSftp' };
  return undefined;
};

const fittingIdentity = (protocol: 'sftp' | 'ftp', tlsMode: string): 'ssh-host-key' | 'certificate' | 'none' => {
  if (protocol === 'sftp') return 'ssh-host-key';
  return tlsMode === 'none' ? 'none' : 'certificate';
};

const isUser = (user: string): boolean =>
  user !== '' && user.length <= LONGEST_USER && user === user.trim() && !hasUnsendableCharacters(user);
