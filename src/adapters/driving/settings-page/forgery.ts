import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PageContext, SettingsPageOptions } from './context.ts';
import { type CookieToSet, cookieOf } from './cookies.ts';

const COOKIE = 'planning-backup-form';
const NONCE = /^[A-Za-z0-9_-]{22}$/;
/** Seconds that an open form stays good for a browser that sends no better sign. */
const LIFETIME = 43_200;

type Who = Pick<PageContext, 'organisationId' | 'administratorId' | 'basePath'>;

/**
 * Tells a form of our own from one that another site sends (SECURITY row 21). A browser that says where a request
 * comes from (`Sec-Fetch-Site` and `Origin`) is believed; one that does not must show a token, made for this
 * administrator from a cookie that the other site can neither read nor set.
 */
export class ForgeryGuard {
  readonly #key: Uint8Array;
  readonly #origins: readonly string[] | undefined;

  constructor({ forgeryKey, origins }: Pick<SettingsPageOptions, 'forgeryKey' | 'origins'>) {
    this.#key = forgeryKey ?? randomBytes(32);
    this.#origins = origins;
  }

  /** The token for a form, and the cookie that goes with it. */
  issue(request: Request, who: Who): { readonly token: string; readonly cookie: CookieToSet } {
    const given = cookieOf(request, COOKIE);
    const nonce = given !== undefined && NONCE.test(given) ? given : randomBytes(16).toString('base64url');
    const cookie = { name: COOKIE, value: nonce, maxAge: LIFETIME, path: who.basePath };
    return { token: this.#token(nonce, who), cookie };
  }

  /** What the browser says of where a request comes from; `unsaid` if it does not say both. */
  saysOf(request: Request): 'ours' | 'foreign' | 'unsaid' {
    const site = request.headers.get('Sec-Fetch-Site');
    const origin = request.headers.get('Origin');
    if (site !== null && site !== 'same-origin') return 'foreign';
    if (origin !== null && !this.#isOwn(origin, request)) return 'foreign';
    return site !== null && origin !== null ? 'ours' : 'unsaid';
  }

  isToken(request: Request, who: Who, token: string | null): boolean {
    const nonce = cookieOf(request, COOKIE);
    if (nonce === undefined || !NONCE.test(nonce) || token === null) return false;
    const [shown, right] = [Buffer.from(token), Buffer.from(this.#token(nonce, who))];
    return shown.length === right.length && timingSafeEqual(shown, right);
  }

  #isOwn(origin: string, request: Request): boolean {
    return (this.#origins ?? [new URL(request.url).origin]).includes(origin);
  }

  #token(nonce: string, { organisationId, administratorId }: Who): string {
    const bound = JSON.stringify(['planning-backup/form/v1', organisationId, administratorId, nonce]);
    return createHmac('sha256', this.#key).update(bound).digest('base64url');
  }
}
