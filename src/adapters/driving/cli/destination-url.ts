import { domainToASCII } from 'node:url';
import {
  type Destination,
  type DestinationProblem,
  defaultPort,
  readDestination,
  type TlsMode,
} from '../../../domain/destination/destination.ts';
import { type Reading, unreadable } from '../../../domain/reading.ts';

export type UrlProblem =
  | 'url-malformed'
  | 'login-in-url'
  | 'query-in-url'
  | 'encoding-malformed'
  | 'tls-contradicts-url';

const SCHEMES = { sftp: 'sftp', ftp: 'ftp', ftps: 'ftp' } as const;

/** RFC 3986, section 3, with nothing made up: what is missing is missing. */
const URL = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)([?#].*)?$/is;
const AUTHORITY = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s;
const PORT = /^[0-9]{1,5}$/;
const BEYOND_ASCII = /[^\0-\u007f]/;

/**
 * Reads `sftp://`, `ftp://` or `ftps://host[:port]/directory`. Split by hand, because the URLs of browsers repair
 * what they get: here `..`, `127.1` and a password are refused and not tidied away. The directory is percent-decoded
 * once. `tls` is what was asked for beside the URL; `current` what is kept, for the same host, where nothing was.
 */
export const readDestinationUrl = (
  text: string,
  tls: TlsMode | undefined,
  current: Destination | undefined,
): Reading<Destination, DestinationProblem | UrlProblem> => {
  const [, written, authority, path, rest] = URL.exec(text) ?? [];
  if (written === undefined || authority === undefined || path === undefined) return unreadable('url-malformed');
  if (authority.includes('@')) return unreadable('login-in-url');
  const scheme = written.toLowerCase();
  if (!isScheme(scheme)) return unreadable('protocol-unknown');
  if (rest !== undefined) return unreadable('query-in-url');
  const directory = decoded(path);
  if (directory === undefined) return unreadable('encoding-malformed');
  const [, host = '', port] = AUTHORITY.exec(authority) ?? [];
  if (port !== undefined && !PORT.test(port)) return unreadable('port-out-of-range');
  const protocol = SCHEMES[scheme];
  const name = asciiHost(host);
  const kept = current?.protocol === protocol && current.host === name.toLowerCase() ? current.tlsMode : undefined;
  const tlsMode = tlsModeOf(scheme, tls, kept);
  if (tlsMode === undefined) return unreadable('tls-contradicts-url');
  const number = port === undefined ? defaultPort(protocol, tlsMode) : Number(port);
  return readDestination({ protocol, tlsMode, host: name, port: number, directory });
};

const isScheme = (scheme: string): scheme is keyof typeof SCHEMES => Object.hasOwn(SCHEMES, scheme);

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/** A name with letters beyond ASCII as `xn--…` (UTS 46); what would become a plain name or an address stays refused. */
const asciiHost = (host: string): string => {
  if (!BEYOND_ASCII.test(host)) return host;
  const ascii = domainToASCII(host);
  return ascii.split('.').some((label) => label.startsWith('xn--')) ? ascii : host;
};

/** Undefined where what was asked for contradicts the scheme. Encryption is never lost by leaving something out. */
const tlsModeOf = (
  scheme: keyof typeof SCHEMES,
  asked: TlsMode | undefined,
  kept: TlsMode | undefined,
): TlsMode | undefined => {
  switch (scheme) {
    case 'sftp':
      return asked ?? 'none';
    case 'ftp':
      return asked ?? kept ?? 'none';
    case 'ftps':
      if (asked === 'none') return undefined;
      return asked ?? (kept === 'explicit' ? 'explicit' : 'implicit');
    default:
      return scheme satisfies never;
  }
};

/** The options that say this destination whatever is stored. The inverse of {@link readDestinationUrl}. */
export const destinationOptions = ({ protocol, tlsMode, host, port, directory }: Destination): readonly string[] => {
  const scheme = tlsMode === 'none' ? protocol : 'ftps';
  const name = host.includes(':') ? `[${host}]` : host;
  const path = directory.split('/').map(encodeURIComponent).join('/');
  const tls = protocol === 'sftp' ? [] : ['--tls', tlsMode];
  return ['--destination', `${scheme}://${name}:${port}${path}`, ...tls];
};
