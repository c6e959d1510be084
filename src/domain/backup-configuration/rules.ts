import type { Destination } from '../destination/destination.ts';
import type { HostIdentity } from '../destination/host-identity.ts';
import { hasUnsendableCharacters } from '../destination/remote-directory.ts';
import type { ByAdministrator, SaveSettings } from './commands.ts';
import type { BackupConfigurationRejection } from './rejections.ts';
import type { BoundSettings } from './secret-binding.ts';
import type { LoginMethod } from './settings.ts';
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

/** What of a form has to fit together, saved or tested. `method` is that of a newly entered secret, if there is one. */
export interface WantedLogin extends BoundSettings {
  readonly method: LoginMethod | null;
}

export type IncoherentLogin = Extract<
  BackupConfigurationRejection,
  { reason: 'UserMalformed' | 'UnfittingHostIdentity' | 'PrivateKeyWithoutSftp' }
>;

export const isCoherent = ({
  destination,
  user,
  trustedIdentity,
  method,
}: WantedLogin): IncoherentLogin | undefined => {
  if (!isUser(user)) return { reason: 'UserMalformed' };
  if (trustedIdentity !== null && trustedIdentity.kind !== fittingIdentity(destination))
    return { reason: 'UnfittingHostIdentity' };
  if (method === 'private-key' && destination.protocol !== 'sftp') return { reason: 'PrivateKeyWithoutSftp' };
  return undefined;
};

/** What may be saved fits together, and trusts a host key where there is one. */
export const maySave = (command: SaveSettings): Verdict => {
  const incoherent = isCoherent({ ...command, method: command.enteredSecret?.method ?? null });
  if (incoherent !== undefined) return incoherent;
  return command.destination.protocol === 'sftp' && command.trustedIdentity === null
    ? { reason: 'HostKeyRequired' }
    : undefined;
};

/** Undefined for plain FTP, which proves nothing. */
const fittingIdentity = ({ protocol, tlsMode }: Destination): HostIdentity['kind'] | undefined => {
  if (protocol === 'sftp') return 'ssh-host-key';
  return tlsMode === 'none' ? undefined : 'certificate';
};

const isUser = (user: string): boolean =>
  user !== '' && user.length <= LONGEST_USER && user === user.trim() && !hasUnsendableCharacters(user);
