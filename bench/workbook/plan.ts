import { Temporal } from 'temporal-polyfill';
import type { WorkbookContent } from '../../src/application/ports/spreadsheet-renderer.ts';
import { datesOf, select } from '../../src/domain/plan/selection.ts';
import { daysTouched, type LocalMoment } from '../../src/domain/plan/span.ts';
import type { Publication, Story, Task } from '../../src/domain/plan/story.ts';
import { readLocalDate, readLocalTime } from '../../src/domain/schedule/local-date.ts';
import { type PlanningWindow, planningWindow, readNight } from '../../src/domain/schedule/night.ts';
import { prose, type Random, seeded, words } from './german.ts';

const ZONE = 'Europe/Berlin';

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the benchmark made what it cannot read');
  return value;
};

/** A story plan whose sheets have so many rows together: plan, tasks and publications. A few more, if the last story has. */
export const contentOf = (rows: number): WorkbookContent => {
  const window = planningWindow(must(readNight('2026-11-25', ZONE)), ZONE);
  const random = seeded(20_261_125);
  const stories: Story[] = [];
  for (let made = 0; made < rows; ) {
    const story = storyOf(random, stories.length, window);
    stories.push(story);
    made += rowsOf(story, window);
  }
  return {
    kind: 'story-plan',
    organisationName: 'Elbkurier',
    locale: 'de',
    timeZone: ZONE,
    night: must(readNight('2026-11-25', ZONE)),
    window,
    selection: select({ stories, events: [], unreadable: [] }, window, 'include'),
    collectedAt: Temporal.Instant.from('2026-11-25T01:28:14Z'),
    collectionId: 'c0ffee'.repeat(10),
    confidentialLeftOut: false,
    configurationVersion: 7,
    configurationHead: 'a3f1'.repeat(16),
  };
};

const rowsOf = (story: Story, window: PlanningWindow): number =>
  new Set(datesOf(story).flatMap((span) => daysTouched(span, window))).size +
  story.tasks.length +
  story.publications.length;

const PEOPLE = Array.from({ length: 120 }, (_, index) => {
  const random = seeded(index);
  const [first, last] = [prose(random, 14), prose(random, 18)].map((text) => text.replaceAll(' ', '-') || 'Klein');
  return { name: `${first} ${last}`, email: `p${index}@elbkurier.example`, phone: `040 66969-${100 + index}` };
});

const storyOf = (random: Random, index: number, window: PlanningWindow): Story => {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]): T => must(values[below(values.length)]);
  const moment = (): LocalMoment => ({
    date: must(readLocalDate(pick(window.days))),
    ...(random() < 0.8
      ? { time: must(readLocalTime(`${String(8 + below(13)).padStart(2, '0')}:${pick(['00', '15', '30'])}`)) }
      : {}),
  });
  const tasks = Array.from(
    { length: 1 + below(3) },
    (_, task): Task => ({
      id: `t${index}-${task}`,
      format: pick(['text', 'foto', 'grafik', 'video', 'social']),
      ...(random() < 0.4 ? { title: words(random, 3) } : {}),
      status: pick(['offen', 'angefragt', 'zugesagt', 'in Arbeit', 'erledigt']),
      assignees: random() < 0.15 ? [] : [pick(PEOPLE)],
      deadline: moment(),
      done: random() < 0.2,
    }),
  );
  const publications = Array.from(
    { length: 1 + below(2) },
    (_, publication): Publication => ({
      id: `p${index}-${publication}`,
      platform: pick(['Print', 'Online', 'E-Paper', 'Podcast', 'Instagram', 'Video']),
      category: pick(['Lokales, S. 1', 'Lokales › Top', 'Politik', 'Wirtschaft', 'Kultur, S. 18', 'Sport']),
      type: pick(['Aufmacher', 'Meldung', 'Bericht']),
      scope: `${20 + below(100)} Zeilen`,
      span: { start: moment() },
      taskIds: tasks.flatMap(({ id }) => id ?? []),
      ...(random() < 0.2 ? { url: `https://elbkurier.example/${index}/${publication}` } : {}),
    }),
  );
  return {
    id: String(470_000 + index),
    title: words(random, 3 + below(6)),
    slug: words(random, 2),
    status: pick(['angenommen', 'in Arbeit', 'wartet auf Abnahme', 'abgenommen']),
    note: prose(random, below(401)),
    location: random() < 0.5 ? words(random, 2) : 'Rathaus',
    confidential: random() < 0.05,
    groups: [pick(['Lokales', 'Politik', 'Wirtschaft', 'Kultur', 'Sport'])],
    createdAt: `2026-11-${10 + below(10)}T09:${10 + below(50)}:00Z`,
    modifiedAt: `2026-11-${20 + below(5)}T16:${10 + below(50)}:00Z`,
    tasks,
    publications,
    customFields: random() < 0.3 ? [{ name: 'Umfang', value: words(random, 2) }] : [],
  };
};
