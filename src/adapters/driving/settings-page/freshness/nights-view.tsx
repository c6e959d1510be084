/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { FreshnessNow } from '../../../../application/watching-over-nights/watching-over-nights.ts';
import type { FileOutcome } from '../../../../domain/backup-run/state.ts';
import type { AttemptStory } from '../../../../domain/history/attempt-stories.ts';
import type { StripNight } from '../../../../domain/history/strip.ts';
import { stepSaid } from '../../../shared/wording/failures.ts';
import { failureSaidToAdministrators } from '../../../shared/wording/failures-for-administrators.ts';
import { freshnessWords, verdictSaid } from '../../../shared/wording/freshness.ts';
import type { Reader } from '../section.ts';
import type { Times } from '../times.ts';
import { SaidText } from '../views/parts.tsx';
import type { Words } from '../wording/words.ts';
import { NIGHT_SIGNS, nightId, shownNights } from './strip-view.tsx';
import { pageFreshnessWords } from './words.ts';

/** What the page of the nights is drawn from. */
export interface NightsPage {
  readonly reader: Reader;
  readonly basePath: string;
  readonly words: Words;
  readonly times: Times;
  readonly freshness: FreshnessNow;
}

/** Every night of the strip with its story, latest first; to be printed as it is. */
export const NightsView = ({ page }: { readonly page: NightsPage }) => {
  const { reader, basePath, words, times, freshness } = page;
  const said = pageFreshnessWords(reader.locale);
  const nights = shownNights(freshness.strip);
  return (
    <section class="planning-backup pb-history" id="planning-backup" lang={reader.locale} aria-labelledby="pb-title">
      <div class="pb-head">
        <h2 id="pb-title">{said.strip(nights.length)}</h2>
        <a class="pb-button pb-secondary pb-screen" href={basePath === '' ? '/' : basePath}>
          {words.actions.toThePage}
        </a>
      </div>
      <p class="pb-print">{reader.organisation.name}</p>
      <p>
        {verdictSaid(freshness, reader.locale, times)} <small>{said.timesIn(freshness.timeZone)}</small>
      </p>
      <ol class="pb-list" reversed>
        {nights.toReversed().map((night) => (
          <li id={nightId(night.night)}>
            <Night page={page} night={night} />
          </li>
        ))}
      </ol>
    </section>
  );
};

interface NightProps {
  readonly page: NightsPage;
  readonly night: StripNight;
}

const Night = ({ page, night: { night, kind, story, isToBeRetried } }: NightProps) => {
  const { reader, times, words } = page;
  const said = pageFreshnessWords(reader.locale);
  const shared = freshnessWords(reader.locale);
  return (
    <>
      <h3 class="pb-night">
        {times.day(night)}{' '}
        <span class={`pb-badge pb-cell-${kind}`}>
          <span aria-hidden="true">{NIGHT_SIGNS[kind]}</span> {shared.kinds[kind]}
        </span>
      </h3>
      {story === null || story.attempts.length === 0 ? <p>{said.unrecorded[kind]}</p> : null}
      {story?.attempts.map((attempt) => (
        <Attempt page={page} attempt={attempt} />
      ))}
      {isToBeRetried ? <p>{shared.toBeRetried}</p> : null}
      {story?.state.overwrittenLate ? <p>{words.warnings.overwrittenLate(times.day(night)).what}</p> : null}
      {story !== null && story.deliveredAt !== null && story.attempts.length > 1 ? (
        <p>{said.delivered(times.moment(story.deliveredAt))}</p>
      ) : null}
    </>
  );
};

const Attempt = ({ page, attempt }: { readonly page: NightsPage; readonly attempt: AttemptStory }) => {
  const { reader, times } = page;
  const said = pageFreshnessWords(reader.locale);
  const shared = freshnessWords(reader.locale);
  const { startedAt, endedAt, end, reason, collectedAt, files } = attempt;
  return (
    <>
      <p class="pb-who">
        <strong>{shared.attempt(attempt.attempt)}</strong>, {shared.reasons[reason]},{' '}
        <time datetime={startedAt}>{said.begun(times.moment(startedAt))}</time>: {shared.ends[end ?? 'open']}
        {endedAt === null ? null : (
          <>
            , <time datetime={endedAt}>{times.moment(endedAt)}</time>
          </>
        )}
        {'. '}
        {collectedAt === null ? null : said.collected(times.moment(collectedAt))}
      </p>
      <ul class="pb-plain">
        {files.map((file) => (
          <li>
            <File page={page} file={file} />
          </li>
        ))}
      </ul>
    </>
  );
};

const File = ({ page, file }: { readonly page: NightsPage; readonly file: FileOutcome }) => {
  const { reader, times, words } = page;
  const said = pageFreshnessWords(reader.locale);
  if (file.type === 'FileReplaced')
    return (
      <>
        <span class="pb-address">{file.name}</span>: {words.rows(file.rows)}, {said.bytes(file.bytes)},{' '}
        <time datetime={file.replacedAt}>{said.inPlace(times.moment(file.replacedAt))}</time>
      </>
    );
  const { failure } = file;
  return (
    <>
      <span class="pb-address">{file.name}</span>: {words.nights.fileMissing} ({stepSaid(failure.step, reader.locale)}).{' '}
      <SaidText {...failureSaidToAdministrators(failure, reader.locale)} />
    </>
  );
};
