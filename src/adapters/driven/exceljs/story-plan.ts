import { datesOf } from '../../../domain/plan/selection.ts';
import type { Span } from '../../../domain/plan/span.ts';
import type { Story } from '../../../domain/plan/story.ts';
import type { LocalDate, LocalTime } from '../../../domain/schedule/local-date.ts';
import { flagsOf } from './attention.ts';
import { type Context, lines, reference, screenOnly, text } from './context.ts';
import { attentionColumn, dayColumns } from './day-columns.ts';
import { byDayTimeTitle, type PlanRow } from './plan-row.ts';
import type { Column } from './sheet.ts';
import { customFieldsInLines, tasksInLines } from './summaries.ts';
import { whenAndWhere } from './when-and-where.ts';

type Row = PlanRow<Story>;

/** One row per story and day of the window that it touches, by day, time and title. */
export const storyRows = ({ content, days, lateness }: Context): readonly Row[] =>
  content.selection.stories
    .flatMap((record) => {
      const dates = datesOf(record);
      const flags = flagsOf(record.tasks, record.confidential, lateness);
      return days.touchedBy(dates).map((day): Row => ({ record, day, time: firstTime(dates, day), flags }));
    })
    .sort(byDayTimeTitle);

/** The earliest of the times at which something happens that day. */
const firstTime = (dates: readonly Span[], day: LocalDate): LocalTime | undefined => {
  let first: LocalTime | undefined;
  for (const { start } of dates) {
    if (start.date === day && start.time !== undefined && (first === undefined || start.time < first))
      first = start.time;
  }
  return first;
};

export const storyColumns = (context: Context): readonly Column<Row>[] => {
  const { words, content, moments, clock, eventsOfStory } = context;
  const { columns } = words;
  return [
    ...dayColumns<Row>(words),
    text(columns.whenAndWhere, 30, ({ record, day }) => whenAndWhere(record, day, context)),
    { heading: columns.story, width: 30, kind: 'strong', value: ({ record }) => record.title },
    text(columns.status, 12.5, ({ record }) => record.status),
    attentionColumn<Row>(words),
    text(columns.tasks, 42, ({ record, day }) => tasksInLines(record.tasks, day, context)),
    text(columns.location, 15, ({ record }) => record.location),
    text(columns.note, 32, ({ record }) => record.note),
    text(columns.groups, 11.5, ({ record }) => record.groups.join('\n')),
    screenOnly(text(columns.slug, 18, ({ record }) => record.slug)),
    screenOnly(text(columns.eventTime, 22, ({ record }) => record.event && moments.span(record.event))),
    screenOnly(
      text(columns.linkedEvents, 26, ({ record }) => lines(content.selection.eventTitlesOfStory.get(record.id) ?? [])),
    ),
    screenOnly(text(columns.customFields, 28, ({ record }) => customFieldsInLines(record.customFields))),
    screenOnly({
      heading: columns.createdAt,
      width: 16,
      kind: 'dateTime',
      value: ({ record }) => clock.serial(record.createdAt),
    }),
    screenOnly({
      heading: columns.modifiedAt,
      width: 16,
      kind: 'dateTime',
      value: ({ record }) => clock.serial(record.modifiedAt),
    }),
    reference(columns.eventIds, ({ record }) => eventsOfStory.get(record.id)?.join(', ')),
    reference(columns.id, ({ record }) => record.id),
  ];
};
