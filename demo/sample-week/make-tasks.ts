import { taskTitles } from './kinds.ts';
import type { Ressort } from './material.ts';
import { specialists, writers } from './people.ts';
import type { Assignee, LocalMoment, Task } from './plan-file.ts';

/** The n-th of a list, going round: all the variety of the week, without chance. */
export const pick = <T>(list: readonly T[], n: number): T => {
  const item = list[n % list.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

const hours: Readonly<Record<string, readonly string[]>> = {
  text: ['16:00', '17:30', '15:00', '18:15', '14:30', '19:00', '13:00'],
  foto: ['15:00', '12:30', '17:00', '19:30'],
  video: ['18:00', '16:45'],
  grafik: ['14:00', '16:30'],
  social: ['18:30', '20:00', '11:00'],
};

const notes = [
  'Bitte Rückruf bis mittags.',
  'Zweitfassung nach Andruck möglich.',
  'Schlüssel liegt am Empfang.',
  'Ohne Namen der Kinder!',
  'Länge steht; nicht überziehen.',
  'Rohmaterial auf den Server, Ordner des Tages.',
  "O'Brien übernimmt, falls krank.",
  'Titel:\tmax. 38 Zeichen\nUnterzeile:\tmax. 70 Zeichen',
];

/** What those who were asked have said so far. */
const answers = [
  { confirmation: 'confirmed', status: 'zugesagt' },
  { confirmation: 'confirmed', status: 'in Arbeit' },
  { confirmation: 'requested', status: 'angefragt' },
  { confirmation: 'confirmed', status: 'zugesagt' },
  { confirmation: 'requested', status: 'angefragt' },
  { confirmation: 'confirmed', status: 'in Arbeit' },
  { confirmation: 'confirmed', status: 'zugesagt' },
  { confirmation: 'declined', status: 'abgesagt' },
];

export interface Assignment {
  readonly ownerId: string;
  readonly ressort: Ressort;
  /** A `?` after a format leaves the task unassigned. */
  readonly formats: readonly string[];
  readonly date: string;
  readonly offset: number;
  readonly seed: number;
  readonly finished?: boolean;
  readonly deadlines?: readonly LocalMoment[];
}

const assigneesOf = ({ ressort, seed }: Assignment, format: string, at: number): readonly Assignee[] => {
  const pool = format === 'text' ? writers[ressort] : (specialists[format] ?? writers[ressort]);
  const first = pick(pool, seed + at);
  // Every ninth text is written by two.
  return format === 'text' && seed % 9 === 4 && pool.length > 1 ? [first, pick(pool, seed + at + 1)] : [first];
};

export const makeTasks = (assignment: Assignment): readonly Task[] =>
  assignment.formats.map((entry, at) => {
    const { ownerId, date, offset, seed, finished = false, deadlines } = assignment;
    const format = entry.replace('?', '');
    const open = entry.endsWith('?');
    // What is past is done, what is due on the first days partly; nobody has finished next week.
    const done = !open && (finished || offset < 0 || (offset <= 1 && (seed + at) % 4 === 0));
    const answer = pick(answers, seed + at);
    const confirmation = done ? 'confirmed' : answer.confirmation;
    const status = done ? 'fertig' : open ? 'offen' : answer.status;
    // Now and then the last page of the evening waits for it.
    const time = format === 'text' && seed % 23 === 7 ? '22:15' : pick(hours[format] ?? ['17:00'], seed + at);
    const deadline = deadlines?.[at] ?? { date, time };
    return {
      id: `t-${ownerId}-${at + 1}`,
      format,
      title: pick(taskTitles[format] ?? ['Beitrag'], seed + at),
      status,
      ...((seed + at) % 5 === 2 ? { note: pick(notes, seed + at) } : {}),
      assignees: open ? [] : assigneesOf(assignment, format, at),
      deadline,
      ...(open ? {} : { confirmation }),
      done,
    };
  });
