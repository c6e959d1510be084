import type { ScheduledEvent, Story } from './story.ts';

/** Everything that is planned, as one collection saw it; both workbooks of a night come from one. */
export interface Plan {
  readonly stories: readonly Story[];
  readonly events: readonly ScheduledEvent[];
  readonly unreadable: readonly UnreadableRecord[];
}

/**
 * A record that cannot be read fails alone, and is named in the workbook under *Needs a look*:
 * in an outage, 399 of 400 stories with a note beat a stale file.
 */
export interface UnreadableRecord {
  readonly list: 'stories' | 'events';
  /** Place in its list, from 0. */
  readonly index: number;
  readonly id?: string;
  readonly title?: string;
  /** Path of the field inside the record, such as `publications[0].start.date`. */
  readonly field: string;
  readonly problem: RecordProblem;
  /** True unless the record plainly says that it is not: a title must not slip out through an error. */
  readonly confidential: boolean;
}

export type RecordProblem =
  | 'missing'
  | 'wrong-type'
  | 'no-such-date'
  | 'no-such-time'
  | 'end-before-start'
  | 'duplicate-id'
  | 'not-an-object';
