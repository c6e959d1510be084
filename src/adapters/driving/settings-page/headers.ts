import type { SettingsPageOptions } from './context.ts';

/** Every answer carries these, whatever became of the request. */
export const secured = (
  response: Response,
  { frameAncestors = [] }: Pick<SettingsPageOptions, 'frameAncestors'>,
): Response => {
  const headers = new Headers(response.headers);
  const set = (name: string, value: string): void => headers.set(name, value);
  set('Content-Security-Policy', policy(frameAncestors));
  set('X-Content-Type-Options', 'nosniff');
  // Not `no-referrer`: with it browsers send `Origin: null` with a form of our own (Fetch standard, "append a request
  // Origin header").
  set('Referrer-Policy', 'same-origin');
  set('Cross-Origin-Opener-Policy', 'same-origin');
  set('Cross-Origin-Resource-Policy', 'same-origin');
  set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  if (frameAncestors.length === 0) set('X-Frame-Options', 'DENY');
  if (!headers.has('Cache-Control')) set('Cache-Control', 'no-store');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
};

const policy = (frameAncestors: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    // The script sends the same forms as the browser does.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
  ].join('; ');
