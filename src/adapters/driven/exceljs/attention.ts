import type { Task } from '../../../domain/plan/story.ts';
import type { Wording } from './wording.ts';

/** What must not be overlooked: said in words, which a filter finds and which paper shows without colour. */
export type Flag = 'unassigned' | 'overdue' | 'confidential';

const FLAGS: readonly Flag[] = ['unassigned', 'overdue', 'confidential'];

/** Nobody does it, and it is not done. */
const isUnassigned = (task: Task): boolean =>
  !task.done && task.assignees.every(({ name, email, phone }) => (name ?? email ?? phone) === undefined);

/** Whether a task was late at some moment. A deadline without a time is good until its day ends. */
export class Lateness {
  readonly #date: string;
  readonly #time: string;

  /** @param now local date and time, such as `2026-11-25T02:28:14` */
  constructor(now: string) {
    this.#date = now.slice(0, 10);
    this.#time = now.slice(11);
  }

  isOverdue({ done, deadline }: Task): boolean {
    if (done || deadline === undefined || deadline.date > this.#date) return false;
    return deadline.date < this.#date || (deadline.time !== undefined && deadline.time < this.#time);
  }
}

/** Of some tasks, and of the record that they belong to. */
export const flagsOf = (tasks: readonly Task[], confidential: boolean, lateness: Lateness): readonly Flag[] => {
  const flags: Flag[] = [];
  if (tasks.some(isUnassigned)) flags.push('unassigned');
  if (tasks.some((task) => lateness.isOverdue(task))) flags.push('overdue');
  if (confidential) flags.push('confidential');
  return flags;
};

export const flagsInLines = (flags: readonly Flag[], words: Wording): string =>
  flags.map((flag) => words.flags[flag]).join('\n');

/** How many of a day's rows have which flag, in the words that a filter finds. */
export const flagsInNumbers = (rows: readonly { readonly flags: readonly Flag[] }[], words: Wording): string =>
  FLAGS.flatMap((flag) => {
    const count = rows.filter(({ flags }) => flags.includes(flag)).length;
    return count === 0 ? [] : [`${count} × ${words.flags[flag]}`];
  }).join(', ');
