import { type Day, instantBefore, nextPaper, plusDays } from './calendar.ts';
import { kinds, pages } from './kinds.ts';
import { makeTasks, pick } from './make-tasks.ts';
import type { Kind, Ressort, StoryMore, StorySketch } from './material.ts';
import { isFree } from './people.ts';
import type { CustomField, Publication, Story, Task } from './plan-file.ts';
import { slugOf, spanOf } from './words.ts';

const statusOf = (day: Day, n: number, tasks: readonly Task[]): string => {
  if (tasks.every(({ done }) => done)) return pick(['abgenommen', 'wartet auf Abnahme', 'abgenommen'], n);
  if (day.offset > 3) return pick(['angenommen', 'Idee', 'angenommen', 'angenommen'], n);
  const usual = ['angenommen', 'in Arbeit', 'angenommen', 'in Arbeit', 'angenommen', 'angenommen', 'geschoben'];
  return pick(day.offset === 0 ? ['in Arbeit', 'wartet auf Abnahme', 'in Arbeit', 'angenommen'] : usual, n);
};

const categoryOf = (platform: string, ressort: Ressort, n: number): string => {
  const [first, last] = pages[ressort];
  if (platform === 'Print') return `${ressort}, S. ${n % 10 === 0 ? 1 : first + (n % (last - first + 1))}`;
  return platform === 'Online' ? `${ressort} › ${n % 3 === 0 ? 'Top' : 'Übersicht'}` : ressort;
};

const publicationsOf = (
  id: string,
  kind: Kind,
  ressort: Ressort,
  day: Day,
  n: number,
  more: StoryMore,
  tasks: readonly Task[],
  slug: string,
): readonly Publication[] =>
  kinds[kind].publications.map(({ platform, scope, time, uses }, at) => {
    const used = uses.flatMap((use) => tasks[use] ?? []);
    const ownDay = plusDays(day.date, more.later ?? 0);
    const date = time !== undefined ? ownDay : platform === 'Print' ? nextPaper(ownDay) : plusDays(ownDay, 1);
    const end = plusDays(date, more.days ?? 0);
    // Nothing goes online before its last part is due.
    const start =
      time === undefined
        ? { date }
        : {
            date,
            time: used.reduce(
              (latest, { deadline }) =>
                deadline?.time !== undefined && deadline.time > latest ? deadline.time : latest,
              time,
            ),
          };
    return {
      id: `p-${id}-${at + 1}`,
      platform,
      category: categoryOf(platform, ressort, n),
      type: kind,
      status: pick(['geplant', 'geplant', 'platziert', 'frei zur Veröffentlichung'], n + at),
      ...(scope === undefined ? {} : { scope }),
      start,
      end: end === date ? start : { date: end },
      taskIds: used.map((task) => task.id),
      ...(platform === 'Online' && n % 3 === 0
        ? { url: `https://www.elbkurier.example/${ressort.toLowerCase()}/${slug}-${id}` }
        : {}),
    };
  });

const fees = ['80 €', '140 €', '220 €', '65 € je Bild', 'pauschal 310 €', 'nach Zeilen'];
const rights = [
  'einmalig Print und Online',
  'alle Rechte',
  'Nennung: © Fotograf/Elbkurier',
  'Social Media nur nach Rückfrage',
];

const fieldsOf = (more: StoryMore, tasks: readonly Task[], n: number): readonly CustomField[] => {
  const freelance = tasks.some((task) => task.assignees?.some(isFree));
  return Object.entries({
    ...(freelance && n % 2 === 0 ? { Honorar: pick(fees, n) } : {}),
    ...(tasks.some((task) => task.format === 'foto') && n % 3 === 0 ? { Bildrechte: pick(rights, n) } : {}),
    ...more.fields,
  }).map(([name, value]) => ({ name, value }));
};

/** The n-th story of the week, planned for one day: nothing of it is dated before that day. */
export const makeStory = (
  ressort: Ressort,
  [kind, title, note, more = {}]: StorySketch,
  day: Day,
  n: number,
  firstNight: string,
): Story => {
  const id = String(40_101 + n * 7);
  const slug = slugOf(title);
  const formats = kinds[kind].formats.map((format) =>
    more.unassigned || (day.offset >= 0 && (n + format.length) % 13 === 5) ? `${format}?` : format,
  );
  const tasks = makeTasks({
    ownerId: id,
    ressort,
    formats,
    date: day.date,
    offset: day.offset,
    seed: n,
    finished: more.status === 'abgenommen',
    ...(more.due === undefined ? {} : { deadlines: [{ date: day.date, time: more.due }] }),
  });
  const customFields = fieldsOf(more, tasks, n);
  const ageInDays = 2 + (n % 9);
  return {
    id,
    title,
    ...(n % 4 === 3 ? {} : { slug }),
    status: more.status ?? statusOf(day, n, tasks),
    note,
    confidential: more.confidential ?? false,
    groups: n % 6 === 1 && ressort !== 'Online' ? [ressort, 'Online'] : [ressort],
    ...(more.at === undefined ? {} : { location: more.at }),
    createdAt: instantBefore(firstNight, ageInDays, n * 37),
    modifiedAt: instantBefore(firstNight, 1 + (n % 2 === 0 ? 0 : ageInDays - 2), 11 * 60 + n * 13),
    ...(more.hours === undefined ? {} : { event: spanOf(more.hours, day.date) }),
    tasks,
    publications: publicationsOf(id, kind, ressort, day, n, more, tasks, slug),
    ...(customFields.length === 0 ? {} : { customFields }),
  };
};
