import type { BackupRunEvent, NightClaimed, NightRepeated, NightTakenOver, PlanKind } from '../backup-run/events.ts';
import type { FileOutcome } from '../backup-run/state.ts';
import type { Destination } from '../destination/destination.ts';
import { impossible } from '../impossible.ts';
import type { NightRecord, NightRecords } from './nights.ts';

/** How one attempt at a night ended; `paused` and `removed`: the settings were, while it ran. */
export type AttemptEnd = 'delivered' | 'half-delivered' | 'failed' | 'paused' | 'removed' | 'overtaken';

type Start = NightClaimed | NightTakenOver | NightRepeated;

/** One attempt at a night, from its own records. Instants are ISO 8601 in UTC. */
export interface AttemptStory {
  readonly attempt: number;
  /** Why it was begun. */
  readonly reason: Start['reason'];
  readonly destination: Destination;
  readonly configurationVersion: number;
  readonly startedAt: string;
  /** What its files are as of; null if it never came to collecting. */
  readonly collectedAt: string | null;
  /** The story plan first. */
  readonly files: readonly FileOutcome[];
  /** Null while it is at work, or as long as nobody found it dead. */
  readonly end: AttemptEnd | null;
  readonly endedAt: string | null;
}

/** The attempts at one night, oldest first. */
export const attemptStories = (records: NightRecords): readonly AttemptStory[] => {
  const attempts: AttemptStory[] = [];
  for (const record of records) {
    const { event } = record;
    const current = attempts.at(-1);
    if (isStart(event)) {
      if (current?.end === null) attempts[attempts.length - 1] = ended(current, 'overtaken', record);
      attempts.push(begun(event, record));
    } else if (current !== undefined) attempts[attempts.length - 1] = after(current, event, record);
  }
  return attempts;
};

const isStart = (event: BackupRunEvent): event is Start =>
  event.type === 'NightClaimed' || event.type === 'NightTakenOver' || event.type === 'NightRepeated';

const begun = (
  { attempt, reason, destination, configurationVersion }: Start,
  { occurredAt: startedAt }: NightRecord,
): AttemptStory => ({
  ...{ attempt, reason, destination, configurationVersion, startedAt },
  ...{ collectedAt: null, files: [], end: null, endedAt: null },
});

const after = (story: AttemptStory, event: Exclude<BackupRunEvent, Start>, record: NightRecord): AttemptStory => {
  switch (event.type) {
    case 'PlanCollected':
      return { ...story, collectedAt: event.collectedAt };
    case 'FileReplaced':
    case 'FileFailed':
      return { ...story, files: [...story.files.filter(({ file }) => file !== event.file), event].sort(byKind) };
    case 'NightDelivered':
    case 'NightDeliveredAgain':
      return ended(story, 'delivered', record);
    case 'NightHalfDelivered':
      return ended(story, 'half-delivered', record);
    case 'NightFailed':
      return ended(story, 'failed', record);
    case 'NightStopped':
      return ended(story, event.reason, record);
    // Whose attempt was late is told of the night; the names of `.part` files are told to nobody.
    case 'PublishedLate':
    case 'OlderNightPublishedLate':
    case 'PartFilesNamed':
    case 'PartFilesGone':
    case 'NightMissed':
      return story;
    default:
      return impossible(event satisfies never);
  }
};

const ended = (story: AttemptStory, end: AttemptEnd, { occurredAt: endedAt }: NightRecord): AttemptStory => ({
  ...story,
  ...{ end, endedAt },
});

const KINDS: readonly PlanKind[] = ['story-plan', 'event-plan'];

const byKind = (a: FileOutcome, b: FileOutcome): number => KINDS.indexOf(a.file) - KINDS.indexOf(b.file);
