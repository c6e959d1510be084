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
import type { CallContext, CliCommand } from '../command.ts';
import { readCredential } from '../credential.ts';
import { rejectedCall } from '../failing.ts';
import type { OpenedBackup } from '../installation.ts';
import type { GivenOptions } from '../options.ts';
import { allowedNetworks } from '../reading-options.ts';
import { readWanted, type Wanted, wantedDestination } from './configure-options.ts';
import { lookAtServer } from './look-at-server.ts';

/** Sets the backup of a plan's organisation up, or changes it. What is not given stays as it is. */
export const configure: CliCommand = {
  name: 'configure',
  required: ['plan', 'actor', 'destination', 'user'],
  optional: [
    ...(['passwordStdin', 'privateKey', 'tls', 'trust', 'replace', 'confidential', 'filePrefix'] as const),
    'allowNetwork',
  ],
  run: async (context, options) => {
    const { installation, place, env, words, locale } = context;
    const wanted = readWanted(options, locale, words);
    const allowed = allowedNetworks(options.allowNetwork, env, words);
    const plan = await installation.readPeople(options.plan ?? '');
    const { organisation } = plan;
    const open = (): Promise<OpenedBackup> => context.open({ plan, allowed: options.allowNetwork });
    const before = installation.hasState(place) ? await open() : undefined;
    const state = before === undefined ? initialBackupConfiguration : await stateOf(before, organisation);
    const request = await requestFor(context, options, wanted, organisation, settingsOf(state));
    const objection = objectionTo(request, organisation, state);
    if (objection === undefined || objection.reason === 'HostKeyRequired') {
      if (needsALook(request, settingsOf(state))) await lookAtServer(context, request, allowed);
    } else if (before === undefined) {
      // A call that can only be refused makes no folder; where there is one, the refusal is recorded below.
      throw rejectedCall(objection, idsOf(organisation), locale);
    }
    const opened = before ?? (await open());
    return reportChange(context, opened, organisation, await opened.backup.configuring.save(request));
  },
};

const stateOf = async ({ backup }: OpenedBackup, { id }: Organisation): Promise<BackupConfigurationState> =>
  (await backup.history.configuration(id)).state;

const requestFor = async (
  { env, stdin, words, locale }: CallContext,
  options: GivenOptions,
  wanted: Wanted,
  organisation: Organisation,
  current: BackupSettings | undefined,
): Promise<SaveRequest> => {
  const destination = wantedDestination(options.destination ?? '', wanted.tls, current?.destination, locale, words);
  const isSame = current !== undefined && isSameServer(current.destination, destination);
  const sources = { isOnStdin: options.passwordStdin === true, privateKeyFile: options.privateKey, env, stdin };
  return {
    organisationId: organisation.id,
    actorId: options.actor ?? '',
    requestId: null,
    expectedVersion: null,
    destination,
    user: options.user ?? '',
    credential: await readCredential(sources, words),
    trustedIdentity: wanted.trust ?? (isSame ? current.trustedIdentity : null),
    replacement: wanted.replacement ?? current?.replacement ?? 'atomic',
    confidentialRecords: wanted.confidential ?? current?.confidentialRecords ?? 'include',
    filePrefix: options.filePrefix ?? null,
  };
};

/** Asked of the rules beforehand, so that nobody is connected to, and nothing made, for what they refuse. */
const objectionTo = (request: SaveRequest, organisation: Organisation, state: BackupConfigurationState) => {
  const { timeZone, locale } = organisation;
  const { credential } = request;
  const command: SaveSettings = {
    type: 'SaveSettings',
    ...request,
    administratorIds: idsOf(organisation),
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
