/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { personSaid } from '../../../shared/wording/people.ts';
import type { Reader } from '../section.ts';
import type { Times } from '../times.ts';
import type { Words } from '../wording/words.ts';
import type { EntrySaid } from './entries.ts';
import { type Filter, SHOWS } from './filter.ts';
import type { HistoryWords } from './words.ts';

/** What the page of the history is drawn from. */
export interface HistoryPage {
  readonly reader: Reader;
  readonly basePath: string;
  readonly words: HistoryWords;
  readonly pageWords: Words;
  readonly times: Times;
  readonly timeZone: string;
  readonly filter: Filter;
  /** Version and head as mails quote them: `12:9f86…`; null before the first change. */
  readonly witness: string | null;
}

/** The frame of both pages: the way back, the filter, the moment, and what vouches for it. */
export const HistoryFrame = ({ page, title, children }: { page: HistoryPage; title: string; children: Child }) => {
  const { words, pageWords, reader, basePath, witness, filter } = page;
  return (
    <section class="planning-backup pb-history" id="planning-backup" lang={reader.locale} aria-labelledby="pb-title">
      <div class="pb-head">
        <h2 id="pb-title">{title}</h2>
        <a class="pb-button pb-secondary pb-screen" href={basePath === '' ? '/' : basePath}>
          {pageWords.actions.toThePage}
        </a>
      </div>
      <p class="pb-print">{reader.organisation.name}</p>
      <FilterForm page={page} />
      {filter.isMalformed ? (
        <p class="pb-problem" role="status">
          {words.malformed}
        </p>
      ) : null}
      {children}
      {witness === null ? null : (
        <p class="pb-witness">
          {words.witness}: <code>{witness}</code> <small>{words.witnessNote}</small>
        </p>
      )}
    </section>
  );
};

const FilterForm = ({ page: { words, filter, basePath, timeZone } }: { readonly page: HistoryPage }) => (
  <form class="pb-filter pb-screen" method="get" action={`${basePath}/history`}>
    <fieldset>
      <legend>{words.filter}</legend>
      <div class="pb-row">
        <Field id="q" label={words.search} type="search" value={filter.search} />
        <div class="pb-field">
          <label for="pb-show">{words.show}</label>
          <select id="pb-show" name="show">
            {SHOWS.map((show) => (
              <option value={show} selected={show === filter.show}>
                {words.shows[show]}
              </option>
            ))}
          </select>
        </div>
        <Field id="from" label={words.from} type="date" value={filter.from} />
        <Field id="to" label={words.to} type="date" value={filter.to} />
        <button type="submit">{words.apply}</button>
      </div>
    </fieldset>
    <fieldset>
      <legend>{words.pointInTime}</legend>
      <div class="pb-row">
        <Field id="at" label={words.at(timeZone)} type="datetime-local" value={filter.at} />
        <button type="submit">{words.look}</button>
        <a href={`${basePath}/history`}>{words.all}</a>
      </div>
    </fieldset>
    <p class="pb-note">{words.printHint}</p>
  </form>
);

interface FieldProps {
  readonly id: 'q' | 'from' | 'to' | 'at';
  readonly label: string;
  readonly type: string;
  readonly value: string;
}

const Field = ({ id, label, type, value }: FieldProps) => (
  <div class="pb-field">
    <label for={`pb-${id}`}>{label}</label>
    <input id={`pb-${id}`} name={id} type={type} value={value} autocomplete="off" />
  </div>
);

/** One row a fact; when, who and who was told stand at the first. */
export const EntryTable = ({
  page,
  entries,
  found,
}: {
  page: HistoryPage;
  entries: readonly EntrySaid[];
  found: number;
}) => {
  const { words, timeZone } = page;
  const { columns } = words;
  if (entries.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      {found > entries.length ? <p class="pb-note">{words.more(entries.length, found)}</p> : null}
      <section class="pb-scroll" aria-labelledby="pb-caption" tabindex={0}>
        <table class="pb-table">
          <caption id="pb-caption">{words.caption(found, timeZone)}</caption>
          <thead>
            <tr>
              {(['version', 'when', 'who', 'what', 'before', 'after', 'told'] as const).map((name) => (
                <th scope="col">{columns[name]}</th>
              ))}
            </tr>
          </thead>
          {entries.map((entry) => (
            <tbody>
              <EntryRows page={page} entry={entry} />
            </tbody>
          ))}
        </table>
      </section>
    </>
  );
};

const EntryRows = ({ page, entry }: { readonly page: HistoryPage; readonly entry: EntrySaid }) => {
  const { words, times } = page;
  const { facts, version, occurredAt, who, requestId } = entry;
  return (
    <>
      {facts.map(({ what, from, to }, index) => (
        <tr>
          {index > 0 ? null : (
            <>
              <th scope="rowgroup" rowspan={facts.length}>
                {version ?? '–'}
              </th>
              <td rowspan={facts.length}>
                <time datetime={occurredAt}>{times.moment(occurredAt)}</time>
              </td>
              <td rowspan={facts.length}>
                {who}
                {requestId === null ? null : <small> {words.request(requestId)}</small>}
              </td>
            </>
          )}
          <td>{what}</td>
          <td>{from ?? ''}</td>
          <td>{to ?? ''}</td>
          {index > 0 ? null : (
            <td rowspan={facts.length}>
              <Told page={page} notices={entry.notices} />
            </td>
          )}
        </tr>
      ))}
    </>
  );
};

const Told = ({ page, notices }: { readonly page: HistoryPage; readonly notices: EntrySaid['notices'] }) => {
  const { pageWords, times, reader } = page;
  if (notices === null) return null;
  if (notices.length === 0) return <>{pageWords.changes.nobodyToTell}</>;
  return (
    <ul class="pb-plain">
      {notices.map((notice) => {
        const name = personSaid(reader.organisation, notice.recipientId, reader.locale);
        if (notice.status === 'waiting') return <li>{pageWords.changes.waiting(name)}</li>;
        const said = notice.status === 'sent' ? pageWords.changes.sent : pageWords.changes.givenUp;
        return <li>{said(name, times.moment(notice.at))}</li>;
      })}
    </ul>
  );
};
