import type { Element, Task } from '../../../domain/plan/story.ts';
import { type Flag, flagsOf } from './attention.ts';
import { type Context, lines, reference, text } from './context.ts';
import { attentionColumn, whenColumns } from './day-columns.ts';
import { compare } from './plan-row.ts';
import { type Sheet, sectionsBy } from './sheet.ts';
import { whoDoes } from './summaries.ts';

interface Row {
  readonly task: Task;
  readonly record: Element;
  readonly flags: readonly Flag[];
}

/** Every task of the plan's records, by deadline; what has none comes last. */
export const taskSheet = (context: Context): Sheet<Row> => {
  const { words, content, title } = context;
  const { columns, sheets, hints } = words;
  const ofStories = content.kind === 'story-plan';
  const records: readonly Element[] = ofStories ? content.selection.stories : content.selection.events;
  return {
    name: sheets.tasks,
    title,
    hint: hints.tasks,
    frozenColumns: 4,
    sections: sectionsBy(rowsOf(records, context), ({ task }) => task.deadline?.date ?? ''),
    label: ({ task, record }) => `${record.title} (${task.id ?? record.id})`,
    nothing: hints.nothing.tasks,
    columns: [
      ...whenColumns<Row>({ ...columns, day: columns.deadline }, words, ({ task }) => task.deadline),
      { heading: columns.who, width: 22, kind: 'strong', value: ({ task }) => whoDoes(task, context) },
      attentionColumn<Row>(words),
      text(columns.format, 10, ({ task }) => task.format),
      text(columns.task, 26, ({ task }) => task.title),
      text(columns.status, 11, ({ task }) => task.status),
      text(columns.confirmation, 12, ({ task }) => task.confirmation),
      text(columns.done, 9, ({ task }) => words.done[task.done ? 'yes' : 'no']),
      text(ofStories ? columns.story : columns.event, 32, ({ record }) => record.title),
      {
        ...text<Row>(columns.reachable, 30, ({ task }) => lines(waysToReach(task))),
        link: ({ task }) => mailbox(waysToReach(task)),
      },
      text(columns.note, 28, ({ task }) => task.note),
      reference(columns.taskId, ({ task }) => task.id),
      reference(columns.id, ({ record }) => record.id),
    ],
  };
};

const rowsOf = (records: readonly Element[], { lateness }: Context): readonly Row[] =>
  records
    .flatMap((record) =>
      record.tasks.map((task): Row => ({ task, record, flags: flagsOf([task], record.confidential, lateness) })),
    )
    .sort(byDeadline);

const waysToReach = (task: Task): readonly string[] =>
  task.assignees.flatMap(({ phone, email }) => [phone, email].filter((way) => way !== undefined));

/** A cell leads to a mailbox where it names nothing else. */
const mailbox = ([way, more]: readonly string[]): string | undefined =>
  way?.includes('@') && more === undefined ? `mailto:${way}` : undefined;

/** Sorts after every date. */
const NEVER = '~';

const byDeadline = (a: Row, b: Row): number =>
  compare(a.task.deadline?.date ?? NEVER, b.task.deadline?.date ?? NEVER) ||
  compare(a.task.deadline?.time ?? '', b.task.deadline?.time ?? '') ||
  compare(a.record.title, b.record.title) ||
  compare(a.record.id, b.record.id);
