import type { BackupConfigurationEvent, CoAdministratorsToBeTold } from '../backup-configuration/events.ts';

/** A fact of the configuration with its who and when, as the log keeps it. */
export interface ConfigurationRecord {
  readonly version: number;
  readonly changeId: string;
  readonly actorId: string;
  readonly requestId: string | null;
  /** Instant, ISO 8601 in UTC. */
  readonly occurredAt: string;
  readonly event: BackupConfigurationEvent;
}

export type ConfigurationFact = Exclude<BackupConfigurationEvent, CoAdministratorsToBeTold>;

/** One saved form as an auditor reads it: who, when, and each thing before and after. */
export interface ConfigurationChange {
  readonly changeId: string;
  readonly actorId: string;
  readonly requestId: string | null;
  readonly occurredAt: string;
  /** The configuration's version after it. */
  readonly version: number;
  readonly facts: readonly ConfigurationFact[];
  /** Who was to be told of it; empty if there was nobody. */
  readonly recipientIds: readonly string[];
}

/** The history of a configuration, oldest first: the events of one change are one entry. */
export const changesOf = (records: readonly ConfigurationRecord[]): readonly ConfigurationChange[] => {
  const changes = new Map<string, ConfigurationChange>();
  for (const { event, ...record } of records) {
    const before = changes.get(record.changeId);
    const change = { ...record, facts: before?.facts ?? [], recipientIds: before?.recipientIds ?? [] };
    changes.set(
      record.changeId,
      event.type === 'CoAdministratorsToBeTold'
        ? { ...change, recipientIds: event.recipientIds }
        : { ...change, facts: [...change.facts, event] },
    );
  }
  return [...changes.values()];
};
