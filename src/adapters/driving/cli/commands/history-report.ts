import type { Temporal } from 'temporal-polyfill';
import type { TableColumn, TableRow } from '../../../../application/ports/table-renderer.ts';

/** What `history` answers with, in every form that can be asked for. */
export interface HistoryReport {
  readonly document: object;
  readonly lines: readonly string[];
  readonly columns: readonly TableColumn[];
  /** Rows of one change belong together. */
  readonly sections: readonly (readonly TableRow[])[];
  /** Of the last thing in it: a file of the same report has the same bytes. */
  readonly lastAt: Temporal.Instant;
}
