/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { SettingsAsOf } from '../../../../application/replaying-history/replaying-history.ts';
import { settingsOf } from '../../../../domain/backup-configuration/state.ts';
import { setUpSaid } from '../../../shared/wording/facts.ts';
import { personSaid } from '../../../shared/wording/people.ts';
import type { HistoryPage } from './history-view.tsx';

interface AsOfProps {
  readonly page: HistoryPage;
  readonly then: SettingsAsOf;
}

/** The settings as they stood at one moment, and the nights under them. */
export const AsOfView = ({ page, then }: AsOfProps) => {
  const { words, pageWords, reader, times } = page;
  const { state, madeBy, until, head } = then;
  const settings = settingsOf(state);
  const { asOf } = words;
  return (
    <>
      <dl class="pb-facts">
        <dt>{asOf.status}</dt>
        <dd>{state.status === 'not-set-up' ? asOf.none : pageWords.statuses[state.status]}</dd>
        {head === null ? null : (
          <>
            <dt>{asOf.version}</dt>
            <dd>
              <code>
                {state.version}:{head}
              </code>
            </dd>
          </>
        )}
        {madeBy === null ? null : (
          <>
            <dt>{asOf.since}</dt>
            <dd>
              <time datetime={madeBy.occurredAt}>{times.moment(madeBy.occurredAt)}</time>,{' '}
              {personSaid(reader.organisation, madeBy.actorId, reader.locale)}
            </dd>
          </>
        )}
        <dt>{asOf.until}</dt>
        <dd>{until === null ? asOf.stillSo : <time datetime={until}>{times.moment(until)}</time>}</dd>
        {settings === undefined
          ? null
          : setUpSaid(settings, reader.locale).map(({ what, to }) => (
              <>
                <dt>{what}</dt>
                <dd>{to}</dd>
              </>
            ))}
        {settings === undefined ? null : (
          <>
            <dt>{asOf.fileNames}</dt>
            <dd>
              {settings.fileNames.storyPlan}, {settings.fileNames.eventPlan}
            </dd>
          </>
        )}
      </dl>
      <h3>{asOf.nights}</h3>
      <NightsUnder page={page} then={then} />
    </>
  );
};

const NightsUnder = ({ page, then: { nights } }: AsOfProps) => {
  const { words, pageWords, times } = page;
  if (nights.length === 0) return <p>{words.asOf.noNights}</p>;
  return (
    <ul class="pb-list">
      {nights.map(({ night, attempt, outcome, endedAt }) => (
        <li>
          <strong>{times.day(night)}</strong>: {pageWords.nights.outcomes[outcome]}
          {attempt > 1 ? `, ${words.asOf.attempt(attempt)}` : ''},{' '}
          <time datetime={endedAt}>{times.moment(endedAt)}</time>
        </li>
      ))}
    </ul>
  );
};
