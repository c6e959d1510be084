/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import { wordsIn } from '../wording/catalogue.ts';
import type { Trouble } from '../wording/words.ts';
import { documentText, Page } from './page.tsx';

const STATUS = {
  'not-an-administrator': 403,
  forged: 403,
  'not-found': 404,
  method: 405,
  'too-large': 413,
  'media-type': 415,
  malformed: 422,
  altered: 503,
  unavailable: 503,
  fault: 500,
} as const satisfies Readonly<Record<Trouble, number>>;

/** No page, but why, in the reader's language; with a way back where there is one. */
export const troubleResponse = (
  trouble: Trouble,
  locale: Locale,
  basePath: string,
  furtherHeaders: Readonly<Record<string, string>> = {},
): Response => {
  const words = wordsIn(locale);
  const { what, remedy } = words.troubles[trouble];
  const isLeadingBack = trouble !== 'not-an-administrator' && trouble !== 'altered';
  const page = (
    <Page locale={locale} title={words.page} organisation="" basePath={basePath}>
      <section class="planning-backup" id="planning-backup-trouble" aria-labelledby="pb-title">
        <h2 id="pb-title">{what}</h2>
        <p>{remedy}</p>
        {isLeadingBack ? (
          <p>
            <a href={basePath === '' ? '/' : basePath}>{words.actions.toThePage}</a>
          </p>
        ) : null}
      </section>
    </Page>
  );
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale };
  return new Response(documentText(page), { status: STATUS[trouble], headers: { ...headers, ...furtherHeaders } });
};
