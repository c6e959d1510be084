import { createHash } from 'node:crypto';
import type {
  RenderedWorkbook,
  SpreadsheetRenderer,
  WorkbookContent,
} from '../../../application/ports/spreadsheet-renderer.ts';
import { type Context, contextOf } from './context.ts';
import { eventColumns, eventRows } from './event-plan.ts';
import { infoSheet } from './info-sheet.ts';
import { longTextSheet } from './long-text-sheet.ts';
import { longMoment } from './moments.ts';
import { needsALookSheet } from './needs-a-look-sheet.ts';
import type { PlanRow } from './plan-row.ts';
import { publicationSheet } from './publication-sheet.ts';
import type { Column, Sheet } from './sheet.ts';
import { footer } from './sheet-setup.ts';
import { storyColumns, storyRows } from './story-plan.ts';
import { STYLES } from './styles.ts';
import { taskSheet } from './task-sheet.ts';
import { Workbook } from './workbook.ts';

/**
 * Writes an `.xlsx` workbook that Excel, LibreOffice and Google Sheets read. Its sheets: what needs a look (where
 * there is something), the plan, on which it opens, tasks, publications, long texts (where there are some), info.
 * `rows` counts the plan's.
 */
export class ExceljsSpreadsheetRenderer implements SpreadsheetRenderer {
  async render(content: WorkbookContent): Promise<RenderedWorkbook> {
    const context = contextOf(content);
    const workbook = await Workbook.open({
      words: context.words,
      styles: STYLES[content.locale],
      footer: footerOf(context),
      writtenAt: new Date(content.collectedAt.epochMilliseconds),
    });
    const needsALook = needsALookSheet(context);
    if (needsALook.rows.length > 0) await workbook.write(needsALook);
    const openOn = workbook.rows.size;
    const rows =
      content.kind === 'story-plan'
        ? await writeStoryPlan(workbook, context, needsALook.rows.length)
        : await writeEventPlan(workbook, context, needsALook.rows.length);
    const longTexts = workbook.longTexts.all();
    if (longTexts.length > 0) await workbook.write(longTextSheet(context, longTexts));
    await workbook.write(infoSheet(context, workbook.rows));
    const bytes = await workbook.finish(openOn);
    return { bytes, rows, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}

const writeStoryPlan = async (workbook: Workbook, context: Context, unreadable: number): Promise<number> => {
  const plan = planSheet(context, storyRows(context), storyColumns(context), unreadable, 4);
  await workbook.write(plan);
  await workbook.write(taskSheet(context));
  await workbook.write(publicationSheet(context));
  return plan.rows.length;
};

const writeEventPlan = async (workbook: Workbook, context: Context, unreadable: number): Promise<number> => {
  const plan = planSheet(context, eventRows(context), eventColumns(context), unreadable, 5);
  await workbook.write(plan);
  await workbook.write(taskSheet(context));
  return plan.rows.length;
};

const planSheet = <Item extends { readonly id: string; readonly title: string }>(
  { content, words, title }: Context,
  rows: readonly PlanRow<Item>[],
  columns: readonly Column<PlanRow<Item>>[],
  unreadable: number,
  frozenColumns: number,
): Sheet<PlanRow<Item>> => {
  const { hints, sheets, plans } = words;
  const records = new Set(rows.map((row) => row.record)).size;
  const hint = [
    unreadable > 0 ? hints.unreadable(unreadable, sheets.needsALook) : '',
    hints.planned(content.kind, records, rows.length),
    content.confidentialLeftOut ? hints.confidential.leftOut : hints.confidential.included,
  ];
  return {
    name: plans[content.kind],
    title,
    hint: hint.filter(Boolean).join(' '),
    columns,
    rows,
    frozenColumns,
    group: ({ day }) => day,
    label: ({ record }) => `${record.title} (${record.id})`,
    nothing: hints.nothing[content.kind],
  };
};

const footerOf = ({ content, words }: Context): string => {
  const asOf = words.asOf(longMoment(content.collectedAt, content.timeZone, words), content.timeZone);
  return footer(`${words.plans[content.kind]} ${content.organisationName}`, asOf, words.page);
};
