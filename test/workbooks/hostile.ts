import fc from 'fast-check';
import type { LocalMoment, Span } from '../../src/domain/plan/span.ts';
import type { Publication, ScheduledEvent, Story, Task } from '../../src/domain/plan/story.ts';
import { at } from '../builders/plan.ts';

const SNIPPETS = [
  ...['=1+1', '@SUM(A1)', '+', '-', '_x0041_', '_x000D_', '<', '&amp;', ']]>', '"', "'", '\r\n', '\t', ' '],
  ...['\u0000', '\u001F', '\u007F', '\uFFFE', '\uFFFF', '\uD800', '\u202E', '#REF!', 'http://evil.example', '|cmd'],
  ...['👨‍👩‍👧', 'שלום', 'e\u0301', '\\\\server\\share', 'file:///etc/passwd', 'Wort'],
];

/** What a plan may say to hurt a reader's program, short enough to stand in one cell whole. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3) => fc.array(arbitrary, { maxLength });
const long = fc.tuple(hostileText, fc.integer({ min: 500, max: 2500 })).map(([text, times]) => text.repeat(times));
const note = fc.oneof({ weight: 100, arbitrary: hostileText }, { weight: 1, arbitrary: long });

const moment: fc.Arbitrary<LocalMoment> = fc
  .tuple(fc.integer({ min: 23, max: 30 }), maybe(fc.constantFrom('00:00', '08:15', '23:59')))
  .map(([day, time]) => at(`2026-11-${day}`, time));

const key = ({ date, time }: LocalMoment): string => `${date}T${time ?? ''}`;

const span: fc.Arbitrary<Span> = fc.tuple(moment, maybe(moment)).map(([one, other]) => {
  if (other === undefined || (one.time === undefined) !== (other.time === undefined)) return { start: one };
  return key(one) <= key(other) ? { start: one, end: other } : { start: other, end: one };
});

/** Absent fields are absent, not undefined. */
const record = <T>(fields: { [K in keyof T]-?: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc
    .record(fields as { [K in keyof T]: fc.Arbitrary<T[K]> })
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as T);

type Loose<T> = { [K in keyof T]: T[K] | undefined };

const task = record<Loose<Task>>({
  id: maybe(hostileText),
  format: maybe(hostileText),
  title: maybe(hostileText),
  status: maybe(hostileText),
  note: maybe(note),
  assignees: some(
    record<Loose<Task['assignees'][number]>>({
      name: maybe(hostileText),
      email: maybe(fc.oneof(hostileText, fc.constant('anna@abendblatt.example'))),
      phone: maybe(hostileText),
    }),
  ) as fc.Arbitrary<Task['assignees']>,
  deadline: maybe(moment),
  confirmation: maybe(hostileText),
  done: fc.boolean(),
}) as fc.Arbitrary<Task>;

const publication = record<Loose<Publication>>({
  id: maybe(hostileText),
  platform: maybe(hostileText),
  category: maybe(hostileText),
  type: maybe(hostileText),
  status: maybe(hostileText),
  scope: maybe(hostileText),
  span: maybe(span),
  taskIds: some(hostileText),
  url: maybe(fc.oneof(hostileText, fc.webUrl())),
}) as fc.Arbitrary<Publication>;

const element = {
  title: hostileText,
  slug: maybe(hostileText),
  status: maybe(hostileText),
  note: maybe(note),
  location: maybe(hostileText),
  confidential: fc.boolean(),
  groups: some(hostileText),
  tasks: some(task),
  customFields: some(fc.record({ name: hostileText, value: hostileText })),
};

const story = record<Loose<Story>>({
  ...element,
  id: hostileText,
  createdAt: maybe(fc.constant('2026-11-20T09:00:00Z')),
  modifiedAt: maybe(hostileText),
  event: maybe(span),
  publications: some(publication),
}) as fc.Arbitrary<Story>;

const event = record<Loose<ScheduledEvent>>({
  ...element,
  id: hostileText,
  span,
  contact: maybe(hostileText),
  links: some(fc.oneof(hostileText, fc.webUrl()), 2),
  storyIds: some(hostileText),
}) as fc.Arbitrary<ScheduledEvent>;

/** Ids are each a record's own, as the reader of plans sees to. */
const own = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
  records.map((one, index) => ({ ...one, id: `${index}${one.id}` }));

export const hostilePlan = fc.record({ stories: some(story).map(own), events: some(event).map(own) });
