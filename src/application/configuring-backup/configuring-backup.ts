import type { BackupConfigurationCommand, ByAdministrator } from '../../domain/backup-configuration/commands.ts';
import { secretBindingOf } from '../../domain/backup-configuration/secret-binding.ts';
import type { Organisation } from '../ports/organisation-directory.ts';
import { ChangingConfiguration, type ConfiguringPorts } from './changing-configuration.ts';
import type { ConfiguringOutcome, ConfiguringRequest, SaveRequest } from './requests.ts';

/** The actor of a change that the host itself makes. */
const HOST = 'host';

/** What an administrator does to the backup of their organisation. No call rejects for what a rule says. */
export class ConfiguringBackup {
  readonly #ports: ConfiguringPorts;
  readonly #changing: ChangingConfiguration;

  constructor(ports: ConfiguringPorts) {
    this.#ports = ports;
    this.#changing = new ChangingConfiguration(ports);
  }

  /** Saves a form: one command, one append. Sets the backup up, or changes what differs. */
  save(request: SaveRequest): Promise<ConfiguringOutcome> {
    const { credential, destination, user, trustedIdentity, replacement, confidentialRecords, filePrefix } = request;
    const enteredSecret = credential === null ? null : { secretId: this.#ports.ids.newId(), method: credential.method };
    return this.#changing.change(request, {
      command: (organisation, former, changeId) => ({
        type: 'SaveSettings',
        ...byAdministrator(request, organisation, former, changeId),
        ...{ destination, user, enteredSecret, trustedIdentity, replacement, confidentialRecords, filePrefix },
        timeZone: organisation.timeZone,
        locale: organisation.locale,
      }),
      // Sealed before an event names it; with it goes what it may be used for.
      entered:
        credential === null || enteredSecret === null
          ? null
          : {
              secretId: enteredSecret.secretId,
              binding: secretBindingOf(request.organisationId, { destination, user, trustedIdentity }),
              credential,
            },
    });
  }

  pause(request: ConfiguringRequest): Promise<ConfiguringOutcome> {
    return this.#simple(request, 'PauseBackup');
  }

  resume(request: ConfiguringRequest): Promise<ConfiguringOutcome> {
    return this.#simple(request, 'ResumeBackup');
  }

  /** The stored password is destroyed; the files on the server stay where they are. */
  remove(request: ConfiguringRequest): Promise<ConfiguringOutcome> {
    return this.#simple(request, 'RemoveBackup');
  }

  /** The host tells that its directory may name another time zone now; every administrator is to be told. */
  followTimeZone(organisationId: string, requestId: string | null): Promise<ConfiguringOutcome> {
    const request = { organisationId, actorId: HOST, requestId, expectedVersion: null };
    return this.#changing.change(request, {
      command: ({ timeZone, administrators }, formerAdministratorIds, changeId) => ({
        type: 'ChangeTimeZone',
        timeZone,
        administratorIds: administrators.map(({ id }) => id),
        formerAdministratorIds,
        changeId,
      }),
      entered: null,
    });
  }

  #simple(
    request: ConfiguringRequest,
    type: Exclude<BackupConfigurationCommand['type'], 'SaveSettings' | 'ChangeTimeZone'>,
  ): Promise<ConfiguringOutcome> {
    return this.#changing.change(request, {
      command: (organisation, former, changeId) => ({
        type,
        ...byAdministrator(request, organisation, former, changeId),
      }),
      entered: null,
    });
  }
}

const byAdministrator = (
  { actorId, expectedVersion }: ConfiguringRequest,
  { administrators }: Organisation,
  formerAdministratorIds: readonly string[],
  changeId: string,
): ByAdministrator => ({
  ...{ actorId, changeId, expectedVersion, formerAdministratorIds },
  administratorIds: administrators.map(({ id }) => id),
});
