import type { WorkbookContent } from '../../../application/ports/spreadsheet-renderer.ts';
import { longDate, longMoment, MomentWords } from './moments.ts';
import type { Column } from './sheet.ts';
import { WORDING, type Wording } from './wording.ts';

/** What the sheets of one workbook have in common. */
export interface Context {
  readonly content: WorkbookContent;
  readonly words: Wording;
  readonly moments: MomentWords;
  /** As of when in the organisation's zone, and which days. */
  readonly title: string;
}

export const contextOf = (content: WorkbookContent): Context => {
  const words = WORDING[content.locale];
  const { days, firstDay } = content.window;
  const asOf = words.asOf(longMoment(content.collectedAt, content.timeZone, words), content.timeZone);
  const covers = words.covers(longDate(firstDay, words), longDate(days.at(-1) ?? firstDay, words));
  return {
    content,
    words,
    moments: new MomentWords(words, firstDay),
    title: `${words.plans[content.kind]} ${content.organisationName} – ${asOf} – ${covers}`,
  };
};

/** Lines of one cell; what is empty is no line. */
export const lines = (values: readonly (string | undefined)[]): string => values.filter(Boolean).join('\n');

/** A column of texts. */
export const text = <Row>(heading: string, width: number, value: (row: Row) => string | undefined): Column<Row> => ({
  heading,
  width,
  value,
});

export const screenOnly = <Row>(column: Column<Row>): Column<Row> => ({ ...column, screenOnly: true });
