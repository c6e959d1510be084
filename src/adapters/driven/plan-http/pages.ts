import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Allowance, linesOf } from './lines.ts';
import { PageProblem, passingProblem } from './page-problem.ts';

/** A plan's records as they were sent, not looked at yet. */
export interface CollectedPages {
  readonly collectionId: string;
  readonly collectedAt: Temporal.Instant;
  readonly stories: readonly unknown[];
  readonly events: readonly unknown[];
}

/** Gives the bytes of a page. */
export type GetPage = (url: URL) => Promise<AsyncIterable<Uint8Array>>;

/** More pages than a plan can have: a server that goes round in a circle is not followed for ever. */
const MAXIMUM_PAGES = 10_000;

const LINE = z.union([
  z.object({ collection: z.object({ id: z.string().min(1).max(200), collectedAt: z.string() }) }),
  z.object({ story: z.unknown() }),
  z.object({ event: z.unknown() }),
  z.object({ next: z.string().min(1) }),
  z.object({ end: z.object({ stories: z.number(), events: z.number() }) }),
]);

type Collection = Pick<CollectedPages, 'collectionId' | 'collectedAt'>;

/**
 * Follows the pages of one collection to their end. Every page names the collection first: so pages of two states of a
 * plan are never put together. The last line counts the records: so nothing is missing unseen.
 * @throws {PageProblem}
 */
export const collectPages = async (first: URL, get: GetPage, allowance: Allowance): Promise<CollectedPages> => {
  const stories: unknown[] = [];
  const events: unknown[] = [];
  let collection: Collection | undefined;
  let url = first;
  for (let page = 1; page <= MAXIMUM_PAGES; page += 1) {
    let next: URL | undefined;
    let named = false;
    for await (const line of linesOf(await get(url), allowance)) {
      const { data } = LINE.safeParse(line);
      if (data === undefined) throw new PageProblem('unreadable', 'one of its lines is none that a plan has');
      if (!named && !('collection' in data)) {
        throw new PageProblem('unreadable', 'one of its pages does not begin with its collection');
      }
      if (next !== undefined) throw new PageProblem('unreadable', 'one of its pages goes on after its end');
      if ('collection' in data) {
        collection = sameCollection(collection, collectionOf(data.collection));
        named = true;
      } else if ('story' in data) stories.push(data.story);
      else if ('event' in data) events.push(data.event);
      else if ('next' in data) next = nextOf(data.next, url);
      else return wholeOf({ ...(collection as Collection), stories, events }, data.end);
    }
    if (next === undefined) throw passingProblem('it is cut short: its end is missing');
    url = next;
  }
  throw new PageProblem('unreadable', `it has more than ${MAXIMUM_PAGES} pages`);
};

const collectionOf = ({ id, collectedAt }: { id: string; collectedAt: string }): Collection => {
  try {
    return { collectionId: id, collectedAt: Temporal.Instant.from(collectedAt) };
  } catch {
    throw new PageProblem('unreadable', 'its "collectedAt" is no instant');
  }
};

const sameCollection = (before: Collection | undefined, now: Collection): Collection => {
  if (before === undefined || before.collectionId === now.collectionId) return before ?? now;
  throw passingProblem('it changed while it was fetched');
};

/** The token goes to nobody else. */
const nextOf = (reference: string, page: URL): URL => {
  const next = URL.canParse(reference, page.href) ? new URL(reference, page.href) : undefined;
  if (next?.origin === page.origin) return next;
  throw new PageProblem('unreadable', 'one of its pages leads to another server');
};

const wholeOf = (pages: CollectedPages, counted: { stories: number; events: number }): CollectedPages => {
  if (pages.stories.length === counted.stories && pages.events.length === counted.events) return pages;
  throw passingProblem('records are missing: its end counts others than were sent');
};
