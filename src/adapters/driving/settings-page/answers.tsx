/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { type CookieToSet, cookieText } from './cookies.ts';
import type { Desk, Visit } from './desk.ts';
import { EMPTY_FORM, type FormValues, formOf } from './form/form-values.ts';
import { candidatesFor } from './form/reading-form.ts';
import { type Message, messageCookie } from './message.ts';
import { readSection, type Section } from './section.ts';
import { signInWords } from './sign-in/words.ts';
import { documentText, Page } from './views/page.tsx';
import { RemovingView, SectionView } from './views/section-view.tsx';
import { type FormState, type Notice, viewOf } from './views/view.ts';
import { wordsIn } from './wording/catalogue.ts';

export interface Answer {
  readonly section: Section;
  /** Default: the settings as they are. */
  readonly form?: FormState;
  readonly notices?: readonly Notice[];
  readonly status?: number;
  readonly view?: 'section' | 'removing';
  readonly cookies?: readonly CookieToSet[];
}

export const sectionFor = ({ backup, options }: Desk, { reader }: Visit): Promise<Section> =>
  readSection(backup, reader, options.clock.now());

/** The section in a page, or by itself where `?fragment` asks for it. */
export const pageResponse = (desk: Desk, visit: Visit, answer: Answer): Response => {
  const { section, form = formAsSaved(section), notices = [], status = 200, cookies = [] } = answer;
  const { basePath } = visit.context;
  const { token, cookie } = desk.guard.issue(visit.request, visit.context);
  const view = viewOf(section, { basePath, token, form, notices });
  const body = answer.view === 'removing' ? <RemovingView view={view} /> : <SectionView view={view} />;
  return documentResponse(visit, { body, token, status, cookies: [cookie, ...cookies] });
};

/** As {@link pageResponse}, for what is no form of the settings. */
export const bodyResponse = ({ guard }: Desk, visit: Visit, { body }: { readonly body: Child }): Response => {
  const { token, cookie } = guard.issue(visit.request, visit.context);
  return documentResponse(visit, { body, token, status: 200, cookies: [cookie] });
};

interface DocumentToSend {
  readonly body: Child;
  readonly token: string;
  readonly status: number;
  readonly cookies: readonly CookieToSet[];
}

const documentResponse = ({ request, context, reader }: Visit, { body, token, status, cookies }: DocumentToSend) => {
  const { locale, organisation } = reader;
  const { basePath } = context;
  const title = wordsIn(locale).page;
  const page = (
    <Page
      {...{ locale, title, organisation: organisation.name, basePath }}
      aside={<SignOut reader={reader} path={context.signOutPath} token={token} />}
    >
      {body}
    </Page>
  );
  const isFragment = new URL(request.url).searchParams.has('fragment');
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale });
  for (const one of cookies) headers.append('Set-Cookie', cookieText(request, one));
  return new Response(isFragment ? String(body) : documentText(page), { status, headers });
};

interface SignOutProps {
  readonly reader: Visit['reader'];
  readonly path: string | undefined;
  readonly token: string;
}

const SignOut = ({ reader: { administrator, locale }, path, token }: SignOutProps) =>
  path === undefined ? null : (
    <form method="post" action={path} class="planning-backup pb-sign-out">
      <input type="hidden" name="token" value={token} />
      <span>{administrator.name}</span>
      <button type="submit" class="pb-secondary">
        {signInWords(locale).signOut}
      </button>
    </form>
  );

/** To the page, where the message is said once: a reload repeats nothing. */
export const redirectResponse = ({ request, context: { basePath } }: Visit, message: Message): Response =>
  new Response(null, {
    status: 303,
    headers: {
      Location: basePath === '' ? '/' : basePath,
      'Set-Cookie': cookieText(request, messageCookie(message, basePath)),
    },
  });

const formAsSaved = ({ settings, state }: Section): FormState => {
  const values: FormValues = settings === undefined ? EMPTY_FORM : formOf(settings);
  return {
    ...{ values, expectedVersion: state.version, problems: {}, others: {} },
    candidates:
      settings === undefined ? { current: null, seen: null } : candidatesFor(settings.destination, values, settings),
    isSecretToBeEnteredAgain: false,
    report: undefined,
  };
};
