import { type Reading, read, unreadable } from '../../../../domain/reading.ts';
import type { ProtocolChoice } from './form-values.ts';

/** What an address, however it was pasted, says about the fields. Absent: it says nothing. */
export interface SplitAddress {
  readonly protocol?: ProtocolChoice;
  readonly host: string;
  readonly port?: string;
  readonly directory?: string;
  readonly user?: string;
}

export type AddressProblem = 'login-in-address' | 'scheme-unknown' | 'query-in-address' | 'encoding-malformed';

/** RFC 3986, section 3, by hand: the URLs of browsers repair what they get, and `..` or `127.1` is to be refused. */
const URL_FORM = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is;
const BEYOND_ASCII = /[^\0-\u007f]/;

/** Whether a text may hold a password before an `@`; generously, because it is then neither kept nor shown again. */
export const mayHoldPassword = (text: string): boolean => {
  const behindScheme = text.replace(/^\s*[a-z][a-z0-9+.-]*:\/+/i, '');
  const login = behindScheme.slice(0, Math.max(behindScheme.lastIndexOf('@'), 0));
  return /:|%3a/i.test(login);
};

/** Splits `host`, `host/dir`, `host:port/dir`, `user@host` or a whole `sftp://…`. `chosen` is the protocol so far. */
export const splitAddress = (text: string, chosen: ProtocolChoice): Reading<SplitAddress, AddressProblem> => {
  const trimmed = text.trim();
  if (mayHoldPassword(trimmed)) return unreadable('login-in-address');
  const [, scheme, behind] = URL_FORM.exec(trimmed) ?? [];
  const rest = behind ?? trimmed;
  const protocol = scheme === undefined ? undefined : protocolOf(scheme.toLowerCase(), chosen);
  if (scheme !== undefined && protocol === undefined) return unreadable('scheme-unknown');
  if (scheme !== undefined && /[?#]/.test(rest)) return unreadable('query-in-address');
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const path = slash < 0 ? '' : rest.slice(slash);
  const directory = scheme === undefined ? path : decoded(path);
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : decoded(authority.slice(0, at));
  if (directory === undefined || user === undefined) return unreadable('encoding-malformed');
  return read({
    ...hostAndPort(authority.slice(at + 1)),
    ...(protocol === undefined ? {} : { protocol }),
    ...(/^\/*$/.test(directory) ? {} : { directory }),
    ...(user === '' ? {} : { user }),
  });
};

/** `ftp://` leaves open whether TLS is used, so it never takes the encryption away: that is chosen by hand. */
const protocolOf = (scheme: string, chosen: ProtocolChoice): ProtocolChoice | undefined => {
  if (scheme === 'sftp') return 'sftp';
  if (scheme === 'ftps') return chosen === 'ftps-explicit' ? chosen : 'ftps-implicit';
  if (scheme === 'ftp') return chosen === 'sftp' ? 'ftps-explicit' : chosen;
  return undefined;
};

const hostAndPort = (text: string): { host: string; port?: string } => {
  const [, bracketed, inBrackets] = /^(\[[^\]]*\])(?::(.*))?$/s.exec(text) ?? [];
  if (bracketed !== undefined) return { host: bracketed, ...(inBrackets === undefined ? {} : { port: inBrackets }) };
  const [host = '', port, ...more] = text.split(':');
  // More than one colon without brackets is a bare IPv6 address.
  if (port === undefined || more.length > 0) return { host: asciiHost(text) };
  return { host: asciiHost(host), port };
};

/** A name with letters beyond ASCII as `xn--…` (UTS 46); what would become an address by that stays as it is. */
const asciiHost = (host: string): string => {
  if (!BEYOND_ASCII.test(host) || !URL.canParse(`https://${host}`)) return host;
  const ascii = new URL(`https://${host}`).hostname;
  return ascii.split('.').some((label) => label.startsWith('xn--')) ? ascii : host;
};

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
