import type { Temporal } from 'temporal-polyfill';
import type { AttemptEvent } from '../../domain/attempts/events.ts';
import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../domain/backup-configuration/events.ts';
import type { BackupConfigurationState } from '../../domain/backup-configuration/state.ts';
import { backupHealth } from '../../domain/backup-health/decide.ts';
import type { BackupHealthEvent } from '../../domain/backup-health/events.ts';
import type { BackupHealthState } from '../../domain/backup-health/state.ts';
import { type AsOf, asOf } from '../../domain/history/as-of.ts';
import { type EndedAttempt, endedAttempts } from '../../domain/history/deliveries.ts';
import { type ConfigurationChange, type ConfigurationRecord, changesOf } from '../../domain/history/history.ts';
import { type NightStory, nightStory } from '../../domain/history/nights.ts';
import { type HealthChange, healthChangesOf, type TimelineEntry, timelineOf } from '../../domain/history/timeline.ts';
import { BEGINNING, type EventLog, type ExpectedEnd, type RecordedEvent } from '../ports/event-log.ts';
import { recordsOfNights } from '../reading-runs.ts';
import { foldWith } from '../recording.ts';
import {
  attemptsStream,
  BACKUP_CONFIGURATION_STREAMS,
  backupConfigurationStream,
  backupHealthStream,
  organisationOfConfiguration,
} from '../stream-names.ts';
import { type NoticeOutcome, noticeOutcomes } from './notice-outcomes.ts';

/** A change, and for each who was to be told of it whether the mail went out. */
export interface ToldChange extends ConfigurationChange {
  readonly notices: readonly NoticeOutcome[];
}

/** What became of the nights, and for each who was to be told whether the mail went out. */
export interface ToldHealth extends HealthChange {
  readonly notices: readonly NoticeOutcome[];
}

export interface ConfigurationNow {
  readonly state: BackupConfigurationState;
  readonly end: ExpectedEnd;
}

export interface SettingsAsOf extends AsOf {
  /** Of the configuration's stream at that version; null before the first. */
  readonly head: string | null;
  readonly nights: readonly EndedAttempt[];
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
    const told: ToldChange[] = [];
    for (const change of changesOf(events.map(recordOf))) {
      const notices = await noticeOutcomes(this.#log, change.changeId, change.recipientIds);
      told.push({ ...change, notices });
    }
    return told;
  }

  /** Every time that the administrators were told of their nights, oldest first. */
  async healthChanges(organisationId: string): Promise<readonly ToldHealth[]> {
    const { events } = await this.#log.read(backupHealthStream(organisationId));
    const records = events.map(({ changeId, actorId, requestId, occurredAt, event }) => ({
      ...{ changeId, actorId, requestId, occurredAt: occurredAt.toString() },
      event: event as BackupHealthEvent,
    }));
    const told: ToldHealth[] = [];
    for (const change of healthChangesOf(records)) {
      const notices = await noticeOutcomes(this.#log, change.changeId, change.recipientIds);
      told.push({ ...change, notices });
    }
    return told;
  }

  /** Every change, everything that was tried, and what was told of the nights, oldest first. */
  async timeline(organisationId: string): Promise<readonly TimelineEntry<ToldChange, ToldHealth>[]> {
    const changes = await this.changes(organisationId);
    const { events } = await this.#log.read(attemptsStream(organisationId));
    const attempts = events.map(({ actorId, requestId, occurredAt, event }) => ({
      ...{ actorId, requestId, occurredAt: occurredAt.toString() },
      event: event as AttemptEvent,
    }));
    return timelineOf(changes, attempts, await this.healthChanges(organisationId));
  }

  /** The settings as they stood at an instant, and the attempts at nights that worked with them. */
  async asOf(organisationId: string, instant: Temporal.Instant): Promise<SettingsAsOf> {
    const { events } = await this.#log.read(backupConfigurationStream(organisationId));
    const at = asOf(events.map(recordOf), instant);
    const { version } = at.state;
    const nights = (await recordsOfNights(this.#log, organisationId)).flatMap(endedAttempts);
    const underThem = nights.filter(({ configurationVersion }) => configurationVersion === version);
    return { ...at, head: events[version - 1]?.hash ?? null, nights: underThem };
  }

  /** Every night that was ever claimed, oldest first. */
  async nights(organisationId: string): Promise<readonly NightStory[]> {
    return (await recordsOfNights(this.#log, organisationId)).map(nightStory);
  }

  /** The state across nights, as the administrators were told of it. Of a backup that is paused it is the last one. */
  async health(organisationId: string): Promise<BackupHealthState> {
    return foldWith(backupHealth, await this.#log.read(backupHealthStream(organisationId)));
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

/** A recorded event of the configuration, as the domain reads it. */
export const recordOf = ({
  version,
  changeId,
  actorId,
  requestId,
  occurredAt,
  event,
}: RecordedEvent): ConfigurationRecord => ({
  ...{ version, changeId, actorId, requestId, occurredAt: occurredAt.toString() },
  event: event as BackupConfigurationEvent,
});
