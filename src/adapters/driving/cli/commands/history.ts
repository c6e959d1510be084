import { Temporal } from 'temporal-polyfill';
import type { PlanningBackup } from '../../../../application/planning-backup.ts';
import { settingsOf } from '../../../../domain/backup-configuration/state.ts';
import { harmless, harmlessJson } from '../../../shared/harmless-text/harmless.ts';
import { CallFailed, type ExitCode } from '../call-failed.ts';
import type { CallContext, CliCommand } from '../command.ts';
import { csvOf } from '../csv.ts';
import { writeOutputFile } from '../output-file.ts';
import { oneOf } from '../reading-options.ts';
import { asOfReport } from './history-as-of.ts';
import type { HistoryReport } from './history-report.ts';
import { type Readers, timelineReport } from './history-timeline.ts';

const FORMATS = ['table', 'json', 'csv', 'xlsx'] as const;

/**
 * Every change of one organisation's settings and all that was tried, oldest first, or the settings as they stood at
 * an instant. A plan gives people their names.
 */
export const history: CliCommand = {
  name: 'history',
  required: ['organisation'],
  optional: ['plan', 'at', 'format', 'output'],
  run: async (context, { organisation: id = '', plan: planFile, at, format: asked, output: file }) => {
    const { installation, place, words } = context;
    const format = oneOf('--format', FORMATS, asked, words) ?? 'table';
    if (format === 'xlsx' && file === undefined) throw new CallFailed(2, 'OutputMissing', words.audit.outputMissing);
    const instant = at === undefined ? undefined : readInstant(at, context);
    const people = planFile === undefined ? undefined : (await installation.readPeople(planFile)).organisation;
    if (people !== undefined && people.id !== id)
      throw new CallFailed(2, 'OtherOrganisation', words.otherOrganisation(id, people.id));
    const opened = installation.hasState(place) ? await context.open({ plan: null, use: 'reading' }) : undefined;
    const now = await opened?.backup.history.configuration(id);
    if (opened === undefined || now === undefined || now.state.version === 0)
      throw new CallFailed(2, 'OrganisationUnknown', words.organisationUnknown(id, place.dataDirectory));
    const timeZone = people?.timeZone ?? settingsOf(now.state)?.timeZone ?? 'UTC';
    const report = await reportOf(opened.backup, id, instant, { people, timeZone }, context);
    const title = words.audit.title(people?.name ?? id, instant?.toString() ?? null);
    return answer(context, report, { format: context.output.isJson ? 'json' : format, file, title });
  },
};

const readInstant = (text: string, { words }: CallContext): Temporal.Instant => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new CallFailed(2, 'InstantMalformed', words.audit.instantMalformed(text));
  }
};

const reportOf = async (
  { history }: PlanningBackup,
  id: string,
  instant: Temporal.Instant | undefined,
  readers: Readers,
  context: CallContext,
): Promise<HistoryReport> =>
  instant === undefined
    ? timelineReport(id, await history.timeline(id), readers, context)
    : asOfReport(id, instant.toString(), await history.asOf(id, instant), readers, context);

const answer = async (
  context: CallContext,
  report: HistoryReport,
  wanted: { readonly format: (typeof FORMATS)[number]; readonly file: string | undefined; readonly title: string },
): Promise<ExitCode> => {
  const { format, file } = wanted;
  if (file === undefined && (format === 'table' || format === 'json')) {
    context.output.result(report.document, report.lines);
    return 0;
  }
  const content = await contentOf(report, format, wanted.title, context);
  if (file === undefined) {
    context.stdout.write(content.toString());
    return 0;
  }
  await writeOutputFile(file, [content], context.words);
  context.output.message(context.words.audit.written(file));
  return 0;
};

const contentOf = async (
  report: HistoryReport,
  format: (typeof FORMATS)[number],
  title: string,
  { installation, words, locale }: CallContext,
): Promise<string | Uint8Array> => {
  const { columns, sections } = report;
  switch (format) {
    case 'table':
      return report.lines.map((line) => `${harmless(line)}\n`).join('');
    case 'json':
      return `${harmlessJson(report.document)}\n`;
    case 'csv':
      return csvOf([columns.map(({ heading }) => heading), ...sections.flat()]);
    case 'xlsx':
      return installation.renderTable({
        ...{ locale, name: words.audit.sheet, title, hint: words.audit.hint, columns, sections },
        writtenAt: report.lastAt,
      });
    default:
      return format satisfies never;
  }
};
