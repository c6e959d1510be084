import type { Plan } from '../../../src/domain/plan/plan.ts';
import { aPlan, aScheduledEvent, aStory } from '../../builders/plan.ts';

const STORIES = [aStory().build(), aStory({ id: '4712', title: 'Brücke gesperrt' }).confidential().build()];

/** Always the same: what a workbook says is other tests' business. Organisations differ in their length. */
export const planOf = (organisationId: string): Plan => ({
  ...aPlan({ stories: STORIES, events: [aScheduledEvent({ title: `Termin von ${organisationId}` })] }),
});
