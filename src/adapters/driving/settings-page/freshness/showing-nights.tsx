/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { bodyResponse } from '../answers.tsx';
import type { Desk, Visit } from '../desk.ts';
import { Times } from '../times.ts';
import { troubleResponse } from '../views/trouble.tsx';
import { wordsIn } from '../wording/catalogue.ts';
import { NightsView } from './nights-view.tsx';

/** The last nights, each with its story. There is no such page where no backup is set up. */
export const showNights = async (desk: Desk, visit: Visit): Promise<Response> => {
  const { reader, context } = visit;
  const { organisation, locale } = reader;
  const { basePath } = context;
  const freshness = await desk.backup.watching.freshness(organisation.id);
  if (freshness === undefined) return troubleResponse('not-found', locale, basePath);
  const words = wordsIn(locale);
  const times = new Times(locale, freshness.timeZone);
  return bodyResponse(desk, visit, { body: <NightsView page={{ reader, basePath, words, times, freshness }} /> });
};
