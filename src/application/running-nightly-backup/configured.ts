import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import type { BackupSettings } from '../../domain/backup-configuration/settings.ts';
import type { Pin } from '../../domain/backup-run/events.ts';
import { NO_STREAM } from '../ports/event-log.ts';
import type { Organisation } from '../ports/organisation-directory.ts';
import { foldWith } from '../recording.ts';
import { backupConfigurationStream } from '../stream-names.ts';
import type { NightPorts, NightRefusal, NightRequest } from './requests.ts';

export interface Configured {
  readonly organisation: Pick<Organisation, 'id' | 'name'>;
  readonly isKnown: boolean;
  readonly settings: BackupSettings;
  readonly pin: Pin;
}

type Refused = { readonly refused: NightRefusal };

/** The settings to work with, at the version and head that are pinned, or why there is nothing to do. */
export const configuredBackup = async (
  { eventLog, directory }: Pick<NightPorts, 'eventLog' | 'directory'>,
  { organisationId, reason }: NightRequest,
): Promise<Configured | Refused> => {
  const slice = await eventLog.read(backupConfigurationStream(organisationId));
  const state = foldWith(backupConfiguration, slice);
  if (state.status === 'paused') return { refused: { reason: 'BackupPaused' } };
  if (state.status !== 'active' || slice.end === NO_STREAM) return { refused: { reason: 'BackupNotSetUp' } };
  const name = await directory.nameOf(organisationId);
  // Whoever asks is told; a night that is due fails, so that administrators hear of it.
  if (name === undefined && reason === 'manual') return { refused: { reason: 'OrganisationUnknown' } };
  const { settings } = state;
  const { version: configurationVersion, head: configurationHead } = slice.end;
  return {
    organisation: { id: organisationId, name: name ?? organisationId },
    ...{ isKnown: name !== undefined, settings },
    pin: { configurationVersion, configurationHead, destination: settings.destination },
  };
};
