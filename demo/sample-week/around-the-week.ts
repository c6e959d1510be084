import { dayOf, instantBefore } from './calendar.ts';
import { beyondEvents, beyondStories, ideas, pastEvents, pastStories } from './elsewhen.ts';
import { makeEvent } from './make-event.ts';
import { makeStory } from './make-story.ts';
import type { ScheduledEvent, Story } from './plan-file.ts';
import { reachingEvents } from './reaching-events.ts';
import { reachingStories } from './reaching-stories.ts';

interface Entries {
  readonly stories: readonly Story[];
  readonly events: readonly ScheduledEvent[];
}

export interface Surroundings {
  readonly reachingIn: Entries;
  readonly beyond: Entries;
  readonly past: Entries;
  readonly ideas: readonly Story[];
}

/** Far from the numbers of the week's own records, so that ids stay unique. */
const numbers = { beyond: 1000, past: 2000 };

/** What stands in the plan without being planned for one of the seven days. */
export const aroundTheWeek = (firstNight: string): Surroundings => {
  const none = new Map<string, string>();
  return {
    reachingIn: { stories: reachingStories(firstNight), events: reachingEvents(firstNight) },
    beyond: {
      stories: beyondStories.map(([ressort, offset, sketch], n) =>
        makeStory(ressort, sketch, dayOf(firstNight, offset), numbers.beyond + n, firstNight),
      ),
      events: beyondEvents.map(([ressort, offset, sketch], n) =>
        makeEvent(ressort, sketch, dayOf(firstNight, offset), numbers.beyond + n, none),
      ),
    },
    past: {
      stories: pastStories.map(([ressort, offset, sketch], n) => ({
        ...makeStory(ressort, sketch, dayOf(firstNight, offset), numbers.past + n, firstNight),
        status: 'abgenommen',
        createdAt: instantBefore(firstNight, 3 - offset, 8 * 60 + n * 11),
        modifiedAt: instantBefore(firstNight, -offset, 17 * 60 + n * 9),
      })),
      events: pastEvents.map(([ressort, offset, sketch], n) =>
        makeEvent(ressort, sketch, dayOf(firstNight, offset), numbers.past + n, none),
      ),
    },
    ideas: ideas.map(([ressort, title, note], n) => ({
      id: String(70_001 + n),
      title,
      status: 'Idee',
      note,
      confidential: n % 11 === 4,
      groups: [ressort],
      createdAt: instantBefore(firstNight, 12 + n * 3, n * 53),
      modifiedAt: instantBefore(firstNight, 2 + n, n * 47),
      // Someone may already be on it, and a place thought of: only the date is missing.
      ...(n % 3 === 0
        ? { tasks: [{ id: `t-${70_001 + n}-1`, format: 'text', status: 'angefragt', assignees: [], done: false }] }
        : {}),
      ...(n % 4 === 0
        ? { publications: [{ id: `p-${70_001 + n}-1`, platform: 'Print', type: 'Reportage', scope: 'offen' }] }
        : {}),
    })),
  };
};
