/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ToldChange } from '../../../../application/replaying-history/replaying-history.ts';
import { type FactSaid, factSaid } from '../../../shared/wording/facts.ts';
import { destinationText } from '../../../shared/wording/settings.ts';
import { historyWords } from '../history/words.ts';
import { nameOf } from '../section.ts';
import { isLeftBehind } from '../warnings.ts';
import type { View } from './view.ts';

const SHOWN = 5;

/** The latest changes: who, when, what from → to, and who was told. */
export const Changes = ({ view }: { readonly view: View }) => {
  const { words, section } = view;
  const { changes } = section;
  if (changes.length === 0) return null;
  const earlier = changes.length - SHOWN;
  return (
    <section class="pb-changes" aria-labelledby="pb-changes-title">
      <h3 id="pb-changes-title">{words.changes.title}</h3>
      <ol class="pb-list">
        {changes.slice(0, SHOWN).map((change) => (
          <Change view={view} change={change} />
        ))}
      </ol>
      <p class="pb-note">
        {earlier > 0 ? `${words.changes.earlier(earlier)} ` : null}
        <a href={`${view.basePath}/history`}>{historyWords(section.locale).link}</a>
      </p>
    </section>
  );
};

const Change = ({ view, change }: { readonly view: View; readonly change: ToldChange }) => {
  const { times, section } = view;
  return (
    <li>
      <p class="pb-who">
        <strong>{actorText(view, change.actorId)}</strong>,{' '}
        <time datetime={change.occurredAt}>{times.moment(change.occurredAt)}</time>
      </p>
      <ul class="pb-plain">
        {change.facts
          .flatMap((fact) => factSaid(fact, section.locale))
          .map((fact) => (
            <li>
              <Fact view={view} fact={fact} />
            </li>
          ))}
        <Remaining view={view} change={change} />
      </ul>
      <Told view={view} change={change} />
    </li>
  );
};

/** A name from the directory; whoever is in it no more is named by their id. */
export const actorText = ({ section, words }: Pick<View, 'section' | 'words'>, actorId: string): string => {
  const name = nameOf(section.organisation, actorId);
  if (name !== null) return name;
  return actorId === 'host' ? words.changes.host : `${actorId} (${words.changes.leftTheOrganisation})`;
};

const Fact = ({ view: { words }, fact }: { readonly view: Pick<View, 'words'>; readonly fact: FactSaid }) => {
  const { what, from, to } = fact;
  if (from === undefined && to === undefined) return <>{what}</>;
  return (
    <>
      {what}: {from === undefined ? null : <del>{from}</del>}
      {from === undefined || to === undefined ? null : (
        <>
          {' '}
          <span aria-hidden="true">→</span>
          <span class="pb-unseen">{words.changes.becomes}</span>{' '}
        </>
      )}
      {to === undefined ? null : <span class="pb-address">{to}</span>}
    </>
  );
};

const Remaining = ({ view: { words, section }, change }: { readonly view: View; readonly change: ToldChange }) => (
  <>
    {change.facts.map((fact) => {
      const left =
        fact.type === 'DestinationChanged' ? fact.from : fact.type === 'BackupRemoved' ? fact.destination : null;
      if (left === null || !isLeftBehind(left, section)) return null;
      return <li>{words.changes.remaining(destinationText(left, section.locale))}</li>;
    })}
  </>
);

const Told = ({ view: { words, times, section }, change }: { readonly view: View; readonly change: ToldChange }) => {
  if (change.notices.length === 0) return <p class="pb-note">{words.changes.nobodyToTell}</p>;
  return (
    <ul class="pb-plain pb-note">
      {change.notices.map((notice) => {
        const name = nameOf(section.organisation, notice.recipientId) ?? notice.recipientId;
        if (notice.status === 'waiting') return <li>{words.changes.waiting(name)}</li>;
        const moment = times.moment(notice.at);
        return (
          <li>{notice.status === 'sent' ? words.changes.sent(name, moment) : words.changes.givenUp(name, moment)}</li>
        );
      })}
    </ul>
  );
};
