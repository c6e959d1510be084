import type { Publication, Story, Task } from '../../../domain/plan/story.ts';
import { type Flag, flagsOf } from './attention.ts';
import { type Context, lines, reference, text } from './context.ts';
import { attentionColumn, whenColumns } from './day-columns.ts';
import { compare } from './plan-row.ts';
import { dateSerial, timeSerial } from './serial.ts';
import { type Sheet, sectionsBy } from './sheet.ts';
import { taskName, whoDoes } from './summaries.ts';

interface Row {
  readonly publication: Publication;
  readonly story: Story;
  readonly flags: readonly Flag[];
}

/** Every publication of the plan's stories, by date; what has none comes last. */
export const publicationSheet = (context: Context): Sheet<Row> => {
  const { words, content, title } = context;
  const { columns, sheets, hints } = words;
  return {
    name: sheets.publications,
    title,
    hint: hints.publications,
    frozenColumns: 4,
    sections: sectionsBy(rowsOf(content.selection.stories, context), ({ publication }) => startDate(publication) ?? ''),
    label: ({ publication, story }) => `${story.title} (${publication.id ?? story.id})`,
    nothing: hints.nothing.publications,
    columns: [
      ...whenColumns<Row>({ ...columns, day: columns.from }, words, ({ publication }) => publication.span?.start),
      { heading: columns.platform, width: 15, kind: 'strong', value: ({ publication }) => publication.platform },
      text(columns.category, 18, ({ publication }) => publication.category),
      text(columns.story, 34, ({ story }) => story.title),
      text(columns.status, 12, ({ publication }) => publication.status),
      attentionColumn<Row>(words),
      text(columns.type, 14, ({ publication }) => publication.type),
      text(columns.scope, 14, ({ publication }) => publication.scope),
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
        ...reference<Row>(columns.url, ({ publication }) => publication.url),
        link: ({ publication }) => publication.url,
      },
      reference(columns.publicationId, ({ publication }) => publication.id),
      reference(columns.taskIds, ({ publication }) => publication.taskIds.join(', ')),
      reference(columns.id, ({ story }) => story.id),
    ],
  };
};

const rowsOf = (stories: readonly Story[], { lateness }: Context): readonly Row[] =>
  stories
    .flatMap((story) =>
      story.publications.map((publication): Row => {
        const tasks = publication.taskIds.flatMap((id) => taskOf(story, id) ?? []);
        return { publication, story, flags: flagsOf(tasks, story.confidential, lateness) };
      }),
    )
    .sort(byStart);

/** What goes into a publication, and by whom; a task that the story does not have keeps its id. */
const tasksOf = (publication: Publication, story: Story, context: Context): string =>
  lines(
    publication.taskIds.map((id) => {
      const task = taskOf(story, id);
      return task === undefined ? id : `${taskName(task, context)}: ${whoDoes(task, context, ', ')}`;
    }),
  );

const taskOf = (story: Story, id: string): Task | undefined => story.tasks.find((task) => task.id === id);

const startDate = ({ span }: Publication): string | undefined => span?.start.date;

/** Sorts after every date. */
const NEVER = '~';

const byStart = (a: Row, b: Row): number =>
  compare(startDate(a.publication) ?? NEVER, startDate(b.publication) ?? NEVER) ||
  compare(a.publication.span?.start.time ?? '', b.publication.span?.start.time ?? '') ||
  compare(a.story.title, b.story.title) ||
  compare(a.story.id, b.story.id);
