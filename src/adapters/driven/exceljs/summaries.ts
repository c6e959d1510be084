import type { CustomField, Publication, Task } from '../../../domain/plan/story.ts';
import { type Context, lines } from './context.ts';

/** Names of those who do a task; whoever has no name is called by what is known. Says so where there is nobody. */
export const whoDoes = (task: Task, { words }: Context): string => {
  const names = task.assignees.map(({ name, email, phone }) => name ?? email ?? phone).filter(Boolean);
  return names.length === 0 ? words.unassigned : names.join('\n');
};

export const isUnassigned = (task: Task): boolean =>
  task.assignees.every(({ name, email, phone }) => (name ?? email ?? phone) === undefined);

/** What is to be done, in as few words as the plan allows. */
export const taskName = (task: Task, { words }: Context): string => task.format ?? task.title ?? task.id ?? words.task;

/** One line a task: what, who, by when, and how it stands. */
export const tasksInLines = (tasks: readonly Task[], context: Context): string =>
  lines(tasks.map((task) => taskInLine(task, context)));

const taskInLine = (task: Task, context: Context): string => {
  const { words, moments } = context;
  const by = task.deadline === undefined ? words.noDeadline : words.by(moments.moment(task.deadline));
  const state = task.done ? words.done.yes : task.status;
  const who = whoDoes(task, context).replaceAll('\n', ', ');
  return `${taskName(task, context)}: ${who}, ${by}${state === undefined ? '' : ` (${state})`}`;
};

/** Platform and category, as far as the plan names them. */
export const publicationName = ({ platform, category, type, id }: Publication): string =>
  [platform, category].filter(Boolean).join(', ') || type || id || '';

/** One line a publication: where and when. */
export const publicationsInLines = (publications: readonly Publication[], { words, moments }: Context): string =>
  lines(
    publications.map((publication) => {
      const when = publication.span === undefined ? words.noDate : moments.span(publication.span);
      return `${publicationName(publication)}: ${when}`;
    }),
  );

export const customFieldsInLines = (fields: readonly CustomField[]): string =>
  lines(fields.map(({ name, value }) => `${name}: ${value}`));
