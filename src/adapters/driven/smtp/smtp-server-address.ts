import { Secret } from '../../../application/secret.ts';
import { readHostName } from '../../../domain/destination/host-name.ts';
import { type Reading, read, unreadable } from '../../../domain/reading.ts';

/** The mail server that mails are handed over to. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `starttls` is required, never "if available"; `none` is for loopback only. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: Secret } | null;
}

/** None says what was written: it may hold a password. */
export type SmtpServerProblem =
  /** Not `smtp[s]://[user:password@]host[:port][?tls=none]`. Signs such as `@ : / ? # %` in a password are percent-encoded. */
  | 'smtp-url-malformed'
  /** Mails and a password would travel readable for everybody. */
  | 'smtp-without-tls-beyond-loopback';

/** RFC 8314, 3.3: submission over implicit TLS, and with STARTTLS. */
const PORTS = { implicit: 465, starttls: 587, none: 587 } as const;

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;

export const readSmtpServer = (text: string): Reading<SmtpServer, SmtpServerProblem> => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const tls = url && tlsOf(url);
  if (url === undefined || tls === undefined) return unreadable('smtp-url-malformed');
  const host = readHostName(url.hostname);
  const login = loginOf(url);
  if (!host.ok || login === undefined || !isNothingElse(url)) return unreadable('smtp-url-malformed');
  if (tls === 'none' && !LOOPBACK.test(host.value)) return unreadable('smtp-without-tls-beyond-loopback');
  return read({ host: host.value, port: url.port === '' ? PORTS[tls] : Number(url.port), tls, login });
};

const tlsOf = ({ protocol, search }: URL): SmtpServer['tls'] | undefined => {
  if (protocol === 'smtps:' && search === '') return 'implicit';
  if (protocol !== 'smtp:') return undefined;
  return { '': 'starttls', '?tls=none': 'none' }[search] as SmtpServer['tls'] | undefined;
};

/** Undefined if half of it is missing, or is no percent-encoded text. */
const loginOf = ({ username, password }: URL): SmtpServer['login'] | undefined => {
  if (username === '' && password === '') return null;
  if (username === '' || password === '') return undefined;
  try {
    return { user: decodeURIComponent(username), password: new Secret(decodeURIComponent(password)) };
  } catch {
    return undefined;
  }
};

const isNothingElse = ({ pathname, hash, port }: URL): boolean =>
  (pathname === '' || pathname === '/') && hash === '' && port !== '0';
