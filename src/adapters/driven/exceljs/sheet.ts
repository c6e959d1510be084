import type { CellInput } from './cell.ts';
import type { CellKind } from './styles.ts';

/** A sheet as a table: what stands above it, its columns, its rows in their order. */
export interface Sheet<Row> {
  readonly name: string;
  /** Above the headings: as of when, and what to know. */
  readonly title: string;
  readonly hint: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** So many columns stay in sight when the sheet is scrolled to the right. */
  readonly frozenColumns: number;
  /** Rows with one group belong together: they share a background, and a line is drawn above them. */
  readonly group?: (row: Row) => string;
  /** Whose row it is, to say where a long text comes from. */
  readonly label: (row: Row) => string;
  /** Stands there instead of rows. */
  readonly nothing?: string;
}

export interface Column<Row> {
  readonly heading: string;
  /** In digits of the default font. */
  readonly width: number;
  readonly kind?: CellKind;
  readonly value: (row: Row) => CellInput;
  /** Whether the value is one that must not be overlooked. */
  readonly alert?: (row: Row) => boolean;
  /** On screen only: what comes from here on stands to the right of the printed page. */
  readonly screenOnly?: boolean;
}

/** Row of the headings; the rows of the table follow it. */
export const HEADING_ROW = 3;
