import { type Span, touches } from '../../../domain/plan/span.ts';
import { addDays, type LocalDate } from '../../../domain/schedule/local-date.ts';
import type { PlanningWindow } from '../../../domain/schedule/night.ts';

/** The days of a window, each with the question which spans touch it: asked so often that its bounds are kept. */
export class DayWindows {
  readonly #windows: ReadonlyMap<LocalDate, PlanningWindow>;

  constructor(window: PlanningWindow) {
    this.#windows = new Map(
      window.days.map((day) => [day, { ...window, days: [day], firstDay: day, endDay: addDays(day, 1) }]),
    );
  }

  /** The days that at least one of the spans touches, in order. */
  touchedBy(spans: readonly Span[]): readonly LocalDate[] {
    const days: LocalDate[] = [];
    for (const day of this.#windows.keys()) if (spans.some((span) => this.isTouched(day, span))) days.push(day);
    return days;
  }

  isTouched(day: LocalDate, span: Span): boolean {
    const { start, end = start } = span;
    // Most are not: the dates say so already.
    if (start.date > day || end.date < day) return false;
    const window = this.#windows.get(day);
    return window !== undefined && touches(span, window);
  }
}
