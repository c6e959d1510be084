import { Temporal } from 'temporal-polyfill';
import type { FreshnessNow } from '../../../../application/watching-over-nights/watching-over-nights.ts';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { BackupHealthState } from '../../../../domain/backup-health/state.ts';
import type { FileThere } from '../../../../domain/history/files-there.ts';
import type { NightKind, StripNight } from '../../../../domain/history/strip.ts';
import { ageSaid, freshnessWords, verdictSaid } from '../../../shared/wording/freshness.ts';
import { localMoment } from '../local-moment.ts';
import type { Words } from '../wording/words.ts';

/** Whether the files can be relied on, how old each is, and the next night: rows of a name and a value. */
export const freshnessRows = (
  freshness: FreshnessNow,
  health: BackupHealthState,
  words: Words,
  locale: Locale,
): readonly (readonly string[])[] => {
  const { files } = freshness;
  const day = (date: string): string => date;
  return [
    [words.status.files, verdictSaid(freshness, locale, { day })],
    ...(health.status === 'failing' ? [[words.status.failing, words.status.failingSince(health.since)]] : []),
    ...(['story-plan', 'event-plan'] as const).map((kind) => {
      const file = files.find((one) => one.kind === kind);
      return [words.plans[kind], file === undefined ? words.status.noFile : fileText(file, freshness, words, locale)];
    }),
    [words.status.nextNight, nextNightText(freshness, words)],
  ];
};

const fileText = (
  { collectedAt, replacedAt, night, rows }: FileThere,
  { at, timeZone }: FreshnessNow,
  words: Words,
  locale: Locale,
): string => {
  const age = ageSaid(collectedAt, at, timeZone, locale);
  const [plan, putThere] = [localMoment(collectedAt, timeZone), localMoment(replacedAt, timeZone)];
  return words.status.file({ plan, age, putThere, night, rows: words.night.rows(rows) });
};

const nextNightText = ({ next, at, timeZone }: FreshnessNow, { status }: Words): string => {
  if (next === null) return status.noNextNight;
  const isOver = Temporal.Instant.compare(next.dueAt, at) <= 0;
  return isOver ? status.soon(next.night) : localMoment(next.dueAt, timeZone);
};

/** The last nights, a letter each and the weeks apart, and what the letters mean. */
export const stripLines = (strip: readonly StripNight[], { status }: Words, locale: Locale): readonly string[] => {
  const [first, last] = [strip.at(0), strip.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { kinds } = freshnessWords(locale);
  const letters = strip.map(({ night, kind }) => (isMonday(night) ? ' ' : '') + status.letters[kind]);
  const found = (Object.keys(kinds) as NightKind[]).flatMap((kind) => {
    const count = strip.filter((night) => night.kind === kind).length;
    return count === 0 ? [] : [`${status.letters[kind]} ${count} ${kinds[kind]}`];
  });
  return [`${status.strip(first.night, last.night)}:`, `  ${letters.join('').trim()}`, `  ${found.join(', ')}`];
};

const isMonday = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek === 1;
