import { describe, expect, it } from 'vitest';
import type { Plan, UnreadableRecord } from '../../../src/domain/plan/plan.ts';
import { datesOf, select } from '../../../src/domain/plan/selection.ts';
import type { Span } from '../../../src/domain/plan/span.ts';
import type { Publication, ScheduledEvent, Story, Task } from '../../../src/domain/plan/story.ts';
import { planningWindow } from '../../../src/domain/schedule/night.ts';
import { aNight } from '../../builders/night.ts';

const window = planningWindow(aNight('2026-11-24'), 'Europe/Berlin');
const on = (date: string): Span => ({ start: { date: aNight(date) } });
const WITHIN = on('2026-11-25');
const OUTSIDE = on('2026-12-25');

const element = (id: string) => ({
  id,
  title: `title of ${id}`,
  confidential: false,
  groups: ['Lokales'],
  tasks: [],
  customFields: [],
});
const story = (id: string, changes: Partial<Story> = {}): Story => ({ ...element(id), publications: [], ...changes });
const event = (id: string, changes: Partial<ScheduledEvent> = {}): ScheduledEvent => ({
  ...element(id),
  span: WITHIN,
  links: [],
  storyIds: [],
  ...changes,
});
const published = (span?: Span): Publication => (span === undefined ? { taskIds: [] } : { taskIds: [], span });
const task = (deadline?: Span): Task => ({
  assignees: [],
  done: false,
  ...(deadline === undefined ? {} : { deadline: deadline.start }),
});
const plan = (parts: Partial<Plan>): Plan => ({ stories: [], events: [], unreadable: [], ...parts });
const ids = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id);

describe('a story belongs to the window', () => {
  it.each<[string, Partial<Story>]>([
    ['by a publication', { publications: [published(WITHIN)] }],
    ['by one publication of several', { publications: [published(OUTSIDE), published(), published(WITHIN)] }],
    ['by a task’s deadline', { tasks: [task(WITHIN)] }],
    ['by one task of several', { tasks: [task(), task(OUTSIDE), task(WITHIN)] }],
    ['by its own event', { event: WITHIN }],
    [
      'by one of them, whatever the others',
      { publications: [published(OUTSIDE)], tasks: [task(OUTSIDE)], event: WITHIN },
    ],
    [
      'by a publication that began before and goes on',
      { publications: [published({ ...on('2026-11-01'), end: { date: aNight('2026-12-01') } })] },
    ],
  ])('%s', (_, dates) => {
    expect(ids(select(plan({ stories: [story('1', dates)] }), window, 'include').stories)).toEqual(['1']);
  });

  it.each<[string, Partial<Story>]>([
    ['it has no date at all: an idea', {}],
    ['its publication and task have no date either', { publications: [published()], tasks: [task()] }],
    ['all its dates lie outside', { publications: [published(OUTSIDE)], tasks: [task(OUTSIDE)], event: OUTSIDE }],
  ])('but not if %s', (_, dates) => {
    expect(select(plan({ stories: [story('1', dates)] }), window, 'include').stories).toEqual([]);
  });

  it('has the dates of its publications, its tasks and its event', () => {
    const dates = { publications: [published(WITHIN), published()], tasks: [task(), task(OUTSIDE)], event: WITHIN };
    expect(datesOf(story('1', dates))).toEqual([WITHIN, OUTSIDE, WITHIN]);
    expect(datesOf(story('1'))).toEqual([]);
  });
});

describe('an event belongs to the window', () => {
  it('if its span touches it', () => {
    const goingOn = event('3', { span: { ...on('2026-11-17'), end: { date: aNight('2026-11-24') } } });
    const selection = select(plan({ events: [event('1'), event('2', { span: OUTSIDE }), goingOn] }), window, 'include');
    expect(ids(selection.events)).toEqual(['1', '3']);
  });

  it('whatever the deadlines of its tasks', () => {
    const elsewhere = event('1', { span: OUTSIDE, tasks: [task(WITHIN)] });
    expect(select(plan({ events: [elsewhere] }), window, 'include').events).toEqual([]);
  });
});

