import { Temporal } from 'temporal-polyfill';
import type { Organisation } from '../../../../application/ports/organisation-directory.ts';
import type { ToldChange } from '../../../../application/replaying-history/replaying-history.ts';
import { settingsOf } from '../../../../domain/backup-configuration/state.ts';
import { factSaid } from '../../../shared/wording/facts.ts';
import { CallFailed } from '../call-failed.ts';
import { factLine, personText } from '../change-report.ts';
import type { CallContext, CliCommand } from '../command.ts';
import { oneOf } from '../reading-options.ts';
import { aligned } from '../table.ts';

/** Every change of one organisation's settings, oldest first. A plan gives people their names. */
export const history: CliCommand = {
  name: 'history',
  required: ['organisation'],
  optional: ['plan', 'format'],
  run: async (context, { organisation: id = '', plan: planFile, format }) => {
    const { installation, place, words } = context;
    oneOf('--format', ['table', 'json'], format, words);
    const people = planFile === undefined ? undefined : (await installation.readPeople(planFile)).organisation;
    if (people !== undefined && people.id !== id)
      throw new CallFailed(2, 'OtherOrganisation', words.otherOrganisation(id, people.id));
    const opened = installation.hasState(place) ? await context.open({ plan: null }) : undefined;
    const changes = (await opened?.backup.history.changes(id)) ?? [];
    if (opened === undefined || changes.length === 0)
      throw new CallFailed(2, 'OrganisationUnknown', words.organisationUnknown(id, place.dataDirectory));
    const { state } = await opened.backup.history.configuration(id);
    const timeZone = people?.timeZone ?? settingsOf(state)?.timeZone ?? 'UTC';
    context.output.result({ organisation: id, changes: changes.map((change) => documentOf(change, people)) }, [
      ...tableOf(changes, people, timeZone, context),
    ]);
    return 0;
  },
};

const documentOf = (change: ToldChange, people: Organisation | undefined): object => {
  const named = (id: string): object => {
    const name = people?.administrators.find((administrator) => administrator.id === id)?.name;
    return name === undefined ? { id } : { id, name };
  };
  const { actorId, recipientIds, ...rest } = change;
  return { ...rest, actor: named(actorId), toBeTold: recipientIds.map(named) };
};

/** What was changed is one line each; the other columns stand at the first. */
const tableOf = (
  changes: readonly ToldChange[],
  people: Organisation | undefined,
  timeZone: string,
  { words, locale }: CallContext,
): readonly string[] => {
  const [version, when, who, what, told] = words.history.columns;
  const rows = changes.flatMap((change) => {
    const names = change.notices.map((notice) => {
      const at = notice.status === 'waiting' ? '' : ` ${momentText(notice.at, timeZone)}`;
      return `${personText(people, notice.recipientId)}: ${words.history.mails[notice.status]}${at}`;
    });
    const facts = change.facts.flatMap((fact) => factSaid(fact, locale)).map((fact) => factLine(fact, words));
    const lines = [...facts, `${told}: ${names.length === 0 ? words.history.nobody : names.join(', ')}`];
    const head = [String(change.version), momentText(change.occurredAt, timeZone), personText(people, change.actorId)];
    return lines.map((line, index) => [...(index === 0 ? head : ['', '', '']), line]);
  });
  return aligned([[version, `${when} (${timeZone})`, who, what], ...rows]);
};

const momentText = (instant: string, timeZone: string): string => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`;
};
