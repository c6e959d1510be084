import type { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../domain/backup-configuration/settings.ts';
import type { PlanKind } from '../../domain/backup-run/events.ts';
import type { Selection } from '../../domain/plan/selection.ts';
import type { Night, PlanningWindow } from '../../domain/schedule/night.ts';

/** All that a workbook says; its bytes are a function of this and of nothing else. */
export interface WorkbookContent {
  readonly kind: PlanKind;
  readonly organisationName: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly night: Night;
  readonly window: PlanningWindow;
  readonly selection: Selection;
  readonly collectedAt: Temporal.Instant;
  readonly collectionId: string;
  readonly confidentialLeftOut: boolean;
  readonly configurationVersion: number;
  readonly configurationHead: string;
}

export interface RenderedWorkbook {
  readonly bytes: Uint8Array;
  /** Of the first sheet, without its headings. */
  readonly rows: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface SpreadsheetRenderer {
  render(content: WorkbookContent): Promise<RenderedWorkbook>;
}
