import { Temporal } from 'temporal-polyfill';
import type { ToldChange, ToldHealth } from '../../../../application/replaying-history/replaying-history.ts';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { TimelineEntry } from '../../../../domain/history/timeline.ts';
import { impossible } from '../../../../domain/impossible.ts';
import { attemptSaid } from '../../../shared/wording/attempts.ts';
import { type FactSaid, factSaid } from '../../../shared/wording/facts.ts';
import { healthSaid } from '../../../shared/wording/health.ts';
import { type KnownPeople, personSaid } from '../../../shared/wording/people.ts';
import type { Filter, Show } from './filter.ts';

export type Entry = TimelineEntry<ToldChange, ToldHealth>;

/** One entry in words. */
export interface EntrySaid {
  /** Null for what changed no settings. */
  readonly version: number | null;
  readonly occurredAt: string;
  readonly who: string;
  readonly requestId: string | null;
  readonly facts: readonly FactSaid[];
  /** Null for what was tried only: nobody is told of that. */
  readonly notices: ToldChange['notices'] | null;
}

/** Those that the filter lets through, latest first, in words. */
export const entriesSaid = (
  entries: readonly Entry[],
  filter: Filter,
  people: KnownPeople,
  locale: Locale,
): readonly EntrySaid[] => {
  const once = new Set(
    entries.flatMap((entry) => {
      if (entry.kind === 'change') return [entry.change.actorId, ...entry.change.recipientIds];
      return entry.kind === 'health' ? entry.health.recipientIds : [];
    }),
  );
  return entries
    .filter((entry) => isShown(entry, filter.show) && isWithin(entry, filter))
    .map((entry) => entrySaid(entry, people, once, locale))
    .filter((said) => contains(said, filter.search, people, locale))
    .reverse();
};

const entrySaid = (entry: Entry, people: KnownPeople, once: ReadonlySet<string>, locale: Locale): EntrySaid => {
  const about = ({ actorId, requestId }: Pick<ToldChange, 'actorId' | 'requestId'>) => ({
    ...{ occurredAt: entry.occurredAt, requestId, who: personSaid(people, actorId, locale, once.has(actorId)) },
  });
  const factOf = ({ what, detail }: { readonly what: string; readonly detail: string }): FactSaid =>
    detail === '' ? { what } : { what, to: detail };
  switch (entry.kind) {
    case 'change': {
      const { version, facts, notices } = entry.change;
      return { ...about(entry.change), version, facts: facts.flatMap((fact) => factSaid(fact, locale)), notices };
    }
    case 'attempt': {
      const fact = factOf(attemptSaid(entry.attempt.event, locale));
      return { ...about(entry.attempt), version: null, facts: [fact], notices: null };
    }
    case 'health': {
      const { facts, notices } = entry.health;
      const said = facts.map((fact) => factOf(healthSaid(fact, locale)));
      return { ...about(entry.health), version: null, facts: said, notices };
    }
    default:
      return impossible(entry satisfies never);
  }
};

const isShown = (entry: Entry, show: Show): boolean => {
  if (show === 'all') return true;
  if (entry.kind === 'change') return show === 'changes';
  if (entry.kind === 'health') return show === 'health';
  const isUse = entry.attempt.event.type === 'StoredPasswordOpened';
  return isUse ? show === 'uses' : show === 'attempts';
};

const isWithin = ({ occurredAt }: Entry, { fromInstant, beforeInstant }: Filter): boolean => {
  const at = Temporal.Instant.from(occurredAt);
  const isFrom = fromInstant === null || Temporal.Instant.compare(at, fromInstant) >= 0;
  return isFrom && (beforeInstant === null || Temporal.Instant.compare(at, beforeInstant) < 0);
};

const contains = (said: EntrySaid, search: string, people: KnownPeople, locale: Locale): boolean => {
  if (search === '') return true;
  const told = said.notices?.map(({ recipientId }) => personSaid(people, recipientId, locale)) ?? [];
  const facts = said.facts.flatMap(({ what, from = '', to = '' }) => [what, from, to]);
  return [said.who, said.requestId ?? '', ...facts, ...told].some((text) => text.toLowerCase().includes(search));
};
