import type { Organisation } from '../../src/application/ports/organisation-directory.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { Publication, ScheduledEvent } from '../../src/domain/plan/story.ts';

/** The organisation of a plan document, as its JSON has it. */
export const anOrganisation = (changes: Partial<Organisation> = {}): Organisation => ({
  id: 'elbkurier',
  name: 'Elbkurier',
  timeZone: 'Europe/Berlin',
  locale: 'de',
  administrators: [{ id: 'anna', name: 'Anna Weber', email: 'anna@elbkurier.example', locale: 'de' }],
  ...changes,
});

/** A plan document, as text. */
export const aDocument = (changes: Record<string, unknown> = {}): string =>
  JSON.stringify({ organisation: anOrganisation(), stories: [], events: [], ...changes });

/** The document that reads as this plan. What is unreadable in it has a date that does not exist, in its own event. */
export const documentOf = (organisation: Organisation, plan: Plan): string =>
  JSON.stringify({
    organisation,
    stories: [
      ...plan.stories.map((story) => ({ ...story, publications: story.publications.map(publicationOf) })),
      ...plan.unreadable.map(({ id, title, confidential }) => ({
        id,
        title,
        confidential,
        event: { start: { date: '2026-02-30' } },
      })),
    ],
    events: plan.events.map(({ span, ...event }: ScheduledEvent) => ({ ...event, ...span })),
  });

const publicationOf = ({ span, ...publication }: Publication): object => ({ ...publication, ...span });
