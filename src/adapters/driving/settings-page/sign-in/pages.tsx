/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { Said } from '../../../shared/wording/said.ts';
import { documentText, Page } from '../views/page.tsx';
import { signInWords } from './words.ts';

/** Where the settings page lies behind the door; its style serves the pages here too. */
export const PAGE_PATH = '/settings';

interface Landing {
  readonly locale: Locale;
  readonly name: string;
  readonly organisation: string;
  readonly token: string;
}

/** What a link opens: nothing is used up before the button is pressed. */
export const landingPage = ({ locale, name, organisation, token }: Landing): Response => {
  const words = signInWords(locale);
  return framed(
    200,
    locale,
    <section class="planning-backup" aria-labelledby="pb-title">
      <h2 id="pb-title">{words.title}</h2>
      <p>{words.greeting(name, organisation)}</p>
      <form method="post">
        <input type="hidden" name="token" value={token} />
        <button type="submit" class="pb-primary">
          {words.signIn}
        </button>
      </form>
    </section>,
  );
};

export const noticePage = (status: number, locale: Locale, { what, remedy }: Said): Response =>
  framed(
    status,
    locale,
    <section class="planning-backup" id="planning-backup-trouble" aria-labelledby="pb-title">
      <h2 id="pb-title">{what}</h2>
      <p>{remedy}</p>
    </section>,
  );

const framed = (status: number, locale: Locale, content: Child): Response => {
  const page = (
    <Page locale={locale} title={signInWords(locale).page} organisation="" basePath={PAGE_PATH}>
      {content}
    </Page>
  );
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale };
  return new Response(documentText(page), { status, headers });
};
