import type { Publication, Story } from '../../../domain/plan/story.ts';
import { type Context, lines, reference, text } from './context.ts';
import { weekday } from './moments.ts';
import { compare } from './plan-row.ts';
import { dateSerial, timeSerial } from './serial.ts';
import type { Sheet } from './sheet.ts';
import { taskName, whoDoes } from './summaries.ts';

interface Row {
  readonly publication: Publication;
  readonly story: Story;
}

/** Every publication of the plan's stories, by date; what has none comes last. */
export const publicationSheet = (context: Context): Sheet<Row> => {
  const { words, content, title } = context;
  const { columns, sheets, hints } = words;
  const rows = content.selection.stories
    .flatMap((story) => story.publications.map((publication): Row => ({ publication, story })))
    .sort(byStart);
  return {
    name: sheets.publications,
    title,
    hint: hints.publications,
    frozenColumns: 4,
    rows,
    group: ({ publication }) => publication.span?.start.date ?? '',
    label: ({ publication, story }) => `${story.title} (${publication.id ?? story.id})`,
    nothing: hints.nothing.publications,
    columns: [
      {
        heading: columns.from,
        width: 10.5,
        kind: 'date',
        value: ({ publication: { span } }) => dateSerial(span?.start.date),
      },
      text(columns.weekday, 5, ({ publication: { span } }) => weekday(span?.start.date, words)),
      {
        heading: columns.time,
        width: 6.5,
        kind: 'time',
        value: ({ publication: { span } }) => timeSerial(span?.start.time),
      },
      { heading: columns.platform, width: 15, kind: 'strong', value: ({ publication }) => publication.platform },
      text(columns.category, 18, ({ publication }) => publication.category),
      text(columns.type, 14, ({ publication }) => publication.type),
      text(columns.scope, 14, ({ publication }) => publication.scope),
      text(columns.status, 11, ({ publication }) => publication.status),
      text(columns.story, 34, ({ story }) => story.title),
      text(columns.tasks, 36, ({ publication, story }) => tasksOf(publication, story, context)),
      {
        heading: columns.toDay,
        width: 10.5,
        kind: 'date',
        value: ({ publication: { span } }) => dateSerial(span?.end?.date),
      },
      {
        heading: columns.toTime,
        width: 6.5,
        kind: 'time',
        value: ({ publication: { span } }) => timeSerial(span?.end?.time),
      },
      {
        heading: columns.confidential,
        width: 11,
        value: ({ story }) => (story.confidential ? words.confidential : null),
        alert: ({ story }) => story.confidential,
      },
      reference(columns.url, ({ publication }) => publication.url),
      reference(columns.publicationId, ({ publication }) => publication.id),
      reference(columns.id, ({ story }) => story.id),
    ],
  };
};

/** What goes into a publication, and by whom; a task that the story does not have keeps its id. */
const tasksOf = (publication: Publication, story: Story, context: Context): string =>
  lines(
    publication.taskIds.map((id) => {
      const task = story.tasks.find((candidate) => candidate.id === id);
      return task === undefined ? id : `${taskName(task, context)}: ${whoDoes(task, context).replaceAll('\n', ', ')}`;
    }),
  );

/** Sorts after every date. */
const NEVER = '~';

const byStart = (a: Row, b: Row): number =>
  compare(a.publication.span?.start.date ?? NEVER, b.publication.span?.start.date ?? NEVER) ||
  compare(a.publication.span?.start.time ?? '', b.publication.span?.start.time ?? '') ||
  compare(a.story.title, b.story.title) ||
  compare(a.story.id, b.story.id);
