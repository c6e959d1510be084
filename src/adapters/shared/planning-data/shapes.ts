import { z } from 'zod';
import type { RecordProblem } from '../../../domain/plan/plan.ts';
import { isOrdered, type LocalMoment, type Span } from '../../../domain/plan/span.ts';
import type { Publication, ScheduledEvent, Story, Task } from '../../../domain/plan/story.ts';
import { type LocalDate, readLocalDate, readLocalTime } from '../../../domain/schedule/local-date.ts';
import { isInstant } from './instant.ts';

/**
 * The shapes of PLANNING-DATA's records. The message of every issue is a {@link RecordProblem}: for those that a
 * shape raises itself see `problemOf`, the others are named here. Null and empty texts are absent; what is not
 * named is ignored.
 */

const isBlank = (text: string): boolean => text.trim() === '';

const fail = (context: z.RefinementCtx, problem: RecordProblem, path: readonly PropertyKey[] = []): never => {
  context.addIssue({ code: 'custom', message: problem, path: [...path] });
  return z.NEVER;
};

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the fields that are undefined: with exact optional properties, absent means absent. */
const present = <T extends object>(record: T): Present<T> => {
  const fields = Object.entries(record);
  const set = fields.filter(([, value]) => value !== undefined);
  // Copied only if need be, and never by `delete`, which would make every record of a large plan a slow and big one.
  return (set.length === fields.length ? record : Object.fromEntries(set)) as Present<T>;
};

const requiredText = z.string().transform((text, context) => (isBlank(text) ? fail(context, 'missing') : text));
const text = z
  .string()
  .nullish()
  .transform((value) => (value == null || isBlank(value) ? undefined : value));
/** A plan of 20,000 stories names the same few hundred dates over and over. */
const dateOf = (value: string): LocalDate | undefined => {
  const known = DATES.get(value);
  if (known !== undefined) return known;
  const read = readLocalDate(value);
  if (read === undefined) return undefined;
  if (DATES.size >= MOST_DATES) DATES.clear();
  DATES.set(value, read);
  return read;
};
const DATES = new Map<string, LocalDate>();
const MOST_DATES = 5000;

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const texts = z
  .array(text)
  .nullish()
  .transform((values) => (values ?? []).filter((value) => value !== undefined));
const listOf = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(shape)
    .nullish()
    .transform((values) => values ?? []);

const instant = text.transform((value, context) =>
  value === undefined || isInstant(value) ? value : fail(context, 'no-such-date'),
);
const date = requiredText.transform((value, context) => dateOf(value) ?? fail(context, 'no-such-date'));
const time = text.transform((value, context) =>
  value === undefined ? undefined : (readLocalTime(value) ?? fail(context, 'no-such-time')),
);
const moment = z.object({ date, time }).transform((value): LocalMoment => present(value));
const optionalMoment = moment.nullish().transform((value) => value ?? undefined);

const spanOf = (start: LocalMoment, end: LocalMoment | undefined, context: z.RefinementCtx): Span => {
  const span: Span = end === undefined ? { start } : { start, end };
  return isOrdered(span) ? span : fail(context, 'end-before-start', ['end']);
};

const eventSpan = z
  .object({ start: moment, end: optionalMoment })
  .transform(({ start, end }, context) => spanOf(start, end, context));

const assignee = z.object({ name: text, email: text, phone: text }).transform(present);

const task = z
  .object({
    id: text,
    format: text,
    title: text,
    status: text,
    note: text,
    assignees: listOf(assignee),
    deadline: optionalMoment,
    confirmation: text,
    done: flag,
  })
  .transform((value): Task => present(value));

const publication = z
  .object({
    id: text,
    platform: text,
    category: text,
    type: text,
    status: text,
    scope: text,
    start: optionalMoment,
    end: optionalMoment,
    taskIds: texts,
    url: text,
  })
  .transform(({ start, end, ...value }, context): Publication => {
    // An end alone would be dropped unseen.
    if (start === undefined && end !== undefined) return fail(context, 'missing', ['start']);
    return present({ ...value, span: start === undefined ? undefined : spanOf(start, end, context) });
  });

const customField = z
  .object({ name: text, value: text })
  .transform(({ name, value }) => ({ name: name ?? '', value: value ?? '' }));

const element = {
  id: requiredText,
  title: requiredText,
  slug: text,
  status: text,
  note: text,
  location: text,
  confidential: flag,
  groups: texts,
  tasks: listOf(task),
  customFields: listOf(customField),
};

export const storyShape = z
  .object({
    ...element,
    createdAt: instant,
    modifiedAt: instant,
    event: eventSpan.nullish().transform((value) => value ?? undefined),
    publications: listOf(publication),
  })
  .transform((value): Story => present(value));

export const eventShape = z
  .object({ ...element, contact: text, links: texts, storyIds: texts, start: moment, end: optionalMoment })
  .transform(({ start, end, ...value }, context): ScheduledEvent => {
    return present({ ...value, span: spanOf(start, end, context) });
  });
