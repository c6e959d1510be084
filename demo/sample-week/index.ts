import { aroundTheWeek } from './around-the-week.ts';
import { dayOf } from './calendar.ts';
import { dailyEvents } from './events/daily.ts';
import { gericht } from './events/gericht.ts';
import { hafenVerkehr } from './events/hafen-verkehr.ts';
import { kultur as kulturEvents } from './events/kultur.ts';
import { lokales as lokalesEvents } from './events/lokales.ts';
import { politik as politikEvents } from './events/politik.ts';
import { sport as sportEvents } from './events/sport.ts';
import { wirtschaft as wirtschaftEvents } from './events/wirtschaft.ts';
import { makeEvent } from './make-event.ts';
import { makeStory } from './make-story.ts';
import type { EventSketch, Ressort, StorySketch, Week } from './material.ts';
import { administrators } from './people.ts';
import type { PlanFile, ScheduledEvent, Story } from './plan-file.ts';
import { dailyStories } from './stories/daily.ts';
import { kultur } from './stories/kultur.ts';
import { lokales } from './stories/lokales.ts';
import { politik } from './stories/politik.ts';
import { sport } from './stories/sport.ts';
import { wirtschaft } from './stories/wirtschaft.ts';
import { wochenende } from './stories/wochenende.ts';
import { numbering } from './words.ts';

export type { PlanFile } from './plan-file.ts';

/** What the material was written to. The week is built from the material alone, so a test can hold it to this. */
export const sampleWeekCounts = {
  days: 7,
  storiesPerDay: 40,
  eventsPerDay: 60,
  /** Of the stories; not among the 60, and no event of the list tells the same. */
  storiesWithOwnEventPerDay: 1,
  /** Begun before the first night, and in its window of five days. */
  storiesReachingIn: 6,
  eventsReachingIn: 8,
  ideas: 24,
} as const;

const storyBooks: readonly (readonly [Ressort, Week<StorySketch>])[] = [
  ['Lokales', lokales],
  ['Politik', politik],
  ['Wirtschaft', wirtschaft],
  ['Kultur', kultur],
  ['Sport', sport],
  ['Wochenende', wochenende],
];

const eventBooks: readonly (readonly [Ressort, Week<EventSketch>])[] = [
  ['Lokales', lokalesEvents],
  ['Politik', politikEvents],
  ['Wirtschaft', wirtschaftEvents],
  ['Kultur', kulturEvents],
  ['Sport', sportEvents],
  ['Lokales', gericht],
  ['Wirtschaft', hafenVerkehr],
];

/**
 * A week of the invented Elbkurier in Hamburg, from the first night (`YYYY-MM-DD`) on: the same
 * document for the same night, always. Besides the seven days it holds what a real plan holds too:
 * pieces that reach in from before, pieces of later weeks, and ideas without a date.
 *
 * @example
 * await writeFile('elbkurier.json', JSON.stringify(sampleWeek('2026-11-23')));
 */
export const sampleWeek = (firstNight: string): PlanFile => {
  const days = Array.from({ length: sampleWeekCounts.days }, (_, offset) => dayOf(firstNight, offset));
  const numbered = numbering();
  const storyIds = new Map<string, string>();
  const stories: Story[] = [];
  const events: ScheduledEvent[] = [];

  for (const day of days) {
    const ofTheDay = storyBooks.flatMap(([ressort, week]) =>
      week[day.weekday].map((sketch) => [ressort, sketch] as const),
    );
    for (const [ressort, [kind, title, note, more = {}]] of [...ofTheDay, ...dailyStories(day)]) {
      const story = makeStory(ressort, [kind, numbered(title), note, more], day, stories.length, firstNight);
      stories.push(story);
      if (more.key !== undefined) storyIds.set(more.key, story.id);
    }
  }
  // Only now: an event may belong to a story of a later day.
  for (const day of days) {
    const ofTheDay = eventBooks.flatMap(([ressort, week]) =>
      week[day.weekday].map((sketch) => [ressort, sketch] as const),
    );
    for (const [group, [hours, title, location, more = {}]] of [...ofTheDay, ...dailyEvents(day)]) {
      events.push(makeEvent(group, [hours, numbered(title), location, more], day, events.length, storyIds));
    }
  }

  const around = aroundTheWeek(firstNight);
  return {
    organisation: { id: 'elbkurier', name: 'Elbkurier', timeZone: 'Europe/Berlin', locale: 'de', administrators },
    stories: [
      ...around.reachingIn.stories,
      ...stories,
      ...around.beyond.stories,
      ...around.past.stories,
      ...around.ideas,
    ],
    events: [...around.reachingIn.events, ...events, ...around.beyond.events, ...around.past.events],
  };
};
