import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import { fileNamesFor } from '../../domain/backup-configuration/file-names.ts';
import { isCoherent } from '../../domain/backup-configuration/rules.ts';
import { secretBindingOf, sharesPassword } from '../../domain/backup-configuration/secret-binding.ts';
import type { BackupSettings, FileNames } from '../../domain/backup-configuration/settings.ts';
import { settingsOf } from '../../domain/backup-configuration/state.ts';
import type { Failure } from '../../domain/backup-run/failure.ts';
import { lastDeliveredAt } from '../../domain/backup-run/last-delivered.ts';
import type { AttemptLimits } from '../ports/attempt-limits.ts';
import { type EventLog, EventLogUnavailable, StoreMoved } from '../ports/event-log.ts';
import type { Credential, FileTransport } from '../ports/file-transport.ts';
import type { IdSource } from '../ports/id-source.ts';
import {
  DirectoryUnavailable,
  type Organisation,
  type OrganisationDirectory,
} from '../ports/organisation-directory.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import { type SecretStore, SecretUnavailable } from '../ports/secret-store.ts';
import { NightsOfOrganisation } from '../reading-runs.ts';
import { foldWith } from '../recording.ts';
import type { By, RecordingAttempts } from '../recording-attempts.ts';
import { backupConfigurationStream } from '../stream-names.ts';
import { transportFor } from '../transport-for.ts';
import type { ConnectionTestOutcome, ConnectionTestRefusal, ConnectionTestRequest } from './results.ts';
import { TestLimits } from './test-limits.ts';
import { walk } from './walking.ts';

export interface TestingPorts {
  readonly eventLog: EventLog;
  readonly secretStore: SecretStore;
  readonly transports: readonly FileTransport[];
  readonly attemptLimits: AttemptLimits;
  readonly directory: OrganisationDirectory;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
  readonly attempts: RecordingAttempts;
}

/** Milliseconds for each of a test's sessions: somebody sits in front of it. */
const DEADLINE = 30_000;

/** Rehearses a night with what is in a form, before it is saved. Neither settings nor workbooks are touched. */
export class TestingConnection {
  readonly #ports: TestingPorts;
  readonly #limits: TestLimits;
  readonly #deadline: number;

  constructor(ports: TestingPorts, deadline = DEADLINE) {
    this.#ports = ports;
    this.#limits = new TestLimits(ports);
    this.#deadline = deadline;
  }

  /** By an administrator of the organisation. */
  async test(request: ConnectionTestRequest): Promise<ConnectionTestOutcome> {
    return this.#answering(async () => {
      const organisation = await this.#ports.directory.organisation(request.organisationId);
      if (!organisation?.administrators.some(({ id }) => id === request.actorId))
        return refused({ reason: 'ActorNotAnAdministrator' });
      const settings = await this.#settings(request.organisationId);
      return this.#test(request, settings, settings?.fileNames ?? namesToBe(organisation, request));
    });
  }

  /** Of the settings as they are stored, by the operator who holds the store. */
  async testStored(organisationId: string, by: By): Promise<ConnectionTestOutcome> {
    return this.#answering(async () => {
      const settings = await this.#settings(organisationId);
      if (settings === undefined) return refused({ reason: 'BackupNotSetUp' });
      const { destination, login, trustedIdentity, replacement } = settings;
      const form = { destination, user: login.user, credential: null, trustedIdentity, replacement };
      const request = { organisationId, ...by, ...form, filePrefix: null };
      return this.#test(request, settings, settings.fileNames);
    });
  }

  async #test(
    request: ConnectionTestRequest,
    settings: BackupSettings | undefined,
    fileNames: FileNames | undefined,
  ): Promise<ConnectionTestOutcome> {
    const { destination, user, trustedIdentity, replacement } = request;
    const refusal =
      isCoherent({ ...request, method: request.credential?.method ?? null }) ?? (await this.#limits.admit(request));
    if (refusal !== undefined) return refused(refusal);
    const credential = request.credential ?? (await this.#storedCredential(request, settings));
    if ('reason' in credential) return refused(credential);
    const locked = await this.#limits.admitLogin(request);
    if (locked !== undefined) return refused(locked);
    const { report, failure } = await walk({
      transport: transportFor(this.#ports.transports, destination),
      request: { destination, user, credential, trustedIdentity, replacement },
      probeName: `planning-backup-test-${this.#ports.ids.newId()}`,
      foreignNames: await this.#foreignNames(request, fileNames),
      deadline: this.#deadline,
    });
    if (failure?.code !== 'login-refused') await this.#limits.notRefused(request);
    await this.#record(request, failure);
    return report;
  }

  /** Recorded, and only for the one use that it was entered for. */
  async #storedCredential(
    { organisationId, destination, user, trustedIdentity, actorId, requestId }: ConnectionTestRequest,
    settings: BackupSettings | undefined,
  ): Promise<Credential | ConnectionTestRefusal> {
    if (settings === undefined) return { reason: 'PasswordRequired' };
    const wanted = { destination, user, trustedIdentity };
    if (!sharesPassword({ ...settings, user: settings.login.user }, wanted)) return { reason: 'PasswordRequired' };
    const { secretId } = settings.login;
    const opening = { type: 'StoredPasswordOpened', secretId, purpose: 'connection-test' } as const;
    await this.#ports.attempts.record(organisationId, opening, { actorId, requestId });
    try {
      return await this.#ports.secretStore.open(secretId, secretBindingOf(organisationId, wanted));
    } catch (error) {
      if (error instanceof SecretUnavailable) return { reason: 'PasswordUnavailable' };
      throw error;
    }
  }

  /** The names of the workbooks, unless a night of ours has put them there. */
  async #foreignNames(
    { organisationId, destination }: ConnectionTestRequest,
    fileNames: FileNames | undefined,
  ): Promise<readonly string[]> {
    if (fileNames === undefined) return [];
    const nights = new NightsOfOrganisation(this.#ports.eventLog, organisationId);
    if (lastDeliveredAt(await nights.events(), destination) !== undefined) return [];
    return [fileNames.storyPlan, fileNames.eventPlan];
  }

  async #settings(organisationId: string): Promise<BackupSettings | undefined> {
    const slice = await this.#ports.eventLog.read(backupConfigurationStream(organisationId));
    return settingsOf(foldWith(backupConfiguration, slice));
  }

  async #record(request: ConnectionTestRequest, failure: Failure | undefined): Promise<void> {
    const { organisationId, destination, user } = request;
    const tested = { type: 'ConnectionTested', destination, user, failure: failure ?? null } as const;
    await this.#ports.attempts.record(organisationId, tested, request);
  }

  async #answering(test: () => Promise<ConnectionTestOutcome>): Promise<ConnectionTestOutcome> {
    try {
      return await test();
    } catch (error) {
      if (error instanceof DirectoryUnavailable) return { outcome: 'unavailable', what: 'directory' };
      if (error instanceof EventLogUnavailable && !(error instanceof StoreMoved))
        return { outcome: 'unavailable', what: 'event log' };
      throw error;
    }
  }
}

const refused = (refusal: ConnectionTestRefusal): ConnectionTestOutcome => ({ outcome: 'refused', refusal });

/** The names that a set-up of this form would fix; a prefix that is none is the saving's to refuse. */
const namesToBe = (
  { locale }: Organisation,
  { filePrefix }: Pick<ConnectionTestRequest, 'filePrefix'>,
): FileNames | undefined => {
  const names = fileNamesFor(locale, filePrefix ?? '');
  return names.ok ? names.value : undefined;
};
