import { Temporal } from 'temporal-polyfill';
import type { SettingsAsOf } from '../../../../application/replaying-history/replaying-history.ts';
import { settingsOf } from '../../../../domain/backup-configuration/state.ts';
import { factWords, setUpSaid } from '../../../shared/wording/facts.ts';
import { personSaid } from '../../../shared/wording/people.ts';
import type { CallContext } from '../command.ts';
import { localMoment } from '../local-moment.ts';
import { aligned } from '../table.ts';
import type { HistoryReport } from './history-report.ts';
import type { Readers } from './history-timeline.ts';

type Row = readonly [what: string, value: string];

/** The settings as they stood at an instant, and the nights that were run under them. */
export const asOfReport = (
  organisationId: string,
  at: string,
  then: SettingsAsOf,
  readers: Readers,
  context: Pick<CallContext, 'words' | 'locale'>,
): HistoryReport => {
  const { words } = context;
  const { state, head, madeBy, until, nights } = then;
  const settings = settingsOf(state) ?? null;
  const [about, under] = [aboutRows(at, then, readers, context), nightRows(then, readers, context)];
  return {
    document: {
      ...{ organisation: organisationId, at, status: state.status, version: state.version, head, settings },
      since: madeBy && { occurredAt: madeBy.occurredAt, changeId: madeBy.changeId, actorId: madeBy.actorId },
      ...{ until, nights },
    },
    lines: [
      ...aligned(about),
      '',
      nights.length === 0 ? words.audit.asOf.noNights : `${words.audit.asOf.nights}:`,
      ...aligned(under).map((line) => `  ${line}`),
    ],
    columns: [
      { heading: words.audit.asOf.what, width: 38 },
      { heading: words.audit.asOf.value, width: 110 },
    ],
    sections: [about, under].filter((rows) => rows.length > 0),
    lastAt: Temporal.Instant.from(at),
  };
};

const aboutRows = (
  at: string,
  { state, head, madeBy, until }: SettingsAsOf,
  { people, timeZone }: Readers,
  { words, locale }: Pick<CallContext, 'words' | 'locale'>,
): readonly Row[] => {
  const { asOf } = words.audit;
  const settings = settingsOf(state);
  const moment = (instant: string): string => `${localMoment(instant, timeZone)} (${timeZone}), ${instant}`;
  return [
    [asOf.at, moment(at)],
    [asOf.status, state.status === 'not-set-up' ? asOf.notSetUp : words.status.states[state.status]],
    [asOf.version, String(state.version)],
    ...(head === null ? [] : [[words.status.head, head] as const]),
    ...(madeBy === null
      ? []
      : [[asOf.since, `${moment(madeBy.occurredAt)}, ${personSaid(people, madeBy.actorId, locale)}`] as const]),
    [asOf.until, until === null ? asOf.stillSo : moment(until)],
    ...(settings === undefined
      ? []
      : [
          ...setUpSaid(settings, locale).map(({ what, to = '' }): Row => [what, to]),
          [factWords(locale).fileNames, `${settings.fileNames.storyPlan}, ${settings.fileNames.eventPlan}`] as const,
        ]),
  ];
};

const nightRows = (
  { nights }: SettingsAsOf,
  { timeZone }: Readers,
  { words }: Pick<CallContext, 'words'>,
): readonly Row[] =>
  nights.map(({ night, attempt, outcome, endedAt }): Row => {
    const repeated = attempt > 1 ? `, ${words.status.attempt(attempt)}` : '';
    return [night, `${words.night.outcomes[outcome]}${repeated}, ${localMoment(endedAt, timeZone)}`];
  });
