import { type Day, plusDays } from './calendar.ts';
import { makeTasks, pick } from './make-tasks.ts';
import type { EventSketch, Group } from './material.ts';
import type { LocalMoment, ScheduledEvent } from './plan-file.ts';
import { slugOf, spanOf } from './words.ts';

/** A report cannot be due before there is something to report; of what begins at night it is due in the morning. */
const deadlineAfter = ({ date, time = '00:00' }: LocalMoment, n: number): LocalMoment => {
  if (time >= '21:00') return { date: plusDays(date, 1), time: '09:30' };
  if (time >= '19:00') return { date, time: '23:20' };
  return { date, time: time >= '16:30' ? '21:30' : pick(['18:00', '17:15', '20:30'], n) };
};

const contacts = [
  'Pressestelle, Frau Ückermann, 040 66969-900',
  'Herr Puttfarcken, 040 66969-902',
  'Büro Dr. Ünver, Herr Maaß, 040 66969-912',
  'Kommunikation, Frau Żak-Petersen, 040 66969-920',
  'Frau d’Hervilly, 040 66969-930, mobil 0171 3920024',
  'Herr Krüß, +49 171 3920027 (nur SMS)',
  'Medienabteilung, 040 66969-940',
];

/** The n-th event of the week. What is covered mostly has a contact. */
export const makeEvent = (
  group: Group,
  [hours, title, location, more = {}]: EventSketch,
  day: Day,
  n: number,
  storyIds: ReadonlyMap<string, string>,
): ScheduledEvent => {
  const id = String(8_801 + n * 3);
  const formats = more.tasks?.split(' ') ?? [];
  const span = spanOf(hours, day.date, more.days);
  const deadlines = formats.map(() => deadlineAfter(span.start, n));
  const contact = more.contact ?? (formats.length > 0 && n % 3 !== 0 ? pick(contacts, n) : undefined);
  return {
    id,
    title,
    ...span,
    ...(n % 3 === 0 ? { slug: slugOf(title) } : {}),
    status: more.status ?? pick(['bestätigt', 'bestätigt', 'akkreditiert', 'vorgemerkt'], n),
    ...(more.note === undefined ? {} : { note: more.note }),
    location,
    ...(contact === undefined ? {} : { contact }),
    ...(more.links === undefined ? {} : { links: more.links }),
    confidential: more.confidential ?? false,
    groups: [group],
    ...(formats.length === 0
      ? {}
      : {
          tasks: makeTasks({
            ownerId: `e${id}`,
            ressort: group === 'Redaktion' ? 'Lokales' : group,
            formats,
            date: day.date,
            offset: day.offset,
            seed: n,
            deadlines,
          }),
        }),
    ...(more.of === undefined ? {} : { storyIds: more.of.map((key) => idOf(key, storyIds)) }),
    ...(more.fields === undefined
      ? {}
      : { customFields: Object.entries(more.fields).map(([name, value]) => ({ name, value })) }),
  };
};

const idOf = (key: string, storyIds: ReadonlyMap<string, string>): string => {
  const id = storyIds.get(key);
  if (id === undefined) throw new Error(`The sample week links an event to the story "${key}", which does not exist.`);
  return id;
};
