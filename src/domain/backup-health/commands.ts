import type { Night } from '../schedule/night.ts';
import type { FileInPlace } from './events.ts';
import type { SettledNight } from './settled-nights.ts';

/** All that is known of an organisation's nights. Saying it again yields nothing: only what changes is recorded. */
export interface RecordNights {
  readonly type: 'RecordNights';
  readonly changeId: string;
  /** In the order of their dates. */
  readonly nights: readonly SettledNight[];
  readonly files: readonly FileInPlace[];
  /** The local date that reminders are counted to; null while the backup is paused or removed: then there are none. */
  readonly remindedTo: Night | null;
  /** The administrators of now. */
  readonly recipientIds: readonly string[];
}

export type BackupHealthCommand = RecordNights;
