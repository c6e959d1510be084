import type { Element, Task } from '../../../domain/plan/story.ts';
import { type Context, lines, reference, text } from './context.ts';
import { weekday } from './moments.ts';
import { compare } from './plan-row.ts';
import { dateSerial, timeSerial } from './serial.ts';
import type { Sheet } from './sheet.ts';
import { isUnassigned, whoDoes } from './summaries.ts';

interface Row {
  readonly task: Task;
  readonly record: Element;
}

/** Every task of the plan's records, by deadline; what has none comes last. */
export const taskSheet = (context: Context): Sheet<Row> => {
  const { words, content, title } = context;
  const { columns, sheets, hints } = words;
  const ofStories = content.kind === 'story-plan';
  const records: readonly Element[] = ofStories ? content.selection.stories : content.selection.events;
  const rows = records.flatMap((record) => record.tasks.map((task): Row => ({ task, record }))).sort(byDeadline);
  return {
    name: sheets.tasks,
    title,
    hint: hints.tasks,
    frozenColumns: 4,
    rows,
    group: ({ task }) => task.deadline?.date ?? '',
    label: ({ task, record }) => `${record.title} (${task.id ?? record.id})`,
    nothing: hints.nothing.tasks,
    columns: [
      { heading: columns.deadline, width: 10.5, kind: 'date', value: ({ task }) => dateSerial(task.deadline?.date) },
      text(columns.weekday, 5, ({ task }) => weekday(task.deadline?.date, words)),
      { heading: columns.time, width: 6.5, kind: 'time', value: ({ task }) => timeSerial(task.deadline?.time) },
      {
        heading: columns.who,
        width: 22,
        kind: 'strong',
        value: ({ task }) => whoDoes(task, context),
        alert: ({ task }) => isUnassigned(task),
      },
      text(columns.reachable, 30, ({ task }) => lines(task.assignees.flatMap(({ phone, email }) => [phone, email]))),
      text(columns.format, 10, ({ task }) => task.format),
      text(columns.task, 26, ({ task }) => task.title),
      text(columns.status, 11, ({ task }) => task.status),
      text(columns.confirmation, 12, ({ task }) => task.confirmation),
      text(columns.done, 9, ({ task }) => words.done[task.done ? 'yes' : 'no']),
      text(columns.note, 28, ({ task }) => task.note),
      text(ofStories ? columns.story : columns.event, 30, ({ record }) => record.title),
      {
        heading: columns.confidential,
        width: 11,
        value: ({ record }) => (record.confidential ? words.confidential : null),
        alert: ({ record }) => record.confidential,
      },
      reference(columns.taskId, ({ task }) => task.id),
      reference(columns.id, ({ record }) => record.id),
    ],
  };
};

/** Sorts after every date. */
const NEVER = '~';

const byDeadline = (a: Row, b: Row): number =>
  compare(a.task.deadline?.date ?? NEVER, b.task.deadline?.date ?? NEVER) ||
  compare(a.task.deadline?.time ?? '', b.task.deadline?.time ?? '') ||
  compare(a.record.title, b.record.title) ||
  compare(a.record.id, b.record.id);
