import type { BackupConfigurationCommand } from '../../domain/backup-configuration/commands.ts';
import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../domain/backup-configuration/events.ts';
import { supersededSecretIds } from '../../domain/backup-configuration/secrets-in-history.ts';
import { type BackupConfigurationState, settingsOf } from '../../domain/backup-configuration/state.ts';
import {
  type EventLog,
  EventLogUnavailable,
  type ExpectedEnd,
  StoreMoved,
  type StreamSlice,
} from '../ports/event-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { NoticeRecord, NoticeRecords, Recipient } from '../ports/notice-records.ts';
import { DirectoryUnavailable, type Organisation } from '../ports/organisation-directory.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { SecretStore } from '../ports/secret-store.ts';
import { appendReadingBack, enveloped, foldWith } from '../recording.ts';
import type { RecordingAttempts } from '../recording-attempts.ts';
import type { RememberedDirectory } from '../remembered-directory.ts';
import type { SigningCheckpoints } from '../signing-checkpoints/signing-checkpoints.ts';
import { backupConfigurationStream } from '../stream-names.ts';
import { type EnteredSecret, KeptBeforehand } from './kept-beforehand.ts';
import type { ConfiguringOutcome, ConfiguringRequest } from './requests.ts';

export interface ConfiguringPorts {
  readonly eventLog: EventLog;
  readonly secretStore: SecretStore;
  readonly directory: Pick<RememberedDirectory, 'withFormer'>;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
  readonly noticeRecords: NoticeRecords;
  readonly attempts: RecordingAttempts;
  readonly signing: Pick<SigningCheckpoints, 'keep'>;
}

/** A command to be, once it is known who the administrators are; and the secret that its events will name. */
export interface Change {
  readonly command: (
    organisation: Organisation,
    formerAdministratorIds: readonly string[],
    changeId: string,
  ) => BackupConfigurationCommand;
  readonly entered: EnteredSecret | null;
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
      const { organisation: known, former } = await this.#ports.directory.withFormer(request.organisationId);
      const organisation = known ?? nobodys(request.organisationId);
      const changeId = this.#ports.ids.newId();
      const recordFor = this.#noticeRecord(organisation, former, request.actorId);
      const beforehand = new KeptBeforehand(this.#ports, { changeId, entered: change.entered, recordFor });
      return await this.#changeWith(
        change.command(
          organisation,
          former.map(({ id }) => id),
          changeId,
        ),
        request,
        beforehand,
      );
    } catch (error) {
      if (error instanceof DirectoryUnavailable) return { outcome: 'unavailable', what: 'directory' };
      if (error instanceof EventLogUnavailable && !(error instanceof StoreMoved))
        return { outcome: 'unavailable', what: 'event log' };
      throw error;
    }
  }

  async #changeWith(
    command: BackupConfigurationCommand,
    request: ConfiguringRequest,
    beforehand: KeptBeforehand,
  ): Promise<ConfiguringOutcome> {
    const { eventLog, attempts } = this.#ports;
    const stream = backupConfigurationStream(request.organisationId);
    for (let retry = 0; retry < RETRIES; retry += 1) {
      const slice = await eventLog.read(stream);
      const state = foldWith(backupConfiguration, slice);
      const decision = backupConfiguration.decide(command, state);
      if (decision.outcome === 'rejected') {
        await beforehand.destroy();
        const { rejection } = decision;
        const refused = { type: 'SaveRejected', command: command.type, reason: rejection.reason } as const;
        await attempts.record(request.organisationId, refused, request);
        return { outcome: 'rejected', rejection };
      }
      if (decision.events.length === 0) {
        await beforehand.destroy();
        await this.#destroySuperseded(slice, [], state);
        return { outcome: 'unchanged', version: state.version };
      }
      await beforehand.keep(recipientsOf(decision.events));
      const changed = await this.#append(decision.events, slice.end, command, request);
      if (changed === undefined) continue;
      await this.#destroySuperseded(slice, decision.events, state);
      await this.#ports.signing.keep(request.organisationId);
      return changed;
    }
    await beforehand.destroy();
    return { outcome: 'unavailable', what: 'event log' };
  }

  /** Whom the events name, as the directory knows them now; no event may hold a name or an address. */
  #noticeRecord(
    { id: organisationId, name, administrators }: Organisation,
    former: readonly Recipient[],
    actorId: string,
  ): (recipientIds: readonly string[]) => NoticeRecord {
    return (recipientIds) => ({
      organisationId,
      organisationName: name,
      actorName: administrators.find(({ id }) => id === actorId)?.name ?? actorId,
      // Field by field: a host's directory may know more of a person than a mail needs.
      recipients: [...administrators, ...former]
        .filter(({ id }) => recipientIds.includes(id))
        .map(({ id, name, email, locale }) => ({ id, name, email, locale })),
      keptAt: this.#ports.clock.now().toString(),
    });
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
    return { outcome: 'changed', changeId, end: appended.end, recipientIds: recipientsOf(events) };
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

const recipientsOf = (events: readonly BackupConfigurationEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'CoAdministratorsToBeTold' ? event.recipientIds : []));

/** An unknown organisation has no administrators: whoever asks is none, and learns no more than that. */
const nobodys = (id: string): Organisation => ({ id, name: '', timeZone: 'UTC', locale: 'en', administrators: [] });
