import type { CellInput } from './cell.ts';
import type { CellKind } from './styles.ts';

/** A sheet as a table: what stands above it, its columns, its rows in their order. */
export interface Sheet<Row> {
  readonly name: string;
  /** Above the headings: as of when, and what to know. */
  readonly title: string;
  readonly hint: string;
  readonly columns: readonly Column<Row>[];
  readonly sections: readonly Section<Row>[];
  /** So many columns stay in sight when the sheet is scrolled to the right. */
  readonly frozenColumns: number;
  /** Whose row it is, to say where a long text comes from. */
  readonly label: (row: Row) => string;
  /** Stands there instead of rows. */
  readonly nothing?: string;
}

/** Rows that belong together, such as a day's: they share a background, and a line is drawn above them. */
export interface Section<Row> {
  /** Stands above them, across the sheet. A day without rows can have one, to say so. */
  readonly band?: string;
  readonly rows: readonly Row[];
}

export interface Column<Row> {
  readonly heading: string;
  /** In digits of the default font. */
  readonly width: number;
  readonly kind?: CellKind;
  readonly value: (row: Row) => CellInput;
  /** An address that the cell leads to, if it is one that a link may have; see `linkTarget`. */
  readonly link?: (row: Row) => string | undefined;
  /** On screen only: what comes from here on stands to the right of the printed page. */
  readonly screenOnly?: boolean;
}

/** Row of the headings; the rows of the table follow it. */
export const HEADING_ROW = 3;

export const rowsIn = <Row>(sheet: Sheet<Row>): number =>
  sheet.sections.reduce((sum, { rows }) => sum + rows.length, 0);

/** Its table's last row; bands are rows of the table too. */
export const lastRowOf = <Row>(sheet: Sheet<Row>): number =>
  HEADING_ROW + Math.max(1, rowsIn(sheet) + sheet.sections.filter(({ band }) => band !== undefined).length);

/** Sections without a band, of rows that lie in order of their key. */
export const sectionsBy = <Row>(rows: readonly Row[], key: (row: Row) => string): readonly Section<Row>[] => {
  const sections: { rows: Row[] }[] = [];
  let last: string | undefined;
  for (const row of rows) {
    const own = key(row);
    if (own === last) sections.at(-1)?.rows.push(row);
    else sections.push({ rows: [row] });
    last = own;
  }
  return sections;
};
