import type { SignedIn } from './signing-in.ts';

/**
 * A proxy that signs people in by itself. It says who they are in a header, `<organisation>/<administrator>`, each
 * percent-encoded, and must take that header, `X-Forwarded-Proto` and `X-Forwarded-Host` off what comes from outside.
 */
export interface TrustedProxy {
  readonly header: string;
  readonly isProxy: (address: string) => boolean;
}

/** Undefined for what names nobody. */
export const readClaim = (text: string): SignedIn | undefined => {
  const [organisation, administrator, ...more] = text.split('/');
  if (organisation === undefined || administrator === undefined || more.length > 0) return undefined;
  try {
    return { organisationId: decodeURIComponent(organisation), administratorId: decodeURIComponent(administrator) };
  } catch {
    return undefined;
  }
};

/** The request as the browser sent it to the proxy: where a form comes from is compared with that. */
export const asSentToProxy = (request: Request): Request => {
  const url = new URL(request.url);
  const proto = request.headers.get('X-Forwarded-Proto')?.trim() === 'https' ? 'https' : 'http';
  const origin = `${proto}://${request.headers.get('X-Forwarded-Host')?.trim() ?? url.host}`;
  return URL.canParse(origin) ? new Request(new URL(`${url.pathname}${url.search}`, origin), request) : request;
};
