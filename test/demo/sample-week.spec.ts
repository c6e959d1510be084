import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { sampleWeek, sampleWeekCounts } from '../../demo/sample-week/index.ts';
import { oddCharacters } from '../../demo/sample-week/odd-characters.ts';
import type { LocalMoment, PlanFile, ScheduledEvent, Span, Story } from '../../demo/sample-week/plan-file.ts';

const plain = '2026-11-23';
const octoberChange = '2026-10-22'; // Sunday the 25th has 25 hours
const marchChange = '2027-03-25'; // Sunday the 28th has 23 hours
/** One beginning on each weekday, over both clock changes and a year's end. */
const firstNights = [
  plain,
  octoberChange,
  marchChange,
  '2026-12-29',
  '2027-02-26',
  '2027-05-01',
  '2028-02-27',
  '2026-09-02',
];

const spansOf = (story: Story): readonly Span[] => [
  ...(story.event ? [story.event] : []),
  ...(story.tasks ?? []).flatMap(({ deadline }) => (deadline ? [{ start: deadline }] : [])),
  ...(story.publications ?? []).flatMap(({ start, end }) => (start ? [{ start, ...(end ? { end } : {}) }] : [])),
];
const firstDate = (story: Story) =>
  spansOf(story)
    .map(({ start }) => start.date)
    .sort()[0];
const dateOfDay = (firstNight: string, day: number) =>
  Temporal.PlainDate.from(firstNight).add({ days: day }).toString();
const storiesOf = (plan: PlanFile, date: string) => plan.stories.filter((story) => firstDate(story) === date);
const eventsOf = (plan: PlanFile, date: string) => plan.events.filter((event) => event.start.date === date);
const lastMoment = ({ start, end = start }: Span) => `${end.date}T${end.time ?? '24:00'}`;
const touches = (firstNight: string) => (span: Span) =>
  span.start.date < dateOfDay(firstNight, 5) && lastMoment(span) > `${firstNight}T00:00`;
const touchingStories = (plan: PlanFile, night: string) =>
  plan.stories.filter((story) => spansOf(story).some(touches(night)));
const touchingEvents = (plan: PlanFile, night: string): readonly ScheduledEvent[] => plan.events.filter(touches(night));

const everyString = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(everyString)
      : [];

