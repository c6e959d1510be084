import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../domain/backup-configuration/events.ts';
import type { BackupConfigurationState } from '../../domain/backup-configuration/state.ts';
import { type ConfigurationChange, changesOf } from '../../domain/history/history.ts';
import { type NightStory, nightStory } from '../../domain/history/nights.ts';
import { BEGINNING, type EventLog, type ExpectedEnd } from '../ports/event-log.ts';
import { recordsOfNights } from '../reading-runs.ts';
import { foldWith } from '../recording.ts';
import {
  BACKUP_CONFIGURATION_STREAMS,
  backupConfigurationStream,
  organisationOfConfiguration,
} from '../stream-names.ts';
import { type NoticeOutcome, noticeOutcomes } from './notice-outcomes.ts';

/** A change, and for each who was to be told of it whether the mail went out. */
export interface ToldChange extends ConfigurationChange {
  readonly notices: readonly NoticeOutcome[];
}

export interface ConfigurationNow {
  readonly state: BackupConfigurationState;
  readonly end: ExpectedEnd;
}

/** Reads, and can do nothing else: it has no mailer, no transport and no way to append. */
export class ReplayingHistory {
  readonly #log: Pick<EventLog, 'read' | 'readAll'>;

  constructor(ports: { eventLog: Pick<EventLog, 'read' | 'readAll'> }) {
    this.#log = ports.eventLog;
  }

  async configuration(organisationId: string): Promise<ConfigurationNow> {
    const slice = await this.#log.read(backupConfigurationStream(organisationId));
    return { state: foldWith(backupConfiguration, slice), end: slice.end };
  }

  /** Every change of the configuration, oldest first. */
  async changes(organisationId: string): Promise<readonly ToldChange[]> {
    const { events } = await this.#log.read(backupConfigurationStream(organisationId));
    const changes = changesOf(
      events.map(({ version, changeId, actorId, requestId, occurredAt, event }) => ({
        ...{ version, changeId, actorId, requestId, occurredAt: occurredAt.toString() },
        event: event as BackupConfigurationEvent,
      })),
    );
    const told: ToldChange[] = [];
    for (const change of changes) {
      const notices = await noticeOutcomes(this.#log, change.changeId, change.recipientIds);
      told.push({ ...change, notices });
    }
    return told;
  }

  /** Every night that was ever claimed, oldest first. */
  async nights(organisationId: string): Promise<readonly NightStory[]> {
    return (await recordsOfNights(this.#log, organisationId)).map(nightStory);
  }

  /** Every organisation that ever had a backup set up, in the order of their first set-up. */
  async organisationIds(): Promise<readonly string[]> {
    const ids = new Set<string>();
    for await (const { stream } of this.#log.readAll(BEGINNING, BACKUP_CONFIGURATION_STREAMS)) {
      const id = organisationOfConfiguration(stream);
      if (id !== undefined) ids.add(id);
    }
    return [...ids];
  }
}
