import type { ScheduledEvent } from '../../../domain/plan/story.ts';
import { type Context, lines, reference, screenOnly, text } from './context.ts';
import { weekday } from './moments.ts';
import { byDayTimeTitle, type PlanRow } from './plan-row.ts';
import { dateSerial, timeSerial } from './serial.ts';
import type { Column } from './sheet.ts';
import { customFieldsInLines, isUnassigned, tasksInLines } from './summaries.ts';

type Row = PlanRow<ScheduledEvent>;

/** One row per event and day of the window that it touches; what lasts all day is first, then by time and title. */
export const eventRows = ({ content, days }: Context): readonly Row[] =>
  content.selection.events
    .flatMap((record) => {
      const { start } = record.span;
      return days
        .touchedBy([record.span])
        .map((day): Row => ({ record, day, time: start.date === day ? start.time : undefined }));
    })
    .sort(byDayTimeTitle);

export const eventColumns = (context: Context): readonly Column<Row>[] => {
  const { words, content, moments } = context;
  const { columns } = words;
  const titleOf = (id: string): string => content.selection.storyTitles.get(id) ?? id;
  return [
    { heading: columns.day, width: 10.5, kind: 'date', value: ({ day }) => dateSerial(day) },
    text(columns.weekday, 5, ({ day }) => weekday(day, words)),
    { heading: columns.time, width: 6.5, kind: 'time', value: ({ time }) => timeSerial(time) },
    text(columns.period, 13, (row) => periodOf(row, context)),
    { heading: columns.event, width: 30, kind: 'strong', value: ({ record }) => record.title },
    text(columns.location, 20, ({ record }) => record.location),
    text(columns.contact, 20, ({ record }) => record.contact),
    text(columns.groups, 11.5, ({ record }) => record.groups.join('\n')),
    text(columns.status, 12.5, ({ record }) => record.status),
    text(columns.linkedStories, 24, ({ record }) => lines(record.storyIds.map(titleOf))),
    {
      heading: columns.tasks,
      width: 30,
      value: ({ record }) => tasksInLines(record.tasks, context),
      alert: ({ record }) => record.tasks.some((task) => isUnassigned(task) && !task.done),
    },
    text(columns.note, 28, ({ record }) => record.note),
    {
      heading: columns.confidential,
      width: 11,
      value: ({ record }) => (record.confidential ? words.confidential : null),
      alert: ({ record }) => record.confidential,
    },
    screenOnly(text(columns.slug, 18, ({ record }) => record.slug)),
    screenOnly(text(columns.wholePeriod, 26, ({ record }) => moments.span(record.span))),
    screenOnly(text(columns.links, 36, ({ record }) => lines(record.links))),
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
