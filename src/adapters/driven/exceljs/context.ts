import type { WorkbookContent } from '../../../application/ports/spreadsheet-renderer.ts';
import { Lateness } from './attention.ts';
import { DayWindows } from './day-windows.ts';
import { longDate, longMoment, MomentWords } from './moments.ts';
import type { Column } from './sheet.ts';
import { WORDING, type Wording } from './wording.ts';
import { ZoneClock } from './zone-clock.ts';

/** What the sheets of one workbook have in common. */
export interface Context {
  readonly content: WorkbookContent;
  readonly words: Wording;
  readonly moments: MomentWords;
  readonly days: DayWindows;
  readonly clock: ZoneClock;
  /** As of the collection: bytes are a function of it, and an outage has no better now. */
  readonly lateness: Lateness;
  /** By story id: the ids of the plan's events that name it. */
  readonly eventsOfStory: ReadonlyMap<string, readonly string[]>;
  /** As of when in the organisation's zone, and which days. */
  readonly title: string;
}

export const contextOf = (content: WorkbookContent): Context => {
  const words = WORDING[content.locale];
  const asOf = words.asOf(longMoment(content.collectedAt, content.timeZone, words), content.timeZone);
  return {
    content,
    words,
    moments: new MomentWords(words, content.window.firstDay),
    days: new DayWindows(content.window),
    clock: new ZoneClock(content.timeZone),
    lateness: new Lateness(content.collectedAt.toZonedDateTimeISO(content.timeZone).toPlainDateTime().toString()),
    eventsOfStory: eventsByStory(content),
    // The newsroom's name comes last: it is the one part that may be too long for the page.
    title: [words.plans[content.kind], asOf, words.covers(daysCovered(content)), content.organisationName].join(' – '),
  };
};

const eventsByStory = ({ selection }: WorkbookContent): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const { id, storyIds } of selection.events) {
    for (const story of storyIds) {
      const known = ids.get(story);
      if (known === undefined) ids.set(story, [id]);
      else known.push(id);
    }
  }
  return ids;
};

/** The first and the last day of the window, in words. */
export const daysCovered = ({ locale, window }: WorkbookContent): string => {
  const words = WORDING[locale];
  return words.days(longDate(window.firstDay, words), longDate(window.days.at(-1) ?? window.firstDay, words));
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

/** An id or an address: for looking up, on screen, and never a reason for a higher row. */
export const reference = <Row>(heading: string, value: (row: Row) => string | undefined): Column<Row> => ({
  heading,
  width: 18,
  kind: 'reference',
  value,
  screenOnly: true,
});
