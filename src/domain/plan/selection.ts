import type { ConfidentialRecords } from '../backup-configuration/settings.ts';
import type { PlanningWindow } from '../schedule/night.ts';
import type { Plan, UnreadableRecord } from './plan.ts';
import { type Span, touches } from './span.ts';
import type { ScheduledEvent, Story } from './story.ts';

/** What of a plan goes into a night's two workbooks. */
export interface Selection {
  readonly stories: readonly Story[];
  readonly events: readonly ScheduledEvent[];
  readonly unreadable: readonly UnreadableRecord[];
  /** Titles of everything that may be named, in the window or not, so that references can be read. */
  readonly storyTitles: ReadonlyMap<string, string>;
  /** By story id: the titles of the events that name it. */
  readonly eventTitlesOfStory: ReadonlyMap<string, readonly string[]>;
}

export const select = (plan: Plan, window: PlanningWindow, confidential: ConfidentialRecords): Selection => {
  const secret = idsOfConfidential(plan);
  const mayShow = (record: { id?: string; confidential: boolean }): boolean =>
    confidential === 'include' || !(record.confidential || secret.has(record.id));
  const stories = plan.stories.filter(mayShow);
  const listed = new Set(plan.events.map((event) => event.id));
  const eventsOfStories = stories.flatMap((story) => (listed.has(story.id) ? [] : eventOfStory(story)));
  const events = [...plan.events.filter(mayShow), ...eventsOfStories];
  return {
    stories: stories.filter((story) => datesOf(story).some((span) => touches(span, window))),
    events: events.filter((event) => touches(event.span, window)),
    unreadable: plan.unreadable.map((record) => (mayShow(record) ? record : withoutTitle(record))),
    storyTitles: new Map(stories.map((story) => [story.id, story.title])),
    eventTitlesOfStory: titlesByStory(events),
  };
};

/** The two sides of an element share its id and its title: where one is confidential, both are. */
const idsOfConfidential = ({ stories, events }: Plan): ReadonlySet<string | undefined> =>
  new Set([...stories, ...events].flatMap((record) => (record.confidential ? [record.id] : [])));

/** A story belongs by a publication's span, a task's deadline or its own event. One with no date is an idea. */
export const datesOf = (story: Story): readonly Span[] => [
  ...story.publications.flatMap((publication) => publication.span ?? []),
  ...story.tasks.flatMap((task) => (task.deadline === undefined ? [] : { start: task.deadline })),
  ...(story.event === undefined ? [] : [story.event]),
];

/** An element that is a story and an event is in both files: here is its event's side. */
const eventOfStory = (story: Story): readonly ScheduledEvent[] => {
  const { event, publications: _publications, createdAt: _createdAt, modifiedAt: _modifiedAt, ...element } = story;
  return event === undefined ? [] : [{ ...element, span: event, links: [], storyIds: [story.id] }];
};

const withoutTitle = (record: UnreadableRecord): UnreadableRecord => {
  const { title: _, ...rest } = record;
  return rest;
};

const titlesByStory = (events: readonly ScheduledEvent[]): ReadonlyMap<string, readonly string[]> => {
  const titles = new Map<string, string[]>();
  for (const event of events) for (const id of event.storyIds) titles.set(id, [...(titles.get(id) ?? []), event.title]);
  return titles;
};
