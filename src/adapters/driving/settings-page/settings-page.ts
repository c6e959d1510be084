import { type Context, Hono } from 'hono';
import type { PlanningBackup } from '../../../application/planning-backup.ts';
import { AlteredHistory, EventLogUnavailable } from '../../../application/ports/event-log.ts';
import { DirectoryUnavailable, type OrganisationDirectory } from '../../../application/ports/organisation-directory.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { backUp } from './actions/backing-up.ts';
import { act, save } from './actions/saving.ts';
import { askToRemove, show } from './actions/showing.ts';
import { test } from './actions/testing.ts';
import { SCRIPT, SCRIPT_FILE } from './assets/script.ts';
import { STYLE, STYLE_FILE } from './assets/style.ts';
import { readBody } from './body.ts';
import type { PageContext, SettingsPageOptions } from './context.ts';
import type { Desk, Visit } from './desk.ts';
import { ForgeryGuard } from './forgery.ts';
import { showNights } from './freshness/showing-nights.tsx';
import { secured } from './headers.ts';
import { showHistory } from './history/showing-history.tsx';
import { troubleResponse } from './views/trouble.tsx';
import type { Trouble } from './wording/words.ts';

/** A web-standard handler: the host mounts it under `context.basePath`, and vouches for the rest of the context. */
export type SettingsPage = (request: Request, context: PageContext) => Promise<Response>;

interface Env {
  Bindings: PageContext;
  Variables: { locale: Locale };
}

type Handler = (desk: Desk, visit: Visit) => Promise<Response>;
type Action = (desk: Desk, visit: Visit, body: URLSearchParams) => Promise<Response>;

/**
 * The section of the security settings page. `GET` shows it (with `?fragment` without a page around it), forms are
 * sent by `POST`. It works without JavaScript, and better with it. What the request says about who asks is ignored.
 *
 * @example
 * const page = settingsPage(backup, directory, { clock });
 * const response = await page(request, {
 *   organisationId: session.organisationId, administratorId: session.userId,
 *   basePath: '/security-settings/ftp-backup', requestId: request.headers.get('X-Request-Id'),
 * });
 */
export const settingsPage = (
  backup: PlanningBackup,
  directory: OrganisationDirectory,
  options: SettingsPageOptions,
): SettingsPage => {
  const desk: Desk = { backup, directory, options, guard: new ForgeryGuard(options) };
  const app = routed(desk);
  return async (request, context) => secured(await app.fetch(request, context), options);
};

const routed = (desk: Desk): Hono<Env> => {
  const app = new Hono<Env>({ getPath: (request, given) => pathIn(request, given?.env as PageContext) });
  app.use(async (c, next) => {
    // Until it is known who asks.
    c.set('locale', c.env.locale ?? 'en');
    await next();
  });
  const shown = (path: string, handler: Handler): void => {
    app.get(path, visited(desk, handler));
  };
  const sent = (path: string, action: Action): void => {
    app.post(
      path,
      visited(desk, (_, visit) => withForm(desk, visit, action)),
    );
  };
  app.get(`/assets/${STYLE_FILE}`, () => asset(STYLE, 'text/css'));
  app.get(`/assets/${SCRIPT_FILE}`, () => asset(SCRIPT, 'text/javascript'));
  shown('/', show);
  shown('/remove', askToRemove);
  shown('/history', showHistory);
  shown('/nights', showNights);
  sent('/save', save);
  sent('/test', test);
  for (const action of ['pause', 'resume', 'remove'] as const)
    sent(`/${action}`, (at, visit, body) => act(at, visit, body, action));
  sent('/back-up', backUp);
  const methods: Readonly<Record<string, string>> = {
    ...{ '/': 'GET, HEAD', '/history': 'GET, HEAD', '/nights': 'GET, HEAD', '/remove': 'GET, HEAD, POST' },
  };
  for (const path of ['/', '/history', '/nights', '/remove', '/save', '/test', '/pause', '/resume', '/back-up'])
    app.all(path, (c) => trouble(c, 'method', { Allow: methods[path] ?? 'POST' }));
  app.notFound((c) => trouble(c, 'not-found'));
  app.onError((error, c) => {
    const why = whyTroubled(error);
    if (why !== 'unavailable') desk.options.onFault?.(error, c.env.requestId);
    return trouble(c, why);
  });
  return app;
};

/** What is behind the base path; anything else is not this page's. */
const pathIn = (request: Request, { basePath }: PageContext): string => {
  const { pathname } = new URL(request.url);
  if (pathname === basePath) return '/';
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '/ /';
};

const trouble = (c: Context<Env>, why: Trouble, headers: Readonly<Record<string, string>> = {}): Response =>
  troubleResponse(why, c.get('locale'), c.env.basePath, headers);

/** What a reader is told of an error; its own words are for the host. */
export const whyTroubled = (error: unknown): Trouble => {
  if (error instanceof DirectoryUnavailable || error instanceof EventLogUnavailable) return 'unavailable';
  return error instanceof AlteredHistory ? 'altered' : 'fault';
};

/** Law: nobody comes to a handler whom the directory does not know as an administrator of the organisation now. */
const visited =
  (desk: Desk, handler: Handler) =>
  async (c: Context<Env>): Promise<Response> => {
    const context = c.env;
    const organisation = await desk.directory.organisation(context.organisationId);
    const administrator = organisation?.administrators.find(({ id }) => id === context.administratorId);
    const locale = context.locale ?? administrator?.locale ?? organisation?.locale ?? 'en';
    c.set('locale', locale);
    if (organisation === undefined || administrator === undefined) return trouble(c, 'not-an-administrator');
    return handler(desk, { request: c.req.raw, context, reader: { organisation, administrator, locale } });
  };

const withForm = async (desk: Desk, visit: Visit, action: Action): Promise<Response> => {
  const { request, context, reader } = visit;
  const refused = (why: Trouble): Response => troubleResponse(why, reader.locale, context.basePath);
  const said = desk.guard.saysOf(request);
  if (said === 'foreign') return refused('forged');
  const body = await readBody(request);
  if (!(body instanceof URLSearchParams)) return refused(body);
  if (said === 'unsaid' && !desk.guard.isToken(request, context, body.get('token'))) return refused('forged');
  return action(desk, visit, body);
};

/** Its name changes with its content, so it never has to be asked for again. */
const asset = (text: string, type: string): Response =>
  new Response(text, {
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'private, max-age=31536000, immutable' },
  });
