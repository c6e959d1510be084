/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { NO_STREAM } from '../../../../application/ports/event-log.ts';
import { settingsOf } from '../../../../domain/backup-configuration/state.ts';
import { bodyResponse } from '../answers.tsx';
import type { Desk, Visit } from '../desk.ts';
import { Times } from '../times.ts';
import { wordsIn } from '../wording/catalogue.ts';
import { AsOfView } from './as-of-view.tsx';
import { entriesSaid } from './entries.ts';
import { filterOf } from './filter.ts';
import { EntryTable, HistoryFrame, type HistoryPage } from './history-view.tsx';
import { historyWords } from './words.ts';

/** As many entries as a browser draws at once. */
const MOST_SHOWN = 500;

/** The whole history through the reader's filter, or the settings as they stood at one moment. */
export const showHistory = async (desk: Desk, visit: Visit): Promise<Response> => {
  const { history } = desk.backup;
  const { reader, request, context } = visit;
  const { organisation, locale } = reader;
  const { state, end } = await history.configuration(organisation.id);
  const timeZone = settingsOf(state)?.timeZone ?? organisation.timeZone;
  const filter = filterOf(new URL(request.url).searchParams, timeZone);
  const words = historyWords(locale);
  const page: HistoryPage = {
    ...{ reader, words, timeZone, filter, basePath: context.basePath },
    pageWords: wordsIn(locale),
    times: new Times(locale, timeZone),
    witness: end === NO_STREAM ? null : `${end.version}:${end.head}`,
  };
  if (filter.atInstant !== null && !filter.isMalformed) {
    const then = await history.asOf(organisation.id, filter.atInstant);
    const title = words.titleAt(page.times.moment(filter.atInstant.toString()));
    return bodyResponse(desk, visit, {
      body: (
        <HistoryFrame page={page} title={title}>
          <AsOfView page={page} then={then} />
        </HistoryFrame>
      ),
    });
  }
  const entries = entriesSaid(await history.timeline(organisation.id), filter, organisation, locale);
  return bodyResponse(desk, visit, {
    body: (
      <HistoryFrame page={page} title={words.title}>
        <EntryTable page={page} entries={entries.slice(0, MOST_SHOWN)} found={entries.length} />
      </HistoryFrame>
    ),
  });
};