describe('an element that is a story and an event', () => {
  const both = story('1', {
    slug: 'rathaus',
    note: 'a note',
    location: 'Rathaus',
    status: 'accepted',
    createdAt: '2026-11-20T09:00:00Z',
    modifiedAt: '2026-11-24T16:30:00Z',
    event: WITHIN,
    tasks: [task(WITHIN)],
    customFields: [{ name: 'Ressort', value: 'Lokales' }],
    publications: [published(WITHIN)],
  });

  it('is in both files, with all that a story and an event share', () => {
    const selection = select(plan({ stories: [both] }), window, 'include');
    expect(selection.stories).toEqual([both]);
    expect(selection.events).toEqual([
      {
        id: '1',
        title: 'title of 1',
        slug: 'rathaus',
        note: 'a note',
        location: 'Rathaus',
        status: 'accepted',
        confidential: false,
        groups: ['Lokales'],
        tasks: [task(WITHIN)],
        customFields: [{ name: 'Ressort', value: 'Lokales' }],
        span: WITHIN,
        links: [],
        storyIds: ['1'],
      },
    ]);
    expect(selection.eventTitlesOfStory).toEqual(new Map([['1', ['title of 1']]]));
  });

  it('is in each file by that side’s dates', () => {
    const later = story('1', { event: OUTSIDE, publications: [published(WITHIN)] });
    const selection = select(plan({ stories: [later] }), window, 'include');
    expect([ids(selection.stories), ids(selection.events)]).toEqual([['1'], []]);
  });

  it('is one event, where the list of events has it too', () => {
    const listed = event('1', { title: 'as an event', contact: '040 1234' });
    expect(select(plan({ stories: [both], events: [listed] }), window, 'include').events).toEqual([listed]);
  });
});

describe('references', () => {
  it('can be read whether or not the other side is in the window', () => {
    const stories = [story('s1', { event: OUTSIDE }), story('s2')];
    const events = [event('e1', { storyIds: ['s1', 's2'] }), event('e2', { span: OUTSIDE, storyIds: ['s1'] })];
    const selection = select(plan({ stories, events }), window, 'include');
    expect(selection.storyTitles).toEqual(
      new Map([
        ['s1', 'title of s1'],
        ['s2', 'title of s2'],
      ]),
    );
    expect(selection.eventTitlesOfStory).toEqual(
      new Map([
        ['s1', ['title of e1', 'title of e2', 'title of s1']],
        ['s2', ['title of e1']],
      ]),
    );
  });
});

describe('confidential records', () => {
  const confidential = true;
  const unreadable: readonly UnreadableRecord[] = [
    {
      list: 'stories',
      index: 0,
      id: 'u1',
      title: 'open, unreadable',
      field: 'title',
      problem: 'wrong-type',
      confidential: false,
    },
    {
      list: 'events',
      index: 1,
      id: 'u2',
      title: 'SECRET unreadable',
      field: 'start',
      problem: 'missing',
      confidential,
    },
    { list: 'events', index: 2, field: 'id', problem: 'missing', confidential },
    // The second of its id; the first says that it is confidential.
    {
      list: 'stories',
      index: 3,
      id: 's1',
      title: 'SECRET twice',
      field: 'id',
      problem: 'duplicate-id',
      confidential: false,
    },
  ];
  const whole = plan({
    stories: [
      story('s1', { title: 'SECRET story', confidential, event: WITHIN, publications: [published(WITHIN)] }),
      story('s2', { title: 'open story', publications: [published(WITHIN)] }),
      story('both-1', { title: 'SECRET by its story', confidential, publications: [published(WITHIN)] }),
      story('both-2', { title: 'SECRET by its event', event: WITHIN }),
    ],
    events: [
      event('e1', { title: 'SECRET event', confidential, storyIds: ['s2'] }),
      event('e2', { title: 'open event', storyIds: ['s1', 's2'] }),
      event('both-1', { title: 'SECRET by its story' }),
      event('both-2', { title: 'SECRET by its event', confidential }),
    ],
    unreadable,
  });

  it('are written, if the administrator did not say otherwise', () => {
    const selection = select(whole, window, 'include');
    expect(ids(selection.stories)).toEqual(['s1', 's2', 'both-1', 'both-2']);
    expect(ids(selection.events)).toEqual(['e1', 'e2', 'both-1', 'both-2', 's1']);
    expect(selection.unreadable).toEqual(unreadable);
    expect(selection.storyTitles.get('s1')).toBe('SECRET story');
    expect(selection.eventTitlesOfStory.get('s2')).toEqual(['SECRET event', 'open event']);
  });

  it('leave no title anywhere where they are left out, references included', () => {
    const selection = select(whole, window, 'leave-out');
    expect(ids(selection.stories)).toEqual(['s2']);
    expect(ids(selection.events)).toEqual(['e2']);
    const { storyTitles, eventTitlesOfStory, ...rest } = selection;
    expect(JSON.stringify([rest, [...storyTitles], [...eventTitlesOfStory]])).not.toContain('SECRET');
    expect(storyTitles).toEqual(new Map([['s2', 'open story']]));
    expect(eventTitlesOfStory.get('s2')).toEqual(['open event']);
  });

  it('are still named, without a title, where they cannot be read', () => {
    const untitled = unreadable.map(({ title: _, ...record }) => record);
    expect(select(whole, window, 'leave-out').unreadable).toEqual([unreadable[0], ...untitled.slice(1)]);
  });
});