describe.each(firstNights)('the sample week from %s', (firstNight) => {
  const plan = sampleWeek(firstNight);
  const { days, storiesPerDay, eventsPerDay } = sampleWeekCounts;
  const shown = [plan.organisation, touchingStories(plan, firstNight), touchingEvents(plan, firstNight)].flatMap(
    everyString,
  );
  const week = Array.from({ length: days }, (_, day) => dateOfDay(firstNight, day));

  test('is the same document every time, and plain JSON', () => {
    expect(sampleWeek(firstNight)).toEqual(plan);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  test.each(week)('has 40 stories and 60 events on %s, all with titles of their own', (date) => {
    const stories = storiesOf(plan, date);
    const events = eventsOf(plan, date);
    expect(stories).toHaveLength(storiesPerDay);
    expect(events).toHaveLength(eventsPerDay);
    expect(stories.filter(({ event }) => event !== undefined)).toHaveLength(sampleWeekCounts.storiesWithOwnEventPerDay);
    expect(new Set(stories.map(({ title }) => title)).size).toBe(storiesPerDay);
    expect(new Set(events.map(({ title }) => title)).size).toBe(eventsPerDay);
  });

  test('the five days hold five days of it, and what reaches in', () => {
    const earlier = (date: string | undefined) => date !== undefined && date < firstNight;
    const stories = touchingStories(plan, firstNight);
    const events = touchingEvents(plan, firstNight);
    const reachingStories = stories.filter((story) => earlier(firstDate(story)));
    const reachingEvents = events.filter(({ start }) => earlier(start.date));
    expect(stories).toHaveLength(5 * storiesPerDay + reachingStories.length);
    expect(events).toHaveLength(5 * eventsPerDay + reachingEvents.length);
    expect(reachingStories).toHaveLength(sampleWeekCounts.storiesReachingIn);
    expect(reachingEvents).toHaveLength(sampleWeekCounts.eventsReachingIn);
  });

  test('some stories are in the five days for one reason only', () => {
    const isIn = touches(firstNight);
    const reasons = touchingStories(plan, firstNight).map((story) =>
      [
        story.event && isIn(story.event) ? 'event' : '',
        story.tasks?.some(({ deadline }) => deadline && isIn({ start: deadline })) ? 'deadline' : '',
        spansOf({ id: '', title: '', publications: story.publications ?? [] }).some(isIn) ? 'publication' : '',
      ].join(''),
    );
    expect(reasons).toEqual(expect.arrayContaining(['event', 'deadline', 'publication']));
  });

  test('other entries are ideas, past or beyond', () => {
    const ideas = plan.stories.filter((story) => firstDate(story) === undefined);
    expect(ideas).toHaveLength(sampleWeekCounts.ideas);
    const afterwards = dateOfDay(firstNight, days);
    expect(plan.stories.some((story) => (firstDate(story) ?? '') >= afterwards)).toBe(true);
    expect(plan.events.some(({ start }) => start.date >= afterwards)).toBe(true);
    expect(plan.events.some((event) => lastMoment(event) < `${firstNight}T00:00`)).toBe(true);
  });

  test('every id is unique and every reference leads somewhere', () => {
    const tasks = [...plan.stories, ...plan.events].flatMap((owner) => owner.tasks ?? []);
    const publications = plan.stories.flatMap((story) => story.publications ?? []);
    for (const list of [plan.stories, plan.events, tasks, publications]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
    for (const story of plan.stories) {
      const own = new Set(story.tasks?.map(({ id }) => id));
      for (const id of (story.publications ?? []).flatMap(({ taskIds = [] }) => taskIds)) expect(own).toContain(id);
    }
    const storyIds = new Set(plan.stories.map(({ id }) => id));
    for (const id of plan.events.flatMap((event) => event.storyIds ?? [])) expect(storyIds).toContain(id);
  });

  test('every date exists, every end is after its start, and no hour is one that a clock change skips', () => {
    const moments: LocalMoment[] = [];
    for (const span of [...plan.events, ...plan.stories.flatMap(spansOf)]) {
      moments.push(span.start, span.end ?? span.start);
      expect(lastMoment(span) >= `${span.start.date}T${span.start.time ?? '00:00'}`, JSON.stringify(span)).toBe(true);
    }
    for (const { date, time } of moments) {
      const day = Temporal.PlainDate.from(date, { overflow: 'reject' });
      expect(day.toString()).toBe(date);
      expect(time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      if (time === undefined) continue;
      const local = day.toPlainDateTime(time);
      expect(local.toZonedDateTime(plan.organisation.timeZone).toPlainDateTime().equals(local), `${date} ${time}`).toBe(
        true,
      );
    }
  });

  test('was written before the night', () => {
    const theNight = Temporal.PlainDate.from(firstNight).toZonedDateTime({
      timeZone: plan.organisation.timeZone,
      plainTime: '01:00',
    }).epochMilliseconds;
    for (const { createdAt = '', modifiedAt = '' } of plan.stories) {
      expect(Date.parse(createdAt)).toBeLessThanOrEqual(Date.parse(modifiedAt));
      expect(Date.parse(modifiedAt)).toBeLessThan(theNight);
    }
  });

  test('nobody is asked to report what has not begun', () => {
    for (const { start, tasks = [] } of plan.events.filter((event) => !event.id.startsWith('87'))) {
      for (const { deadline } of tasks)
        expect(`${deadline?.date}T${deadline?.time}` > `${start.date}T${start.time ?? '00:00'}`).toBe(true);
    }
  });

  test.each(oddCharacters)('the five days show %s', (_, pattern) => {
    expect(shown.some((text) => pattern.test(text))).toBe(true);
  });

  test('there are confidential and unassigned ones, freelancers, all-day, several-day and night events', () => {
    const stories = touchingStories(plan, firstNight);
    const events = touchingEvents(plan, firstNight);
    const tasks = [...stories, ...events].flatMap((owner) => owner.tasks ?? []);
    expect(stories.filter(({ confidential }) => confidential).length).toBeGreaterThanOrEqual(4);
    expect(events.filter(({ confidential }) => confidential).length).toBeGreaterThanOrEqual(4);
    expect(tasks.filter(({ assignees }) => assignees?.length === 0).length).toBeGreaterThan(20);
    expect(tasks.some(({ assignees }) => assignees?.length === 2)).toBe(true);
    expect(tasks.some(({ assignees }) => assignees?.some(({ name }) => name.endsWith('(frei)')))).toBe(true);
    expect(new Set(tasks.map(({ format }) => format))).toEqual(new Set(['text', 'foto', 'video', 'grafik', 'social']));
    expect(events.some(({ start }) => start.time === undefined)).toBe(true);
    expect(
      events.some(
        ({ start, end }) =>
          end !== undefined && end.date === dateOfDay(start.date, 1) && (end.time ?? '24:00') < '06:00',
      ),
    ).toBe(true);
    expect(events.some(({ start, end }) => end !== undefined && end.date >= dateOfDay(start.date, 21))).toBe(true);
    const platforms = new Set(stories.flatMap(({ publications = [] }) => publications.map(({ platform }) => platform)));
    expect(platforms).toEqual(new Set(['Print', 'Online', 'E-Paper', 'Instagram', 'Newsletter', 'Podcast', 'Video']));
  });
});

test('a day that does not exist is no first night', () => {
  expect(() => sampleWeek('2026-02-30')).toThrow(RangeError);
});

test('no two entries of the plan have one title, but the conferences of every day', () => {
  const plan = sampleWeek(plain);
  const handwritten = plan.events.filter(({ groups }) => !groups?.includes('Redaktion'));
  for (const list of [plan.stories, handwritten]) {
    const titles = list.map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  }
});
