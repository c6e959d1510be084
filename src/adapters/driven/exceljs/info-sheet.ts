import type { CellInput } from './cell.ts';
import { type Context, daysCovered } from './context.ts';
import { longDate, longMoment } from './moments.ts';
import { unreadableOf } from './needs-a-look-sheet.ts';
import type { Sheet } from './sheet.ts';

type Row = readonly [fact: string, value: CellInput];

/** Whose plan this is, of when, how much of it there is, and under which settings it was written. */
export const infoSheet = (
  { content, words, title }: Context,
  rowsOfSheets: ReadonlyMap<string, number>,
): Sheet<Row> => {
  const { info, columns, sheets, hints, plans } = words;
  const { night, timeZone, collectedAt } = content;
  return {
    name: sheets.info,
    title,
    hint: content.confidentialLeftOut ? hints.confidential.leftOut : hints.confidential.included,
    frozenColumns: 0,
    label: ([fact]) => fact,
    columns: [
      { heading: columns.fact, width: 38, kind: 'strong', value: ([fact]) => fact },
      { heading: columns.value, width: 125, value: ([, value]) => value },
    ],
    sections: [
      {
        rows: [
          [info.organisation, content.organisationName],
          [info.plan, plans[content.kind]],
          [info.night, longDate(night, words)],
          [info.window, daysCovered(content)],
          [info.timeZone, timeZone],
          [info.asOf, longMoment(collectedAt, timeZone, words)],
          [info.asOfUtc, collectedAt.toString()],
          [info.collection, content.collectionId],
          ...[...rowsOfSheets].map(([sheet, rows]): Row => [words.rows(sheet), rows]),
          [info.unreadable, unreadableOf(content).length],
          [info.confidential, content.confidentialLeftOut ? hints.confidential.leftOut : hints.confidential.included],
          [info.configuration, content.configurationVersion],
          [info.configurationHead, content.configurationHead],
          [info.attention, info.attentionText],
          [info.dates, info.datesText],
          [info.paper, info.paperText],
          [info.documents, info.documentsText],
        ],
      },
    ],
  };
};
