const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Longer ones Excel calls damage (its limit is 2,079 characters). */
const LONGEST = 2000;

/** More links on one sheet cost memory and time in every program; the rest stay texts. */
export const MAXIMUM_LINKS = 2000;

/**
 * Where a link may lead: an address of the web or of a mailbox, written the one way that a browser would. Undefined for
 * everything else, a path to a file or to a share on the network among it, and for what hides its host behind a user.
 */
export const linkTarget = (address: string | undefined): string | undefined => {
  if (address === undefined || !URL.canParse(address) || /[\s\\"<>]/.test(address)) return undefined;
  const url = new URL(address);
  if (!SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  // A mail with a subject or a copy to others is no business of a plan.
  if (url.protocol === 'mailto:' && !/^mailto:[\w.+-]+@[\w.-]+$/.test(url.href)) return undefined;
  return url.href.length > LONGEST ? undefined : url.href;
};
