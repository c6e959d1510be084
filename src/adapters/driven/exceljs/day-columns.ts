import type { LocalDate, LocalTime } from '../../../domain/schedule/local-date.ts';
import { type Flag, flagsInLines } from './attention.ts';
import { text } from './context.ts';
import { weekday } from './moments.ts';
import { dateSerial, timeSerial } from './serial.ts';
import type { Column } from './sheet.ts';
import type { Wording } from './wording.ts';

/** When: a real date, its weekday as a text in the newsroom's language, a real time. */
export const whenColumns = <Row>(
  headings: { readonly day: string; readonly weekday: string; readonly time: string },
  words: Wording,
  of: (row: Row) => { readonly date?: LocalDate | undefined; readonly time?: LocalTime | undefined } | undefined,
): readonly Column<Row>[] => {
  const serialOfDate = remembered(dateSerial);
  const serialOfTime = remembered(timeSerial);
  const weekdayOf = remembered((date: LocalDate | undefined) => weekday(date, words));
  return [
    { heading: headings.day, width: 10.5, kind: 'date', value: (row) => serialOfDate(of(row)?.date) },
    text(headings.weekday, 5, (row) => weekdayOf(of(row)?.date)),
    { heading: headings.time, width: 6.5, kind: 'time', value: (row) => serialOfTime(of(row)?.time) },
  ];
};

/** Thousands of rows have the same few days and times. */
const remembered = <Key, Value>(of: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = of(key);
    known.set(key, value);
    return value;
  };
};

export const dayColumns = <Row extends { readonly day: LocalDate; readonly time: LocalTime | undefined }>(
  words: Wording,
): readonly Column<Row>[] => whenColumns(words.columns, words, ({ day, time }) => ({ date: day, time }));

/** What one must not overlook, in words. */
export const attentionColumn = <Row extends { readonly flags: readonly Flag[] }>(words: Wording): Column<Row> => ({
  heading: words.columns.attention,
  width: 16.5,
  kind: 'alert',
  value: ({ flags }) => flagsInLines(flags, words),
});
