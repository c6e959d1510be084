import type { Plan, UnreadableRecord } from '../../src/domain/plan/plan.ts';
import type { LocalMoment, Span } from '../../src/domain/plan/span.ts';
import type { Publication, ScheduledEvent, Story, Task } from '../../src/domain/plan/story.ts';
import { readLocalDate, readLocalTime } from '../../src/domain/schedule/local-date.ts';

/** `at('2026-11-25', '10:00')`; a test's own date that is none is a mistake in the test. */
export const at = (date: string, time?: string): LocalMoment => {
  const localDate = readLocalDate(date);
  const localTime = time === undefined ? undefined : readLocalTime(time);
  if (localDate === undefined || (time !== undefined && localTime === undefined)) {
    throw new Error(`the test's own data is no moment: ${date} ${time ?? ''}`);
  }
  return localTime === undefined ? { date: localDate } : { date: localDate, time: localTime };
};

/** From a start to an end, each `date` or `date time`. */
export const span = (start: string, end?: string): Span => {
  const moment = (text: string): LocalMoment => at(...(text.split(' ') as [string, string?]));
  return end === undefined ? { start: moment(start) } : { start: moment(start), end: moment(end) };
};

export const aTask = (changes: Partial<Task> = {}): Task => ({
  id: 't1',
  format: 'text',
  assignees: [{ name: 'Jonas Klein' }],
  done: false,
  ...changes,
});

const aPublication = (changes: Partial<Publication> = {}): Publication => ({
  id: 'p1',
  platform: 'Print',
  taskIds: [],
  ...changes,
});

const A_STORY: Story = {
  id: '4711',
  title: 'Haushalt beschlossen',
  confidential: false,
  groups: [],
  tasks: [],
  publications: [],
  customFields: [],
};

/** A story, step by step: `aStory().withDeadline('2026-11-25', '16:00').build()`. Each step makes a new builder. */
export interface StoryBuilder {
  readonly with: (changes: Partial<Story>) => StoryBuilder;
  /** One more task, due then. */
  readonly withDeadline: (date: string, time?: string, task?: Partial<Task>) => StoryBuilder;
  /** One more publication, as in {@link span}. */
  readonly appearing: (start: string, end?: string, publication?: Partial<Publication>) => StoryBuilder;
  readonly confidential: () => StoryBuilder;
  readonly build: () => Story;
}

const storyBuilder = (story: Story): StoryBuilder => {
  const changed = (changes: Partial<Story>): StoryBuilder => storyBuilder({ ...story, ...changes });
  return {
    with: changed,
    withDeadline: (date, time, task = {}) => {
      const id = `t${story.tasks.length + 1}`;
      return changed({ tasks: [...story.tasks, aTask({ id, deadline: at(date, time), ...task })] });
    },
    appearing: (start, end, publication = {}) => {
      const id = `p${story.publications.length + 1}`;
      const added = aPublication({ id, span: span(start, end), ...publication });
      return changed({ publications: [...story.publications, added] });
    },
    confidential: () => changed({ confidential: true }),
    build: () => story,
  };
};

export const aStory = (changes: Partial<Story> = {}): StoryBuilder => storyBuilder({ ...A_STORY, ...changes });

/** An event of one hour on 25 November 2026. */
export const aScheduledEvent = (changes: Partial<ScheduledEvent> = {}): ScheduledEvent => ({
  id: '881',
  title: 'Pressekonferenz im Rathaus',
  confidential: false,
  groups: [],
  tasks: [],
  customFields: [],
  span: span('2026-11-25 10:00', '2026-11-25 11:00'),
  links: [],
  storyIds: [],
  ...changes,
});

export const anUnreadableRecord = (changes: Partial<UnreadableRecord> = {}): UnreadableRecord => ({
  list: 'stories',
  index: 3,
  id: '4714',
  title: 'Ein Thema, das nicht zu lesen ist',
  field: 'publications[0].start.date',
  problem: 'no-such-date',
  confidential: false,
  ...changes,
});

export const aPlan = (changes: Partial<Plan> = {}): Plan => ({ stories: [], events: [], unreadable: [], ...changes });
