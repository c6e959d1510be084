import { datesOf } from '../../../domain/plan/selection.ts';
import type { LocalMoment } from '../../../domain/plan/span.ts';
import type { Story } from '../../../domain/plan/story.ts';
import type { LocalDate, LocalTime } from '../../../domain/schedule/local-date.ts';
import { type Context, lines, reference, screenOnly, text } from './context.ts';
import { weekday } from './moments.ts';
import { byDayTimeTitle, type PlanRow } from './plan-row.ts';
import { dateSerial, timeSerial } from './serial.ts';
import type { Column } from './sheet.ts';
import {
  customFieldsInLines,
  isUnassigned,
  publicationName,
  publicationsInLines,
  taskName,
  tasksInLines,
} from './summaries.ts';

type Row = PlanRow<Story>;

/** One row per story and day of the window that it touches, by day, time and title. */
export const storyRows = ({ content, days }: Context): readonly Row[] =>
  content.selection.stories
    .flatMap((record) =>
      days.touchedBy(datesOf(record)).map((day): Row => ({ record, day, time: firstTime(record, day) })),
    )
    .sort(byDayTimeTitle);

/** The earliest of the times at which something happens that day. */
const firstTime = (story: Story, day: LocalDate): LocalTime | undefined =>
  datesOf(story)
    .flatMap(({ start }) => (start.date === day && start.time !== undefined ? [start.time] : []))
    .sort()[0];

export const storyColumns = (context: Context): readonly Column<Row>[] => {
  const { words, content, moments, clock } = context;
  const { columns } = words;
  return [
    { heading: columns.day, width: 10.5, kind: 'date', value: ({ day }) => dateSerial(day) },
    text(columns.weekday, 5, ({ day }) => weekday(day, words)),
    { heading: columns.time, width: 6.5, kind: 'time', value: ({ time }) => timeSerial(time) },
    { heading: columns.story, width: 28, kind: 'strong', value: ({ record }) => record.title },
    text(columns.status, 12.5, ({ record }) => record.status),
    text(columns.groups, 11.5, ({ record }) => record.groups.join('\n')),
    text(columns.onThisDay, 24, ({ record, day }) => onThisDay(record, day, context)),
    text(columns.appears, 23, ({ record }) => publicationsInLines(record.publications, context)),
    {
      heading: columns.tasks,
      width: 36,
      value: ({ record }) => tasksInLines(record.tasks, context),
      alert: ({ record }) => record.tasks.some((task) => isUnassigned(task) && !task.done),
    },
    text(columns.location, 13, ({ record }) => record.location),
    text(columns.note, 28, ({ record }) => record.note),
    {
      heading: columns.confidential,
      width: 11,
      value: ({ record }) => (record.confidential ? words.confidential : null),
      alert: ({ record }) => record.confidential,
    },
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
    reference(columns.id, ({ record }) => record.id),
  ];
};

/** What happens with a story on one day, by time: its event, what is due, where it appears. */
const onThisDay = (story: Story, day: LocalDate, context: Context): string => {
  const { words, moments, days } = context;
  const entries: { readonly time: string; readonly text: string }[] = [];
  const add = (start: LocalMoment, what: string): void => {
    const time = start.date === day ? (start.time ?? '') : '';
    entries.push({ time, text: what });
  };
  if (story.event !== undefined && days.isTouched(day, story.event)) {
    add(story.event.start, `${moments.onDay(story.event, day)} ${words.onThisDay.event}`);
  }
  for (const task of story.tasks) {
    if (task.deadline?.date !== day) continue;
    add(task.deadline, withTime(task.deadline.time, words.onThisDay.deadline(taskName(task, context))));
  }
  for (const publication of story.publications) {
    if (publication.span === undefined || !days.isTouched(day, publication.span)) continue;
    const { start } = publication.span;
    const begins = start.date === day;
    const say = begins ? words.onThisDay.appears : words.onThisDay.runs;
    add(start, withTime(begins ? start.time : undefined, say(publicationName(publication))));
  }
  return lines(entries.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)).map((entry) => entry.text));
};

const withTime = (time: string | undefined, what: string): string => (time === undefined ? what : `${time} ${what}`);
