import type { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../domain/backup-configuration/settings.ts';

/** One table, for a workbook of its own. All texts are from outside: data, never formulas. */
export interface TableToRender {
  readonly locale: Locale;
  /** The sheet's name: 31 characters at most, none of `:\/?*[]'`. */
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly columns: readonly TableColumn[];
  /** Rows that belong together. Each row has as many values as there are columns. */
  readonly sections: readonly (readonly TableRow[])[];
  /** Dates the file: its bytes are a function of the table and of nothing else. */
  readonly writtenAt: Temporal.Instant;
}

export interface TableColumn {
  readonly heading: string;
  /** In digits. */
  readonly width: number;
}

export type TableRow = readonly (string | number | null)[];

/** Writes an `.xlsx` workbook. */
export interface TableRenderer {
  render(table: TableToRender): Promise<Uint8Array>;
}
