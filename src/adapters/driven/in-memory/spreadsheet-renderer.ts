import { createHash } from 'node:crypto';
import type {
  RenderedWorkbook,
  SpreadsheetRenderer,
  WorkbookContent,
} from '../../../application/ports/spreadsheet-renderer.ts';
import { datesOf } from '../../../domain/plan/selection.ts';
import { daysTouched, type Span } from '../../../domain/plan/span.ts';

/** Records what it is to render; its bytes are the content as JSON, which no spreadsheet program reads. */
export class InMemorySpreadsheetRenderer implements SpreadsheetRenderer {
  readonly rendered: WorkbookContent[] = [];

  async render(content: WorkbookContent): Promise<RenderedWorkbook> {
    this.rendered.push(content);
    const bytes = new TextEncoder().encode(JSON.stringify(content, plain));
    return { bytes, rows: rowsOf(content), sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}

/** One row per record and day of the window that it touches. */
const rowsOf = ({ kind, selection, window }: WorkbookContent): number => {
  const days = (spans: readonly Span[]): number => new Set(spans.flatMap((span) => daysTouched(span, window))).size;
  const rows =
    kind === 'story-plan'
      ? selection.stories.map((story) => days(datesOf(story)))
      : selection.events.map((event) => days([event.span]));
  return rows.reduce((sum, count) => sum + count, 0);
};

const plain = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
