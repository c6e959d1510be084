import type { ScheduledEvent } from '../../../domain/plan/story.ts';
import { flagsOf } from './attention.ts';
import { type Context, lines, reference, screenOnly, text } from './context.ts';
import { attentionColumn, dayColumns } from './day-columns.ts';
import { byDayTimeTitle, type PlanRow } from './plan-row.ts';
import type { Column } from './sheet.ts';
import { customFieldsInLines, tasksInLines } from './summaries.ts';

type Row = PlanRow<ScheduledEvent>;

/** One row per event and day of the window that it touches; what lasts all day is first, then by time and title. */
export const eventRows = ({ content, days, lateness }: Context): readonly Row[] =>
  content.selection.events
    .flatMap((record) => {
      const { start } = record.span;
      const flags = flagsOf(record.tasks, record.confidential, lateness);
      return days
        .touchedBy([record.span])
        .map((day): Row => ({ record, day, time: start.date === day ? start.time : undefined, flags }));
    })
    .sort(byDayTimeTitle);

export const eventColumns = (context: Context): readonly Column<Row>[] => {
  const { words, content, moments } = context;
  const { columns } = words;
  const titleOf = (id: string): string => content.selection.storyTitles.get(id) ?? id;
  return [
    ...dayColumns<Row>(words),
    text(columns.period, 14, (row) => periodOf(row, context)),
    { heading: columns.event, width: 32, kind: 'strong', value: ({ record }) => record.title },
    text(columns.location, 22, ({ record }) => record.location),
    text(columns.contact, 21, ({ record }) => record.contact),
    text(columns.status, 12, ({ record }) => record.status),
    attentionColumn<Row>(words),
    text(columns.tasks, 32, ({ record, day }) => tasksInLines(record.tasks, day, context)),
    text(columns.linkedStories, 24, ({ record }) => lines(record.storyIds.map(titleOf))),
    text(columns.note, 26, ({ record }) => record.note),
    text(columns.groups, 11.5, ({ record }) => record.groups.join('\n')),
    screenOnly(text(columns.slug, 18, ({ record }) => record.slug)),
    screenOnly(text(columns.wholePeriod, 26, ({ record }) => moments.span(record.span))),
    screenOnly({
      ...text<Row>(columns.links, 36, ({ record }) => lines(record.links)),
      link: ({ record }) => (record.links.length === 1 ? record.links[0] : undefined),
    }),
    screenOnly(text(columns.customFields, 28, ({ record }) => customFieldsInLines(record.customFields))),
    reference(columns.storyIds, ({ record }) => record.storyIds.join(', ')),
    reference(columns.id, ({ record }) => record.id),
  ];
};

/** What the column of the time does not say already. */
const periodOf = ({ record, day, time }: Row, { moments }: Context): string => {
  const period = moments.onDay(record.span, day);
  return period === time ? '' : period;
};
