import type { LocalDate, LocalTime } from '../../../domain/schedule/local-date.ts';
import type { Flag } from './attention.ts';

/** A record on one of its days. */
export interface PlanRow<Record> {
  readonly record: Record;
  readonly day: LocalDate;
  /** Undefined for what has no time that day. */
  readonly time: LocalTime | undefined;
  readonly flags: readonly Flag[];
}

type Titled = PlanRow<{ readonly title: string; readonly id: string }>;

/** What has no time comes first. By code units: a collation could differ from one machine to the next. */
export const byDayTimeTitle = (a: Titled, b: Titled): number =>
  compare(a.day, b.day) ||
  compare(a.time ?? '', b.time ?? '') ||
  compare(a.record.title, b.record.title) ||
  compare(a.record.id, b.record.id);

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
