import type { Organisation } from '../../../application/ports/organisation-directory.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type Reading, read, unreadable } from '../../../domain/reading.ts';
import { readOrganisation } from './organisation.ts';
import { readRecords } from './records.ts';
import { eventShape, storyShape } from './shapes.ts';

/** A plan document in the JSON of PLANNING-DATA: whose it is, and what is planned. */
export interface PlanningData {
  readonly organisation: Organisation;
  readonly plan: Plan;
}

/**
 * Reads a plan document. What makes it useless as a whole is the problem, in words that say what to mend and show
 * nothing of its content: empty, cut short, no JSON, a list that is missing, an invalid organisation.
 * A record that cannot be read fails alone and stands in `plan.unreadable`.
 */
export const readPlanningData = (text: string): Reading<PlanningData, string> => {
  const document = readDocument(text);
  if (!document.ok) return document;
  const { stories, events } = document.value;
  if (!Array.isArray(stories)) return unreadable('it has no list "stories"');
  if (!Array.isArray(events)) return unreadable('it has no list "events"');
  const organisation = readOrganisation(document.value.organisation);
  if (!organisation.ok) return organisation;
  const readStories = readRecords('stories', stories, storyShape);
  const readEvents = readRecords('events', events, eventShape);
  return read({
    organisation: organisation.value,
    plan: {
      stories: readStories.items,
      events: readEvents.items,
      unreadable: [...readStories.unreadable, ...readEvents.unreadable],
    },
  });
};

/** Reads only whose plan it is: who belongs to an organisation does not hang on the state of its plan. */
export const readPlanOrganisation = (text: string): Reading<Organisation, string> => {
  const document = readDocument(text);
  return document.ok ? readOrganisation(document.value.organisation) : document;
};

type Document = { readonly organisation?: unknown; readonly stories?: unknown; readonly events?: unknown };

const readDocument = (text: string): Reading<Document, string> => {
  if (text.trim() === '') return unreadable('it is empty');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The engine's message quotes the text: it decides, and is not passed on.
    const cutShort = error instanceof SyntaxError && /^(?:Unexpected end|Unterminated string)/.test(error.message);
    return unreadable(cutShort ? 'it is cut short: its end is missing' : 'it is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return unreadable('it is not a JSON object with "organisation", "stories" and "events"');
  }
  return read(value);
};
