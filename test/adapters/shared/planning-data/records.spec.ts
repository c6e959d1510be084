import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlanningData } from '../../../../src/adapters/shared/planning-data/planning-data.ts';
import type { Plan } from '../../../../src/domain/plan/plan.ts';
import { aScheduledEvent, aStory, at, span } from '../../../builders/plan.ts';
import { aDocument } from '../../../builders/plan-document.ts';
import { valid } from '../../../builders/valid.ts';

const planOf = (changes: Record<string, unknown>): Plan =>
  valid(readPlanningData(new TextEncoder().encode(aDocument(changes)))).plan;

const story = (changes: Record<string, unknown> = {}) => ({ id: '4711', title: 'Haushalt', ...changes });
const event = (changes: Record<string, unknown> = {}) => ({
  id: '881',
  title: 'Sitzung',
  start: { date: '2026-11-25' },
  ...changes,
});
const due = (deadline: unknown) => ({ id: 't', format: 'text', deadline });

describe('a record that cannot be read', () => {
  it.each([
    [story({ id: undefined }), 'id', 'missing'],
    [story({ id: '' }), 'id', 'missing'],
    [story({ id: 4711 }), 'id', 'wrong-type'],
    [story({ title: null }), 'title', 'missing'],
    [story({ title: '  ' }), 'title', 'missing'],
    [story({ title: ['x'] }), 'title', 'wrong-type'],
    [story({ note: 7 }), 'note', 'wrong-type'],
    [story({ confidential: 'no' }), 'confidential', 'wrong-type'],
    [story({ groups: 'Lokales' }), 'groups', 'wrong-type'],
    [story({ groups: ['Lokales', 7] }), 'groups[1]', 'wrong-type'],
    [story({ createdAt: '2026-11-20' }), 'createdAt', 'no-such-date'],
    [story({ createdAt: '2026-02-30T09:00:00Z' }), 'createdAt', 'no-such-date'],
    [story({ modifiedAt: '2026-11-20T25:00:00Z' }), 'modifiedAt', 'no-such-date'],
    [story({ event: { start: { date: '2026-02-30' } } }), 'event.start.date', 'no-such-date'],
    [story({ event: {} }), 'event.start', 'missing'],
    [story({ event: { start: {} } }), 'event.start.date', 'missing'],
    [story({ event: 'tomorrow' }), 'event', 'not-an-object'],
    [story({ tasks: [{}, {}, due({ date: '2026-11-31' })] }), 'tasks[2].deadline.date', 'no-such-date'],
    [story({ tasks: [due({ date: '2026-11-30', time: '24:00' })] }), 'tasks[0].deadline.time', 'no-such-time'],
    [story({ tasks: [due({ time: '10:00' })] }), 'tasks[0].deadline.date', 'missing'],
    [story({ tasks: [null] }), 'tasks[0]', 'not-an-object'],
    [story({ tasks: {} }), 'tasks', 'wrong-type'],
    [story({ tasks: [{ assignees: [{ name: 7 }] }] }), 'tasks[0].assignees[0].name', 'wrong-type'],
    [story({ publications: [{ end: { date: '2026-11-25' } }] }), 'publications[0].start', 'missing'],
    [
      story({ publications: [{ start: { date: '2026-11-25' }, end: { date: '2026-11-24' } }] }),
      'publications[0].end',
      'end-before-start',
    ],
    ['a story', '', 'not-an-object'],
    [null, '', 'not-an-object'],
    [[], '', 'not-an-object'],
  ])('%j fails for its field and its problem, and alone', (record, field, problem) => {
    const plan = planOf({ stories: [story({ id: 'before' }), record, story({ id: 'after' })] });
    expect(plan.stories.map(({ id }) => id)).toEqual(['before', 'after']);
    expect(plan.unreadable).toMatchObject([{ list: 'stories', index: 1, field, problem }]);
  });

  it.each([
    [event({ start: undefined }), 'start', 'missing'],
    [event({ start: { date: '' } }), 'start.date', 'missing'],
    [event({ start: { date: '25.11.2026' } }), 'start.date', 'no-such-date'],
    [event({ end: { date: '2026-11-24' } }), 'end', 'end-before-start'],
    [
      event({ start: { date: '2026-11-25', time: '10:00' }, end: { date: '2026-11-25', time: '09:59' } }),
      'end',
      'end-before-start',
    ],
    [event({ links: [7] }), 'links[0]', 'wrong-type'],
  ])('%j fails among the events', (record, field, problem) => {
    const plan = planOf({ events: [record] });
    expect(plan.events).toEqual([]);
    expect(plan.unreadable).toMatchObject([{ list: 'events', index: 0, field, problem }]);
  });

  it('is named by id and title as far as they can be read', () => {
    const broken = { event: {} };
    const { unreadable } = planOf({ stories: [story(broken), { ...broken, id: 12 }, { ...broken, title: 'T' }] });
    expect(unreadable.map(({ id, title }) => ({ id, title }))).toEqual([
      { id: '4711', title: 'Haushalt' },
      { id: '12', title: undefined },
      { id: undefined, title: 'T' },
    ]);
  });

  it('counts as confidential unless it plainly says that it is not', () => {
    const broken = (confidential: unknown) => ({ title: 'T', confidential });
    const stories = [broken(true), broken(undefined), broken('no'), broken(null), broken(false)];
    expect(planOf({ stories }).unreadable.map(({ confidential }) => confidential)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('is the second of an id in its list, and not the same id in the other list', () => {
    const plan = planOf({ stories: [story(), story(), story({ id: '1' }), story()], events: [event({ id: '4711' })] });
    expect(plan.stories.map(({ id }) => id)).toEqual(['4711', '1']);
    expect(plan.events).toHaveLength(1);
    expect(plan.unreadable.map(({ index, field, problem }) => [index, field, problem])).toEqual([
      [1, 'id', 'duplicate-id'],
      [3, 'id', 'duplicate-id'],
    ]);
  });
});

describe('a record that can be read', () => {
  it('has every field that PLANNING-DATA names', () => {
    const shared = {
      slug: 's',
      status: 'st',
      note: 'n',
      location: 'l',
      confidential: true,
      groups: ['g'],
      customFields: [{ name: 'a', value: 'b' }],
    };
    const task = {
      id: 't',
      format: 'text',
      title: 'T',
      status: 'requested',
      note: 'n',
      assignees: [{ name: 'J', email: 'j@x.example', phone: '1' }],
      confirmation: 'confirmed',
      done: true,
    };
    const publication = {
      id: 'p',
      platform: 'P',
      category: 'c',
      type: 't',
      status: 's',
      scope: 'x',
      taskIds: ['t'],
      url: 'u',
    };
    const start = { date: '2026-11-25', time: '10:00' };
    const end = { date: '2026-11-26' };
    const plan = planOf({
      stories: [
        story({
          ...shared,
          createdAt: '2026-11-20T09:00:00Z',
          modifiedAt: '2026-11-24T16:30:00.5+01:00',
          event: { start, end },
          tasks: [{ ...task, deadline: start }],
          publications: [{ ...publication, start, end }],
        }),
      ],
      events: [event({ ...shared, start, end, contact: 'c', links: ['https://x'], storyIds: ['4711'], tasks: [task] })],
    });
    const days = span('2026-11-25 10:00', '2026-11-26');
    expect(plan.stories).toEqual([
      aStory({
        ...shared,
        title: 'Haushalt',
        createdAt: '2026-11-20T09:00:00Z',
        modifiedAt: '2026-11-24T16:30:00.5+01:00',
        event: days,
        tasks: [{ ...task, deadline: at('2026-11-25', '10:00') }],
        publications: [{ ...publication, span: days }],
      }).build(),
    ]);
    expect(plan.events).toEqual([
      aScheduledEvent({
        ...shared,
        title: 'Sitzung',
        span: days,
        contact: 'c',
        links: ['https://x'],
        storyIds: ['4711'],
        tasks: [task],
      }),
    ]);
    expect(plan.unreadable).toEqual([]);
  });

  it('takes null and empty texts for absent, and ignores what it does not know', () => {
    const nothing = {
      slug: null,
      note: '',
      tasks: null,
      publications: null,
      event: null,
      groups: ['', null],
      more: {},
    };
    const plan = planOf({ stories: [story(nothing)] });
    expect(plan.stories).toEqual([aStory({ title: 'Haushalt' }).build()]);
    expect(Object.keys(plan.stories[0] ?? {})).not.toContain('note');
  });

  it('takes long and odd texts for what they are: data', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '');
        const title = `${text}x`.repeat(50);
        expect(planOf({ stories: [story({ title })] }).stories[0]?.title).toBe(title);
      }),
      { numRuns: 50 },
    );
  });
});

it('loses no record, whatever the records are', () => {
  const anything = fc.array(fc.oneof(fc.jsonValue(), fc.constant(story()), fc.constant(event())), { maxLength: 8 });
  fc.assert(
    fc.property(anything, anything, (stories, events) => {
      const plan = planOf({ stories, events });
      expect(plan.stories.length + plan.events.length + plan.unreadable.length).toBe(stories.length + events.length);
    }),
    { numRuns: 100 },
  );
});

it('reads 20,000 stories', () => {
  const start = { date: '2026-11-25', time: '10:00' };
  const stories = Array.from({ length: 20_000 }, (_, index) =>
    story({
      id: String(index),
      createdAt: '2026-11-20T09:00:00Z',
      tasks: [due(start), due(start)],
      publications: [
        { platform: 'Print', start, end: start },
        { platform: 'Online', start },
      ],
    }),
  );
  const bytes = new TextEncoder().encode(aDocument({ stories }));
  expect(valid(readPlanningData(bytes)).plan.stories).toHaveLength(20_000);
});
