import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { PlanKind } from '../../../domain/backup-run/events.ts';
import type { RecordProblem } from '../../../domain/plan/plan.ts';
import type { Flag } from './attention.ts';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';

/** Every word that a workbook brings itself, in one language. */
export interface Wording {
  /** From Monday. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly months: readonly string[];
  /** `weekday` and `month` are words, as above. */
  readonly longDate: (weekday: string, day: number, month: string, year: number) => string;
  readonly shortDate: (weekday: string, day: number, month: number, year: number | undefined) => string;
  readonly clock: (time: string) => string;
  readonly plans: Readonly<Record<PlanKind, string>>;
  readonly sheets: {
    readonly needsALook: string;
    readonly tasks: string;
    readonly publications: string;
    readonly longTexts: string;
    readonly info: string;
  };
  readonly asOf: (moment: string, zone: string) => string;
  readonly days: (first: string, last: string) => string;
  readonly covers: (days: string) => string;
  readonly page: string;
  readonly hints: {
    readonly planned: (kind: PlanKind, records: number, rows: number) => string;
    readonly unreadable: (records: number, sheet: string) => string;
    readonly confidential: Readonly<Record<'included' | 'leftOut', string>>;
    readonly needsALook: string;
    readonly longTexts: string;
    readonly tasks: string;
    readonly publications: string;
    readonly nothing: Readonly<Record<PlanKind | 'tasks' | 'publications', string>>;
  };
  readonly longTextMark: (number: number, sheet: string) => string;
  /** Short and in capitals: they stand out in grey, and a filter finds them. */
  readonly flags: Readonly<Record<Flag, string>>;
  /** Above a day's rows; `flags` may be empty. */
  readonly band: (kind: PlanKind, date: string, rows: number, flags: string) => string;
  readonly done: Readonly<Record<'yes' | 'no', string>>;
  readonly allDay: string;
  readonly from: (time: string) => string;
  readonly until: (moment: string) => string;
  readonly dayOf: (day: number, days: number) => string;
  readonly by: (deadline: string) => string;
  readonly noDeadline: string;
  readonly noDate: string;
  readonly task: string;
  readonly onThisDay: {
    readonly event: string;
    readonly appears: (where: string) => string;
    readonly runs: (where: string) => string;
  };
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly records: Readonly<Record<'stories' | 'events', string>>;
  readonly problems: Readonly<Record<RecordProblem, string>>;
  readonly wholeRecord: string;
  readonly info: Readonly<Record<InfoLine, string>>;
  readonly rows: (sheet: string) => string;
}

export type ColumnName =
  | 'day'
  | 'weekday'
  | 'time'
  | 'story'
  | 'event'
  | 'slug'
  | 'status'
  | 'groups'
  | 'whenAndWhere'
  | 'attention'
  | 'tasks'
  | 'location'
  | 'note'
  | 'eventTime'
  | 'linkedEvents'
  | 'linkedStories'
  | 'eventIds'
  | 'storyIds'
  | 'customFields'
  | 'createdAt'
  | 'modifiedAt'
  | 'id'
  | 'period'
  | 'wholePeriod'
  | 'contact'
  | 'links'
  | 'deadline'
  | 'who'
  | 'reachable'
  | 'format'
  | 'task'
  | 'confirmation'
  | 'done'
  | 'taskId'
  | 'taskIds'
  | 'from'
  | 'toDay'
  | 'toTime'
  | 'platform'
  | 'category'
  | 'type'
  | 'scope'
  | 'url'
  | 'publicationId'
  | 'record'
  | 'place'
  | 'title'
  | 'field'
  | 'problem'
  | 'number'
  | 'where'
  | 'part'
  | 'text'
  | 'fact'
  | 'value';

export type InfoLine =
  | 'organisation'
  | 'plan'
  | 'night'
  | 'window'
  | 'timeZone'
  | 'asOf'
  | 'asOfUtc'
  | 'collection'
  | 'unreadable'
  | 'confidential'
  | 'configuration'
  | 'configurationHead'
  | 'attention'
  | 'attentionText'
  | 'dates'
  | 'datesText'
  | 'paper'
  | 'paperText'
  | 'documents'
  | 'documentsText';

export const WORDING: Readonly<Record<Locale, Wording>> = { de: GERMAN, en: ENGLISH };
