import type { PreparedStyle } from './style.ts';

/** What one workbook holds, found out from ours: every other writer is given it, finished. */
export interface Table {
  readonly sheets: readonly TableSheet[];
  /** By the number of a cell's style. */
  readonly styles: readonly (PreparedStyle | null)[];
}

export interface TableSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly filter: string;
  readonly rows: readonly TableRow[];
  /** Its XML around the rows. */
  readonly head: string;
  readonly tail: string;
}

export interface TableRow {
  readonly number: number;
  readonly height: number;
  readonly cells: readonly TableCell[];
}

/** Value, number of the style, and whether the text is written inline. */
export type TableCell = readonly [value: string | number | null, style: number, inline?: 1];

/** Writes the table. It loads its library itself: its time has begun. */
export type Method = (table: Table) => Promise<Uint8Array>;
