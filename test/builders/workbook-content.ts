import { Temporal } from 'temporal-polyfill';
import type { WorkbookContent } from '../../src/application/ports/spreadsheet-renderer.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { select } from '../../src/domain/plan/selection.ts';
import { planningWindow } from '../../src/domain/schedule/night.ts';
import { aNight } from './night.ts';
import { aPlan } from './plan.ts';

/** What is rendered of a plan in the night of 25 November 2026, a Wednesday. */
export const aWorkbookContent = (
  kind: WorkbookContent['kind'],
  plan: Partial<Plan> = {},
  changes: Partial<WorkbookContent> = {},
): WorkbookContent => {
  const timeZone = changes.timeZone ?? 'Europe/Berlin';
  const night = changes.night ?? aNight('2026-11-25', timeZone);
  const window = planningWindow(night, timeZone);
  return {
    kind,
    organisationName: 'Elbkurier',
    locale: 'de',
    timeZone,
    night,
    window,
    selection: select(aPlan(plan), window, changes.confidentialLeftOut ? 'leave-out' : 'include'),
    collectedAt: Temporal.Instant.from('2026-11-25T01:28:14Z'),
    collectionId: 'c0ffee'.repeat(10),
    confidentialLeftOut: false,
    configurationVersion: 7,
    configurationHead: 'a3f1'.repeat(16),
    ...changes,
  };
};
