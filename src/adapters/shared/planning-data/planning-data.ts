import type { Organisation } from '../../../application/ports/organisation-directory.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { ScheduledEvent, Story } from '../../../domain/plan/story.ts';
import { type Reading, read, unreadable } from '../../../domain/reading.ts';
import { JsonCursor, JsonProblem } from './json-cursor.ts';
import { readOrganisation } from './organisation.ts';
import { type ReadRecords, readRecords } from './records.ts';
import { eventShape, storyShape } from './shapes.ts';

/** A plan document in the JSON of PLANNING-DATA: whose it is, and what is planned. */
export interface PlanningData {
  readonly organisation: Organisation;
  readonly plan: Plan;
}

/**
 * Reads a plan document in UTF-8. What makes it useless as a whole is the problem, in words that say what to mend and
 * show nothing of its content: empty, cut short, no JSON, a list that is missing, an invalid organisation.
 * A record that cannot be read fails alone and stands in `plan.unreadable`.
 */
export const readPlanningData = (bytes: Uint8Array): Reading<PlanningData, string> => {
  let organisation: unknown;
  let stories: ReadRecords<Story> | undefined;
  let events: ReadRecords<ScheduledEvent> | undefined;
  const problem = readDocument(bytes, (key, cursor) => {
    if (key === 'stories' && cursor.isAtArray()) stories = readRecords('stories', cursor.elements(), storyShape);
    else if (key === 'events' && cursor.isAtArray()) events = readRecords('events', cursor.elements(), eventShape);
    else if (key === 'organisation') organisation = cursor.value();
    else cursor.value();
  });
  if (problem !== undefined) return unreadable(problem);
  if (stories === undefined) return unreadable('it has no list "stories"');
  if (events === undefined) return unreadable('it has no list "events"');
  const reading = readOrganisation(organisation);
  if (!reading.ok) return reading;
  return read({ organisation: reading.value, plan: planOf(stories, events) });
};

/** Reads records that came one by one. What cannot be read stands in `unreadable`, by its place in its list. */
export const readPlanOf = (stories: Iterable<unknown>, events: Iterable<unknown>): Plan =>
  planOf(readRecords('stories', stories, storyShape), readRecords('events', events, eventShape));

const planOf = (stories: ReadRecords<Story>, events: ReadRecords<ScheduledEvent>): Plan => ({
  stories: stories.items,
  events: events.items,
  unreadable: [...stories.unreadable, ...events.unreadable],
});

/** Reads only whose plan it is: who belongs to an organisation does not hang on the state of its lists. */
export const readPlanOrganisation = (bytes: Uint8Array): Reading<Organisation, string> => {
  let organisation: unknown;
  const problem = readDocument(bytes, (key, cursor) => {
    if (key === 'organisation') organisation = cursor.value();
    else cursor.skip();
  });
  return problem === undefined ? readOrganisation(organisation) : unreadable(problem);
};

/** Goes through the document's fields; `field` takes the value of each. Gives what is wrong with the whole. */
const readDocument = (bytes: Uint8Array, field: (key: string, cursor: JsonCursor) => void): string | undefined => {
  const cursor = new JsonCursor(bytes);
  try {
    if (cursor.isAtEnd()) return 'it is empty';
    if (!cursor.isAtObject()) return 'it is not a JSON object with "organisation", "stories" and "events"';
    const seen = new Set<string>();
    for (const key of cursor.keys()) {
      if (seen.has(key)) return 'one of its fields stands in it twice';
      seen.add(key);
      field(key, cursor);
    }
    return cursor.isAtEnd() ? undefined : 'it goes on after its end';
  } catch (error) {
    if (error instanceof JsonProblem) return error.message;
    throw error;
  }
};
