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
import { needsALookSheet, unreadableOf } from './needs-a-look-sheet.ts';
import { planSheet } from './plan-sheet.ts';
import { publicationSheet } from './publication-sheet.ts';
import { footer } from './sheet-setup.ts';
import { storyColumns, storyRows } from './story-plan.ts';
import { STYLES } from './styles.ts';
import { taskSheet } from './task-sheet.ts';
import { Workbook } from './workbook.ts';

/**
 * Writes an `.xlsx` workbook that Excel, LibreOffice and Google Sheets read. Its sheets: what needs a look (where
 * there is something), the plan by day, on which it opens, tasks, publications, long texts (where there are some), info.
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
    const unreadable = unreadableOf(content).length;
    if (unreadable > 0) await workbook.write(needsALookSheet(context));
    const openOn = workbook.rows.size;
    const rows =
      content.kind === 'story-plan'
        ? await writeStoryPlan(workbook, context, unreadable)
        : await writeEventPlan(workbook, context, unreadable);
    const longTexts = workbook.longTexts.all();
    if (longTexts.length > 0) await workbook.write(longTextSheet(context, longTexts));
    await workbook.write(infoSheet(context, workbook.rows));
    const bytes = await workbook.finish(openOn);
    return { bytes, rows, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}

const writeStoryPlan = async (workbook: Workbook, context: Context, unreadable: number): Promise<number> => {
  const rows = storyRows(context);
  await workbook.write(planSheet(context, { rows, columns: storyColumns(context), unreadable, frozenColumns: 5 }));
  await workbook.write(taskSheet(context));
  await workbook.write(publicationSheet(context));
  return rows.length;
};

const writeEventPlan = async (workbook: Workbook, context: Context, unreadable: number): Promise<number> => {
  const rows = eventRows(context);
  await workbook.write(planSheet(context, { rows, columns: eventColumns(context), unreadable, frozenColumns: 5 }));
  await workbook.write(taskSheet(context));
  return rows.length;
};

const footerOf = ({ content, words }: Context): string => {
  const asOf = words.asOf(longMoment(content.collectedAt, content.timeZone, words), content.timeZone);
  return footer(`${words.plans[content.kind]} ${content.organisationName}`, asOf, words.page);
};
