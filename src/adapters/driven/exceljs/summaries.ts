import type { CustomField, Publication, Task } from '../../../domain/plan/story.ts';
import type { LocalDate } from '../../../domain/schedule/local-date.ts';
import { type Context, lines } from './context.ts';

/** Names of those who do a task; whoever has no name is called by what is known. Says so where there is nobody. */
export const whoDoes = (task: Task, { words }: Context, separator = '\n'): string => {
  const names = task.assignees.map(({ name, email, phone }) => name ?? email ?? phone).filter(Boolean);
  return names.length === 0 ? words.flags.unassigned : names.join(separator);
};

/** What is to be done, in as few words as the plan allows. */
export const taskName = (task: Task, { words }: Context): string => task.format ?? task.title ?? task.id ?? words.task;

/** One line a task: what, who, by when, and how it stands. What is due on the day that is spoken of has its time only. */
export const tasksInLines = (tasks: readonly Task[], day: LocalDate, context: Context): string =>
  lines(tasks.map((task) => taskInLine(task, day, context)));

const taskInLine = (task: Task, day: LocalDate, context: Context): string => {
  const { words, lateness } = context;
  const states = [task.done ? words.done.yes : task.status, lateness.isOverdue(task) ? words.flags.overdue : undefined];
  const state = states.filter(Boolean).join(', ');
  const by = dueInWords(task, day, context);
  return `${taskName(task, context)}: ${whoDoes(task, context, ', ')}, ${by}${state === '' ? '' : ` (${state})`}`;
};

const dueInWords = ({ deadline }: Task, day: LocalDate, { words, moments }: Context): string => {
  if (deadline === undefined) return words.noDeadline;
  return words.by(deadline.date === day && deadline.time !== undefined ? deadline.time : moments.moment(deadline));
};

/** Platform and category, as far as the plan names them. */
export const publicationName = ({ platform, category, type, id }: Publication): string =>
  [platform, category].filter(Boolean).join(', ') || type || id || '';

export const customFieldsInLines = (fields: readonly CustomField[]): string =>
  lines(fields.map(({ name, value }) => `${name}: ${value}`));
