import type { OrganisationDirectory } from '../../../../application/ports/organisation-directory.ts';
import { readBody } from '../body.ts';
import { cookieOf, cookieText } from '../cookies.ts';
import { ForgeryGuard } from '../forgery.ts';
import { secured } from '../headers.ts';
import { type SettingsPage, whyTroubled } from '../settings-page.ts';
import { troubleResponse } from '../views/trouble.tsx';
import { landingPage, noticePage, PAGE_PATH } from './pages.tsx';
import { SESSION_SECONDS, type SignedIn, type SigningIn } from './signing-in.ts';
import { asSentToProxy, readClaim, type TrustedProxy } from './trusted-proxy.ts';
import { languageAskedFor, type SignInNotice, signInWords } from './words.ts';

/** Where a request comes from on the network. */
export interface Peer {
  readonly address: string;
}

export interface FrontDoorOptions {
  readonly directory: OrganisationDirectory;
  readonly signingIn: SigningIn;
  /** The page's own: its forms are bound with it. */
  readonly forgeryKey: Uint8Array;
  /** Host and port that requests may be addressed to. */
  readonly hosts: readonly string[];
  readonly trustedProxy: TrustedProxy | null;
  /** Told of whatever the reader was told only that it happened. Never throws. */
  readonly onFault: (error: unknown, requestId: string) => void;
}

export type FrontDoor = (request: Request, peer: Peer, requestId: string) => Promise<Response>;

export const LINK_PATH = '/sign-in/';
const SIGN_OUT_PATH = `${PAGE_PATH}/sign-out`;
const SESSION = 'planning-backup-session';

const NOBODY: SignedIn = { organisationId: '', administratorId: '' };
/** Before anybody has signed in, a form is bound to its cookie alone. */
const ANYBODY = { ...NOBODY, basePath: '' };

/** Lets in who holds a session or comes from the trusted proxy, and nobody else. */
export const frontDoor = (page: SettingsPage, options: FrontDoorOptions): FrontDoor => {
  const door = new Door(page, options);
  return async (request, peer, requestId) => {
    try {
      return secured(await door.answer(request, peer, requestId), {});
    } catch (error) {
      const why = whyTroubled(error);
      if (why !== 'unavailable') options.onFault(error, requestId);
      return secured(troubleResponse(why, languageAskedFor(request), PAGE_PATH), {});
    }
  };
};

class Door {
  readonly #page: SettingsPage;
  readonly #options: FrontDoorOptions;
  readonly #guard: ForgeryGuard;

  constructor(page: SettingsPage, options: FrontDoorOptions) {
    this.#page = page;
    this.#options = options;
    this.#guard = new ForgeryGuard({ forgeryKey: options.forgeryKey });
  }

  async answer(received: Request, { address }: Peer, requestId: string): Promise<Response> {
    const { trustedProxy, hosts, signingIn } = this.#options;
    const isProxied = trustedProxy?.isProxy(address) === true;
    const request = isProxied ? asSentToProxy(received) : received;
    const { pathname, host } = new URL(request.url);
    // A name of somebody else's that leads here makes pages of theirs the same origin (DNS rebinding).
    if (!isProxied && !hosts.includes(host)) return notice(request, 421, 'notTrusted');
    const claim = trustedProxy === null ? null : request.headers.get(trustedProxy.header);
    if (claim !== null && !isProxied) return notice(request, 403, 'notTrusted');
    if (pathname === '/') return new Response(null, { status: 303, headers: { Location: PAGE_PATH } });
    // Style and script are the same for everybody, and the pages of the door need them too.
    if (pathname.startsWith(`${PAGE_PATH}/assets/`))
      return this.#page(request, { ...NOBODY, basePath: PAGE_PATH, requestId });
    if (pathname.startsWith(LINK_PATH)) return this.#link(request, pathname.slice(LINK_PATH.length));
    if (pathname === SIGN_OUT_PATH && request.method === 'POST') return this.#signOut(request);
    const who = claim === null ? await signingIn.whoIs(cookieOf(request, SESSION) ?? '') : readClaim(claim);
    if (who === undefined) return notice(request, 401, 'nobody');
    const signOut = claim === null ? { signOutPath: SIGN_OUT_PATH } : {};
    return this.#page(request, { ...who, ...signOut, basePath: PAGE_PATH, requestId });
  }

  /** Looking at a link uses nothing up, so that a preview of it does no harm; pressing the button does. */
  async #link(request: Request, link: string): Promise<Response> {
    const { signingIn, directory } = this.#options;
    if (request.method === 'POST') return this.#redeem(request, link);
    const who = await signingIn.invited(link);
    const organisation = who && (await directory.organisation(who.organisationId));
    const person = organisation?.administrators.find(({ id }) => id === who?.administratorId);
    if (organisation === undefined || person === undefined) return notice(request, 410, 'linkGone');
    const { token, cookie } = this.#guard.issue(request, ANYBODY);
    const { locale, name } = person;
    return withCookie(
      landingPage({ locale, name, organisation: organisation.name, token }),
      cookieText(request, cookie),
    );
  }

  async #redeem(request: Request, link: string): Promise<Response> {
    if (!(await this.#isOurs(request, ANYBODY))) return notice(request, 403, 'notTrusted');
    const session = await this.#options.signingIn.redeem(link);
    if (session === undefined) return notice(request, 410, 'linkGone');
    const cookie = { name: SESSION, value: session.token, maxAge: SESSION_SECONDS, path: '/' };
    const toThePage = new Response(null, { status: 303, headers: { Location: PAGE_PATH } });
    return withCookie(toThePage, cookieText(request, cookie));
  }

  async #signOut(request: Request): Promise<Response> {
    const session = cookieOf(request, SESSION) ?? '';
    const who = (await this.#options.signingIn.whoIs(session)) ?? NOBODY;
    if (!(await this.#isOurs(request, { ...who, basePath: PAGE_PATH }))) return notice(request, 403, 'notTrusted');
    await this.#options.signingIn.end(session);
    const noCookie = { name: SESSION, value: '', maxAge: 0, path: '/' };
    return withCookie(notice(request, 200, 'signedOut'), cookieText(request, noCookie));
  }

  async #isOurs(request: Request, who: typeof ANYBODY): Promise<boolean> {
    const said = this.#guard.saysOf(request);
    if (said !== 'unsaid') return said === 'ours';
    const body = await readBody(request);
    return body instanceof URLSearchParams && this.#guard.isToken(request, who, body.get('token'));
  }
}

const notice = (request: Request, status: number, what: SignInNotice): Response => {
  const locale = languageAskedFor(request);
  return noticePage(status, locale, signInWords(locale)[what]);
};

const withCookie = (response: Response, cookie: string): Response => {
  response.headers.append('Set-Cookie', cookie);
  return response;
};
