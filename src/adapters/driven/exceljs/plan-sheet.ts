import { flagsInNumbers } from './attention.ts';
import type { Context } from './context.ts';
import { longDate } from './moments.ts';
import type { PlanRow } from './plan-row.ts';
import type { Column, Section, Sheet } from './sheet.ts';

interface Planned<Record> {
  /** In the sheet's order. */
  readonly rows: readonly PlanRow<Record>[];
  readonly columns: readonly Column<PlanRow<Record>>[];
  readonly unreadable: number;
  readonly frozenColumns: number;
}

/** The plan by day, each under a band that says what the day holds; a day that holds nothing has its band too. */
export const planSheet = <Record extends { readonly id: string; readonly title: string }>(
  { content, words, title }: Context,
  { rows, columns, unreadable, frozenColumns }: Planned<Record>,
): Sheet<PlanRow<Record>> => {
  const { hints, sheets, plans } = words;
  const records = new Set(rows.map((row) => row.record)).size;
  const hint = [
    unreadable > 0 ? hints.unreadable(unreadable, sheets.needsALook) : '',
    hints.planned(content.kind, records, rows.length),
    content.confidentialLeftOut ? hints.confidential.leftOut : hints.confidential.included,
  ];
  // No band says "today": a file that is read a day late would be wrong where it matters.
  const section = (day: PlanRow<Record>['day']): Section<PlanRow<Record>> => {
    const ofDay = rows.filter((row) => row.day === day);
    const band = words.band(content.kind, longDate(day, words), ofDay.length, flagsInNumbers(ofDay, words));
    return { band, rows: ofDay };
  };
  return {
    name: plans[content.kind],
    title,
    hint: hint.filter(Boolean).join(' '),
    columns,
    sections: rows.length === 0 ? [] : content.window.days.map(section),
    frozenColumns,
    label: ({ record }) => `${record.title} (${record.id})`,
    nothing: hints.nothing[content.kind],
  };
};
