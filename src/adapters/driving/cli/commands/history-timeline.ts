import { Temporal } from 'temporal-polyfill';
import type { Organisation } from '../../../../application/ports/organisation-directory.ts';
import type { TableRow } from '../../../../application/ports/table-renderer.ts';
import type { ToldChange, ToldHealth } from '../../../../application/replaying-history/replaying-history.ts';
import type { HealthFact } from '../../../../domain/backup-health/events.ts';
import type { AttemptRecord, TimelineEntry } from '../../../../domain/history/timeline.ts';
import { impossible } from '../../../../domain/impossible.ts';
import { attemptSaid } from '../../../shared/wording/attempts.ts';
import { factSaid } from '../../../shared/wording/facts.ts';
import { healthSaid } from '../../../shared/wording/health.ts';
import { personSaid } from '../../../shared/wording/people.ts';
import { factLine } from '../change-report.ts';
import type { CallContext } from '../command.ts';
import { localMoment } from '../local-moment.ts';
import { aligned } from '../table.ts';
import type { HistoryReport } from './history-report.ts';

/** For whom names and times are said. */
export interface Readers {
  /** Undefined where no plan was given: then ids have no names. */
  readonly people: Organisation | undefined;
  readonly timeZone: string;
}

/** Everybody who ever changed anything, or was to be told of it: was an administrator once. */
interface Acquainted extends Readers {
  readonly once: ReadonlySet<string>;
}

const BEFORE_ALL = '1980-01-01T00:00:00Z';

type Entry = TimelineEntry<ToldChange, ToldHealth>;
type Told = Pick<ToldChange, 'notices'>;
type Given = Pick<CallContext, 'words' | 'locale'>;

/** Every change and every attempt, oldest first. */
export const timelineReport = (
  organisationId: string,
  entries: readonly Entry[],
  given: Readers,
  context: Given,
): HistoryReport => {
  const readers: Acquainted = { ...given, once: administratorsOf(entries) };
  const { columns } = context.words.audit;
  const widths = [9, 22, 20, 26, 16, 16, 32, 44, 44, 44];
  const headings = [...columns.slice(0, 2), `${columns[2]} (${readers.timeZone})`, ...columns.slice(3)];
  return {
    document: documentOf(organisationId, entries, readers),
    lines: linesOf(entries, readers, context),
    columns: headings.map((heading, index) => ({ heading, width: widths[index] ?? 20 })),
    sections: entries.map((entry) => rowsOf(entry, readers, context)),
    lastAt: Temporal.Instant.from(entries.at(-1)?.occurredAt ?? BEFORE_ALL),
  };
};

const documentOf = (organisation: string, entries: readonly Entry[], { people }: Readers): object => {
  const named = (id: string): object => {
    const name = people?.administrators.find((administrator) => administrator.id === id)?.name;
    return name === undefined ? { id } : { id, name };
  };
  const changes = entries.flatMap((entry) => (entry.kind === 'change' ? [entry.change] : []));
  const attempts = entries.flatMap((entry) => (entry.kind === 'attempt' ? [entry.attempt] : []));
  const health = entries.flatMap((entry) => (entry.kind === 'health' ? [entry.health] : []));
  return {
    organisation,
    changes: changes.map(({ actorId, recipientIds, ...rest }) => ({
      ...rest,
      actor: named(actorId),
      toBeTold: recipientIds.map(named),
    })),
    attempts: attempts.map(({ actorId, event, ...rest }) => ({ ...rest, actor: named(actorId), ...event })),
    health: health.map(({ actorId, recipientIds, ...rest }) => ({
      ...rest,
      actor: named(actorId),
      toBeTold: recipientIds.map(named),
    })),
  };
};

