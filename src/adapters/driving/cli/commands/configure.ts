import type { SaveRequest } from '../../../../application/configuring-backup/requests.ts';
import type { Organisation } from '../../../../application/ports/organisation-directory.ts';
import type { SaveSettings } from '../../../../domain/backup-configuration/commands.ts';
import { backupConfiguration } from '../../../../domain/backup-configuration/decide.ts';
import type { BackupSettings } from '../../../../domain/backup-configuration/settings.ts';
import {
  type BackupConfigurationState,
  initialBackupConfiguration,
  settingsOf,
} from '../../../../domain/backup-configuration/state.ts';
import { isSameServer } from '../../../../domain/destination/destination.ts';
import { reportChange } from '../change-report.ts';
import type { CliCommand } from '../command.ts';
import { rejectedCall } from '../failing.ts';
import type { OpenedBackup } from '../installation.ts';
import { allowedNetworks } from '../reading-options.ts';
import { SigningTrouble } from '../signing-trouble.ts';
import { FORM_OPTIONAL, FORM_REQUIRED, readForm, readWanted } from './configure-options.ts';
import { lookAtServer } from './look-at-server.ts';

/** Sets the backup of a plan's organisation up, or changes it. What is not given stays as it is. */
export const configure: CliCommand = {
  name: 'configure',
  required: FORM_REQUIRED,
  optional: [...FORM_OPTIONAL, 'allowNetwork'],
  run: async (context, options) => {
    const { installation, place, env, words, locale } = context;
    const wanted = readWanted(options, locale, words);
    const allowed = allowedNetworks(options.allowNetwork, env, words);
    const plan = await installation.readPeople(options.plan ?? '');
    const { organisation } = plan;
    const signing = new SigningTrouble();
    const open = (): Promise<OpenedBackup> => context.open({ plan, allowed: options.allowNetwork, telemetry: signing });
    const before = installation.hasState(place) ? await open() : undefined;
    const state = before === undefined ? initialBackupConfiguration : await stateOf(before, organisation);
    const request = await readForm(context, options, wanted, organisation, settingsOf(state));
    const objection = objectionTo(request, organisation, state);
    if (objection === undefined || objection.reason === 'HostKeyRequired') {
      if (needsALook(request, settingsOf(state))) await lookAtServer(context, request, allowed);
    } else if (before === undefined) {
      // A call that can only be refused makes no folder; where there is one, the refusal is recorded below.
      throw rejectedCall(objection, idsOf(organisation), locale);
    }
    const opened = before ?? (await open());
    return reportChange(context, opened, organisation, await opened.backup.configuring.save(request), signing);
  },
};

const stateOf = async ({ backup }: OpenedBackup, { id }: Organisation): Promise<BackupConfigurationState> =>
  (await backup.history.configuration(id)).state;

/** Asked of the rules beforehand, so that nobody is connected to, and nothing made, for what they refuse. */
const objectionTo = (request: SaveRequest, organisation: Organisation, state: BackupConfigurationState) => {
  const { timeZone, locale } = organisation;
  const { credential } = request;
  const command: SaveSettings = {
    type: 'SaveSettings',
    ...request,
    administratorIds: idsOf(organisation),
    formerAdministratorIds: [],
    changeId: '',
    enteredSecret: credential === null ? null : { secretId: '', method: credential.method },
    ...{ timeZone, locale },
  };
  const decision = backupConfiguration.decide(command, state);
  return decision.outcome === 'rejected' ? decision.rejection : undefined;
};

/** Whether an identity is to be trusted that nobody has compared yet. Plain FTP shows none. */
const needsALook = ({ destination, trustedIdentity }: SaveRequest, current: BackupSettings | undefined): boolean => {
  if (trustedIdentity !== null) return false;
  if (destination.protocol === 'sftp') return true;
  const isKnown = current !== undefined && isSameServer(current.destination, destination);
  return destination.tlsMode !== 'none' && !isKnown;
};

const idsOf = ({ administrators }: Organisation): readonly string[] => administrators.map(({ id }) => id);
