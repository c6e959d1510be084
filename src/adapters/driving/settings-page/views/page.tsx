/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import { SCRIPT_FILE } from '../assets/script.ts';
import { STYLE_FILE } from '../assets/style.ts';

interface PageProps {
  readonly locale: Locale;
  readonly title: string;
  readonly organisation: string;
  readonly basePath: string;
  /** Beside the organisation, such as a way out. */
  readonly aside?: Child;
  readonly children: Child;
}

/** A whole document around the section, for a host that has no page of its own to put it into. */
export const Page = ({ locale, title, organisation, basePath, aside, children }: PageProps) => (
  <html lang={locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{organisation === '' ? title : `${title} – ${organisation}`}</title>
      <link rel="stylesheet" href={`${basePath}/assets/${STYLE_FILE}`} />
      <script type="module" src={`${basePath}/assets/${SCRIPT_FILE}`} />
    </head>
    <body class="planning-backup-page">
      <header class="pb-masthead">
        <h1>{title}</h1>
        {organisation === '' ? null : <p>{organisation}</p>}
        {aside}
      </header>
      <main>{children}</main>
    </body>
  </html>
);

/** As it is sent. */
export const documentText = (page: Child): string => `<!doctype html>${String(page)}`;
