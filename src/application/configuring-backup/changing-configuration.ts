import type { BackupConfigurationCommand } from '../../domain/backup-configuration/commands.ts';
import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../domain/backup-configuration/events.ts';
import type { SecretBinding } from '../../domain/backup-configuration/secret-binding.ts';
import { supersededSecretIds } from '../../domain/backup-configuration/secrets-in-history.ts';
import { type BackupConfigurationState, settingsOf } from '../../domain/backup-configuration/state.ts';
import { type EventLog, EventLogUnavailable, type ExpectedEnd, type StreamSlice } from '../ports/event-log.ts';
import type { Credential } from '../ports/file-transport.ts';
import type { IdSource } from '../ports/id-source.ts';
import {
  DirectoryUnavailable,
  type Organisation,
  type OrganisationDirectory,
} from '../ports/organisation-directory.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { SecretStore } from '../ports/secret-store.ts';
import { appendReadingBack, enveloped, foldWith } from '../recording.ts';
import type { RecordingAttempts } from '../recording-attempts.ts';
import { backupConfigurationStream } from '../stream-names.ts';
import type { ConfiguringOutcome, ConfiguringRequest } from './requests.ts';

export interface ConfiguringPorts {
  readonly eventLog: EventLog;
  readonly secretStore: SecretStore;
  readonly directory: OrganisationDirectory;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
  readonly attempts: RecordingAttempts;
}

/** A command to be, once it is known who the administrators are; and the secret that its events will name. */
export interface Change {
  readonly command: (organisation: Organisation, changeId: string) => BackupConfigurationCommand;
  readonly entered: {
    readonly secretId: string;
    readonly binding: SecretBinding;
    readonly credential: Credential;
  } | null;
}

/** Who loses the race this often in a row meets a form that others keep saving. */
const RETRIES = 5;

/** Load, decide, append; with a bounded retry where another change came first. */
export class ChangingConfiguration {
  readonly #ports: ConfiguringPorts;

  constructor(ports: ConfiguringPorts) {
    this.#ports = ports;
  }

  async change(request: ConfiguringRequest, change: Change): Promise<ConfiguringOutcome> {
    try {
      const organisation = await this.#ports.directory.organisation(request.organisationId);
      const command = change.command(organisation ?? nobodys(request.organisationId), this.#ports.ids.newId());
      return await this.#changeWith(command, request, change);
    } catch (error) {
      if (error instanceof DirectoryUnavailable) return { outcome: 'unavailable', what: 'directory' };
      if (error instanceof EventLogUnavailable) return { outcome: 'unavailable', what: 'event log' };
      throw error;
    }
  }

  async #changeWith(
    command: BackupConfigurationCommand,
    request: ConfiguringRequest,
    { entered }: Change,
  ): Promise<ConfiguringOutcome> {
    const { eventLog, secretStore, attempts } = this.#ports;
    const stream = backupConfigurationStream(request.organisationId);
    let isKept = false;
    for (let retry = 0; retry < RETRIES; retry += 1) {
      const slice = await eventLog.read(stream);
      const state = foldWith(backupConfiguration, slice);
      const decision = backupConfiguration.decide(command, state);
      if (decision.outcome === 'rejected') {
        if (isKept && entered !== null) await secretStore.destroy(entered.secretId);
        const { rejection } = decision;
        const refused = { type: 'SaveRejected', command: command.type, reason: rejection.reason } as const;
        await attempts.record(request.organisationId, refused, request);
        return { outcome: 'rejected', rejection };
      }
      if (decision.events.length === 0) return { outcome: 'unchanged', version: state.version };
      if (entered !== null && !isKept) {
        await secretStore.keep(entered.secretId, entered.binding, entered.credential);
        isKept = true;
      }
      const changed = await this.#append(decision.events, slice.end, command, request);
      if (changed === undefined) continue;
      await this.#destroySuperseded(slice, decision.events, state);
      return changed;
    }
    if (isKept && entered !== null) await secretStore.destroy(entered.secretId);
    return { outcome: 'unavailable', what: 'event log' };
  }

  /** Undefined if another change came first. */
  async #append(
    events: readonly BackupConfigurationEvent[],
    expected: ExpectedEnd,
    { changeId }: BackupConfigurationCommand,
    { organisationId, actorId, requestId }: ConfiguringRequest,
  ): Promise<ConfiguringOutcome | undefined> {
    const { eventLog, clock, ids } = this.#ports;
    const circumstances = { changeId, causationId: null, requestId, actorId, occurredAt: clock.now() };
    const envelopes = enveloped(events, circumstances, ids);
    const appended = await appendReadingBack(eventLog, backupConfigurationStream(organisationId), expected, envelopes);
    if (appended.outcome === 'conflict') return undefined;
    const recipientIds = events.flatMap((e) => (e.type === 'CoAdministratorsToBeTold' ? e.recipientIds : []));
    return { outcome: 'changed', changeId, end: appended.end, recipientIds };
  }

  /** All that the history names and the settings no longer use, so that what a crash left is made up for. */
  async #destroySuperseded(
    before: StreamSlice,
    events: readonly BackupConfigurationEvent[],
    state: BackupConfigurationState,
  ): Promise<void> {
    const after = events.reduce(backupConfiguration.evolve, state);
    const history = [...before.events.map((recorded) => recorded.event as BackupConfigurationEvent), ...events];
    const superseded = supersededSecretIds(history, settingsOf(after)?.login.secretId);
    for (const secretId of superseded) await this.#ports.secretStore.destroy(secretId);
  }
}

/** An unknown organisation has no administrators: whoever asks is none, and learns no more than that. */
const nobodys = (id: string): Organisation => ({ id, name: '', timeZone: 'UTC', locale: 'en', administrators: [] });
