import { Temporal } from 'temporal-polyfill';
import type { AttemptEvent } from '../attempts/events.ts';
import type { ConfigurationChange } from './history.ts';

/** Something that was tried, or a use of the stored password, with its who and when as the log keeps it. */
export interface AttemptRecord {
  readonly actorId: string;
  readonly requestId: string | null;
  /** Instant, ISO 8601 in UTC. */
  readonly occurredAt: string;
  readonly event: AttemptEvent;
}

/** One entry of an organisation's history: what was changed, or what was tried. */
export type TimelineEntry<Change extends ConfigurationChange = ConfigurationChange> =
  | { readonly kind: 'change'; readonly occurredAt: string; readonly change: Change }
  | { readonly kind: 'attempt'; readonly occurredAt: string; readonly attempt: AttemptRecord };

/** Both in the order of their instants; of one instant, the change first, and each as it was recorded. */
export const timelineOf = <Change extends ConfigurationChange>(
  changes: readonly Change[],
  attempts: readonly AttemptRecord[],
): readonly TimelineEntry<Change>[] => {
  const entries: TimelineEntry<Change>[] = [
    ...changes.map((change) => ({ kind: 'change' as const, occurredAt: change.occurredAt, change })),
    ...attempts.map((attempt) => ({ kind: 'attempt' as const, occurredAt: attempt.occurredAt, attempt })),
  ];
  // Texts of instants do not sort: one may have decimals where another has none.
  return entries
    .map((entry) => ({ entry, at: Temporal.Instant.from(entry.occurredAt) }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(({ entry }) => entry);
};
