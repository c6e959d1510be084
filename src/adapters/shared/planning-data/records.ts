import type { z } from 'zod';
import type { RecordProblem, UnreadableRecord } from '../../../domain/plan/plan.ts';
import { pathOf } from './path.ts';

type List = UnreadableRecord['list'];

/** What could be read of a list, and what could not; nothing is in neither. */
export interface ReadRecords<Item> {
  readonly items: readonly Item[];
  readonly unreadable: readonly UnreadableRecord[];
}

/** Reads each record by itself, as it comes. Of records with one id the first counts, readable or not. */
export const readRecords = <Item>(
  list: List,
  records: Iterable<unknown>,
  shape: z.ZodType<Item>,
): ReadRecords<Item> => {
  const seen = new Set<string>();
  const items: Item[] = [];
  const unreadable: UnreadableRecord[] = [];
  let index = -1;
  for (const record of records) {
    index += 1;
    const id = fieldOf(record, 'id');
    const duplicate = typeof id === 'string' && id !== '' && seen.has(id);
    if (typeof id === 'string') seen.add(id);
    const reading = shape.safeParse(record, { error: problemOf });
    if (!reading.success) unreadable.push(unreadableRecord(list, index, record, reading.error.issues[0]));
    else if (duplicate) unreadable.push(describe(list, index, record, 'id', 'duplicate-id'));
    else items.push(reading.data);
  }
  return { items, unreadable };
};

/** What is wrong where a shape itself found it; a shape's own checks bring their problem with them. */
const problemOf = (issue: z.core.$ZodRawIssue): RecordProblem => {
  const inList = typeof issue.path?.at(-1) === 'number';
  const expectsObject = issue.code === 'invalid_type' && issue.expected === 'object';
  const absent = issue.input === undefined || issue.input === null;
  if (absent && !inList && (issue.path?.length ?? 0) > 0) return 'missing';
  return expectsObject ? 'not-an-object' : 'wrong-type';
};

const unreadableRecord = (
  list: List,
  index: number,
  record: unknown,
  issue: z.core.$ZodIssue | undefined,
): UnreadableRecord => describe(list, index, record, pathOf(issue?.path ?? []), issue?.message as RecordProblem);

const describe = (
  list: List,
  index: number,
  record: unknown,
  field: string,
  problem: RecordProblem,
): UnreadableRecord => {
  const id = label(fieldOf(record, 'id'));
  const title = label(fieldOf(record, 'title'));
  return {
    list,
    index,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    field,
    problem,
    confidential: fieldOf(record, 'confidential') !== false,
  };
};

const fieldOf = (record: unknown, name: string): unknown =>
  typeof record === 'object' && record !== null && Object.hasOwn(record, name)
    ? (record as Record<string, unknown>)[name]
    : undefined;

/** A number is no valid id, but it helps whoever looks for the record. */
const label = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};
