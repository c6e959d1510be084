import { accepted, type Decider, type Decision, rejected } from '../decider.ts';
import { impossible } from '../impossible.ts';
import { isTimeZone } from '../schedule/time-zone.ts';
import type {
  BackupConfigurationCommand,
  ByAdministrator,
  ChangeTimeZone,
  RemoveBackup,
  SaveSettings,
} from './commands.ts';
import { differencesBetween } from './differences.ts';
import type { BackupConfigurationEvent } from './events.ts';
import { evolveBackupConfiguration } from './evolve.ts';
import { fileNamesFor, hasSameFileNames } from './file-names.ts';
import type { BackupConfigurationRejection } from './rejections.ts';
import { mayAct, maySave } from './rules.ts';
import type { BackupSettings } from './settings.ts';
import { type BackupConfigurationState, initialBackupConfiguration, settingsOf } from './state.ts';

type ConfigurationDecision = Decision<BackupConfigurationEvent, BackupConfigurationRejection>;

const decide = (command: BackupConfigurationCommand, state: BackupConfigurationState): ConfigurationDecision => {
  if (command.type === 'ChangeTimeZone') return changeTimeZone(command, state);
  const objection = mayAct(command, state);
  if (objection !== undefined) return rejected(objection);
  const settings = settingsOf(state);
  switch (command.type) {
    case 'SaveSettings':
      return settings === undefined ? setUp(command) : change(command, settings);
    case 'PauseBackup':
      if (settings === undefined) return rejected({ reason: 'BackupNotSetUp' });
      return told(command, state.status === 'paused' ? [] : [{ type: 'BackupPaused' }]);
    case 'ResumeBackup':
      if (settings === undefined) return rejected({ reason: 'BackupNotSetUp' });
      return told(command, state.status === 'active' ? [] : [{ type: 'BackupResumed' }]);
    case 'RemoveBackup':
      return settings === undefined ? rejected({ reason: 'BackupNotSetUp' }) : remove(command, settings);
    default:
      return impossible(command satisfies never);
  }
};

const setUp = (command: SaveSettings): ConfigurationDecision => {
  const objection = maySave(command);
  if (objection !== undefined) return rejected(objection);
  if (!isTimeZone(command.timeZone)) return rejected({ reason: 'TimeZoneUnknown' });
  const fileNames = fileNamesFor(command.locale, command.filePrefix ?? '');
  if (!fileNames.ok) return rejected({ reason: 'FilePrefixMalformed' });
  if (command.enteredSecret === null) return rejected({ reason: 'PasswordRequired' });
  const { destination, trustedIdentity, replacement, confidentialRecords, timeZone, locale } = command;
  const login = { user: command.user, ...command.enteredSecret };
  return told(command, [
    { type: 'BackupSetUp', destination, login, trustedIdentity, replacement, confidentialRecords, timeZone, locale },
    { type: 'FileNamesFixed', ...fileNames.value },
  ]);
};

const change = (command: SaveSettings, current: BackupSettings): ConfigurationDecision => {
  const objection = maySave(command) ?? fileNamesObjection(command, current);
  if (objection !== undefined) return rejected(objection);
  const differences = differencesBetween(current, command);
  return differences === 'password required' ? rejected({ reason: 'PasswordRequired' }) : told(command, differences);
};

const fileNamesObjection = (
  command: SaveSettings,
  current: BackupSettings,
): BackupConfigurationRejection | undefined => {
  if (command.filePrefix === null) return undefined;
  const wanted = fileNamesFor(current.locale, command.filePrefix);
  if (!wanted.ok) return { reason: 'FilePrefixMalformed' };
  return hasSameFileNames(wanted.value, current.fileNames) ? undefined : { reason: 'FileNamesAlreadyFixed' };
};

const remove = (command: RemoveBackup, settings: BackupSettings): ConfigurationDecision => {
  const { destination, fileNames, login } = settings;
  return told(command, [{ type: 'BackupRemoved', destination, fileNames, secretId: login.secretId }]);
};

const changeTimeZone = (command: ChangeTimeZone, state: BackupConfigurationState): ConfigurationDecision => {
  const settings = settingsOf(state);
  if (settings === undefined) return rejected({ reason: 'BackupNotSetUp' });
  if (!isTimeZone(command.timeZone)) return rejected({ reason: 'TimeZoneUnknown' });
  if (command.timeZone === settings.timeZone) return accepted([]);
  return told(command, [{ type: 'TimeZoneChanged', from: settings.timeZone, to: command.timeZone }]);
};

/** Law: whatever changed, the same append ends with who is to be told; where nothing changed, nobody is. */
const told = (
  command: Pick<ByAdministrator, 'changeId' | 'administratorIds' | 'formerAdministratorIds'> & { actorId?: string },
  facts: readonly BackupConfigurationEvent[],
): ConfigurationDecision => {
  if (facts.length === 0) return accepted([]);
  const all = new Set([...command.administratorIds, ...command.formerAdministratorIds]);
  const recipientIds = [...all].filter((id) => id !== command.actorId);
  return accepted([...facts, { type: 'CoAdministratorsToBeTold', changeId: command.changeId, recipientIds }]);
};

/** The aggregate of one organisation's backup settings. */
export const backupConfiguration: Decider<
  BackupConfigurationCommand,
  BackupConfigurationState,
  BackupConfigurationEvent,
  BackupConfigurationRejection
> = { initialState: initialBackupConfiguration, evolve: evolveBackupConfiguration, decide };