/** What was changed is one line each; the other columns stand at the first. */
const linesOf = (entries: readonly Entry[], readers: Acquainted, context: Given): readonly string[] => {
  const { words } = context;
  const [version, when, who, what, told] = words.history.columns;
  const rows = entries.flatMap((entry) => {
    const { actorId, requestId } = circumstancesOf(entry);
    const lines = [
      ...whatLines(entry, context),
      ...(entry.kind === 'attempt' ? [] : [`${told}: ${toldText(toldOf(entry), readers, context)}`]),
      ...(requestId === null ? [] : [`${words.audit.request}: ${requestId}`]),
    ];
    const head = [
      entry.kind === 'change' ? String(entry.change.version) : '',
      localMoment(entry.occurredAt, readers.timeZone),
      actorText(actorId, readers, context),
    ];
    return lines.map((line, index) => [...(index === 0 ? head : ['', '', '']), line]);
  });
  return aligned([[version, `${when} (${readers.timeZone})`, who, what], ...rows]);
};

const circumstancesOf = (entry: Entry): { readonly actorId: string; readonly requestId: string | null } => {
  switch (entry.kind) {
    case 'change':
      return entry.change;
    case 'attempt':
      return entry.attempt;
    case 'health':
      return entry.health;
    default:
      return impossible(entry satisfies never);
  }
};

const whatLines = (entry: Entry, context: Given): readonly string[] => {
  switch (entry.kind) {
    case 'change':
      return factLines(entry.change, context);
    case 'attempt':
      return [attemptLine(entry.attempt, context)];
    case 'health':
      return entry.health.facts.map((fact) => healthLine(fact, context));
    default:
      return impossible(entry satisfies never);
  }
};

const toldOf = (entry: Exclude<Entry, { kind: 'attempt' }>): Told =>
  entry.kind === 'change' ? entry.change : entry.health;

const healthLine = (fact: HealthFact, { locale }: Given): string => {
  const { what, detail } = healthSaid(fact, locale);
  return `${what}: ${detail}`;
};

const factLines = ({ facts }: ToldChange, { words, locale }: Given): readonly string[] =>
  facts.flatMap((fact) => factSaid(fact, locale)).map((fact) => factLine(fact, words));

const attemptLine = ({ event }: AttemptRecord, { locale }: Given): string => {
  const { what, detail } = attemptSaid(event, locale);
  return detail === '' ? what : `${what}: ${detail}`;
};

const toldText = ({ notices }: Told, { people, timeZone }: Readers, { words, locale }: Given): string => {
  if (notices.length === 0) return words.history.nobody;
  return notices
    .map((notice) => {
      const at = notice.status === 'waiting' ? '' : ` ${localMoment(notice.at, timeZone)}`;
      return `${personSaid(people, notice.recipientId, locale)}: ${words.history.mails[notice.status]}${at}`;
    })
    .join(', ');
};

/** One thing before and after a row; who, when and who was told stand in each, so that rows can be sorted. */
const rowsOf = (entry: Entry, readers: Acquainted, context: Given): readonly TableRow[] => {
  const { locale } = context;
  const { actorId, requestId } = circumstancesOf(entry);
  const about = [
    entry.occurredAt,
    localMoment(entry.occurredAt, readers.timeZone),
    actorText(actorId, readers, context),
    actorId,
    requestId,
  ];
  if (entry.kind === 'attempt') {
    const { what, detail } = attemptSaid(entry.attempt.event, locale);
    return [[null, ...about, what, null, detail, null]];
  }
  if (entry.kind === 'health') {
    const told = toldText(entry.health, readers, context);
    return entry.health.facts.map((fact) => {
      const { what, detail } = healthSaid(fact, locale);
      return [null, ...about, what, null, detail, told];
    });
  }
  const { version, facts } = entry.change;
  const told = toldText(entry.change, readers, context);
  return facts
    .flatMap((fact) => factSaid(fact, locale))
    .map(({ what, from, to }) => [version, ...about, what, from ?? null, to ?? null, told]);
};

const actorText = (id: string, { people, once }: Acquainted, { locale }: Given): string =>
  personSaid(people, id, locale, once.has(id));

const administratorsOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap((entry) => {
      if (entry.kind === 'change') return [entry.change.actorId, ...entry.change.recipientIds];
      return entry.kind === 'health' ? entry.health.recipientIds : [];
    }),
  );
