import type { LocalMoment } from '../../../domain/plan/span.ts';
import type { Publication, Story } from '../../../domain/plan/story.ts';
import type { LocalDate } from '../../../domain/schedule/local-date.ts';
import { type Context, lines } from './context.ts';
import { compare } from './plan-row.ts';
import { publicationName } from './summaries.ts';

/** A story's own event and its publications, by time: first those of one day, with their times only, then all others. */
export const whenAndWhere = (story: Story, day: LocalDate, context: Context): string => {
  const { words, moments, days } = context;
  const ofDay: { readonly time: string; readonly text: string }[] = [];
  const others: { readonly time: string; readonly text: string }[] = [];
  const add = ({ date, time }: LocalMoment, text: string): void => {
    ofDay.push({ time: date === day ? (time ?? '') : '', text });
  };
  if (story.event !== undefined && days.isTouched(day, story.event)) {
    add(story.event.start, `${moments.onDay(story.event, day)} ${words.onThisDay.event}`);
  }
  for (const publication of story.publications) {
    const { span } = publication;
    const where = publicationName(publication);
    if (span === undefined) others.push({ time: NEVER, text: `${words.noDate}: ${where}` });
    else if (!days.isTouched(day, span))
      others.push({ time: sortable(span.start), text: otherDay(publication, context) });
    else if (span.start.date === day) add(span.start, withTime(span.start.time, words.onThisDay.appears(where)));
    else add(span.start, words.onThisDay.runs(where));
  }
  // Not needed for one line, which is what most rows have.
  if (ofDay.length > 1) ofDay.sort(byTime);
  if (others.length > 1) others.sort(byTime);
  return lines([...ofDay, ...others].map(({ text }) => text));
};

const otherDay = (publication: Publication, { moments }: Context): string =>
  publication.span === undefined ? '' : `${moments.span(publication.span)}: ${publicationName(publication)}`;

/** Sorts after every date. */
const NEVER = '~';

const sortable = ({ date, time }: LocalMoment): string => `${date}T${time ?? ''}`;

const byTime = (a: { readonly time: string }, b: { readonly time: string }): number => compare(a.time, b.time);

const withTime = (time: string | undefined, what: string): string => (time === undefined ? what : `${time} ${what}`);
