import { Temporal } from 'temporal-polyfill';
import type { AttemptEvent } from '../attempts/events.ts';
import type { BackupHealthEvent, HealthFact } from '../backup-health/events.ts';
import type { ConfigurationChange } from './history.ts';

/** Something that was tried, or a use of the stored password, with its who and when as the log keeps it. */
export interface AttemptRecord {
  readonly actorId: string;
  readonly requestId: string | null;
  /** Instant, ISO 8601 in UTC. */
  readonly occurredAt: string;
  readonly event: AttemptEvent;
}

/** A fact of the state across nights with its who and when, as the log keeps it. */
export interface HealthRecord extends Omit<AttemptRecord, 'event'> {
  readonly changeId: string;
  readonly event: BackupHealthEvent;
}

/** What was told at once of the state across nights, and to whom. */
export interface HealthChange extends Omit<HealthRecord, 'event'> {
  readonly facts: readonly HealthFact[];
  readonly recipientIds: readonly string[];
}

/** Oldest first: what was recorded at once is one entry. */
export const healthChangesOf = (records: readonly HealthRecord[]): readonly HealthChange[] => {
  const changes = new Map<string, HealthChange>();
  for (const { event, ...record } of records) {
    const before = changes.get(record.changeId) ?? { ...record, facts: [], recipientIds: [] };
    changes.set(
      record.changeId,
      event.type === 'AdministratorsToBeTold'
        ? { ...before, recipientIds: event.recipientIds }
        : { ...before, facts: [...before.facts, event] },
    );
  }
  return [...changes.values()];
};

/** One entry of an organisation's history: what was changed, what was tried, or what became of the nights. */
export type TimelineEntry<
  Change extends ConfigurationChange = ConfigurationChange,
  Health extends HealthChange = HealthChange,
> =
  | { readonly kind: 'change'; readonly occurredAt: string; readonly change: Change }
  | { readonly kind: 'attempt'; readonly occurredAt: string; readonly attempt: AttemptRecord }
  | { readonly kind: 'health'; readonly occurredAt: string; readonly health: Health };

/** All in the order of their instants; of one instant, the change first, and each as it was recorded. */
export const timelineOf = <Change extends ConfigurationChange, Health extends HealthChange>(
  changes: readonly Change[],
  attempts: readonly AttemptRecord[],
  healthChanges: readonly Health[],
): readonly TimelineEntry<Change, Health>[] => {
  const entries: TimelineEntry<Change, Health>[] = [
    ...changes.map((change) => ({ kind: 'change' as const, occurredAt: change.occurredAt, change })),
    ...attempts.map((attempt) => ({ kind: 'attempt' as const, occurredAt: attempt.occurredAt, attempt })),
    ...healthChanges.map((health) => ({ kind: 'health' as const, occurredAt: health.occurredAt, health })),
  ];
  // Texts of instants do not sort: one may have decimals where another has none.
  return entries
    .map((entry) => ({ entry, at: Temporal.Instant.from(entry.occurredAt) }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(({ entry }) => entry);
};
