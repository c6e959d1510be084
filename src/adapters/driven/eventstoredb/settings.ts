import { readFileSync } from 'node:fs';
import type { Secret } from '../../../application/secret.ts';

/** Where the cluster is, and as whom. Holds a password: not to be printed. */
export interface EventStoreSettings {
  readonly hosts: readonly [Host, ...Host[]];
  /** The first host's name stands for all nodes (`esdb+discover://`). */
  readonly isDiscovered: boolean;
  readonly isInsecure: boolean;
  /** Null only where there is no TLS: the client sends none there. */
  readonly credentials: { readonly username: string; readonly password: string } | null;
  readonly rootCertificate: { readonly rootCertificate: Buffer } | undefined;
  readonly discovery: {
    readonly maxDiscoverAttempts?: number;
    readonly discoveryInterval?: number;
    readonly gossipTimeout?: number;
  };
}

export interface Host {
  readonly address: string;
  readonly port: number;
}

/** None repeats what was set, which may hold a password. */
export type EventStoreSettingsProblem =
  | 'malformed'
  | 'option-unknown'
  | 'without-tls'
  | 'default-credentials'
  | 'credentials-missing'
  | 'certificate-unreadable';

export type ReadSettings =
  | { readonly ok: true; readonly settings: EventStoreSettings }
  | { readonly ok: false; readonly problem: EventStoreSettingsProblem };

const DEFAULT_PORT = 2113;

/** A user may stand without a password here to be told that it is missing. Names and passwords are percent-encoded. */
const URL_FORM =
  /^esdb(?<discover>\+discover)?:\/\/(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?(?<hosts>[^@/?#]+)\/?(?:\?(?<options>[^#]*))?$/;

/** A name or IPv4 address; IPv6 in brackets. */
const HOST_FORM = /^(?<address>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::(?<port>[0-9]{1,5}))?$/;

const LOOPBACK = /^(?:127(?:\.[0-9]{1,3}){3}|localhost|\[::1\])$/;

/** What each server is installed with (its documentation, "Security", default users). */
const DEFAULT_PASSWORDS = ['changeit'];
const DEFAULT_USERS = ['admin', 'ops'];

const NUMBERS = ['maxDiscoverAttempts', 'discoveryInterval', 'gossipTimeout'] as const;

/**
 * Reads a connection string, `esdb://user:password@host:port?option=…`. Its form is the client's, but only what is
 * understood here is let through: the client takes an option that it does not know for a warning, and prints the whole
 * string with it. `tls=false` and default passwords are for a loopback address, and only where the operator says so.
 */
export const readEventStoreSettings = (text: Secret, mayBeInsecure: boolean): ReadSettings => {
  const found = URL_FORM.exec(text.reveal().trim())?.groups;
  const hosts = hostsOf(found?.hosts ?? '');
  const [user, password] = [decoded(found?.user), decoded(found?.password)];
  if (found === undefined || hosts === undefined || user === null || password === null) return no('malformed');
  const options = optionsOf(found.options);
  if (options === undefined) return no('option-unknown');
  const { tls, tlsCAFile, ...discovery } = options;
  const isExcused = mayBeInsecure && hosts.every(({ address }) => LOOPBACK.test(address));
  if (!tls && !isExcused) return no('without-tls');
  const credentials = user && password ? { username: user, password } : null;
  if (credentials === null && (tls || user !== undefined)) return no('credentials-missing');
  if (credentials !== null && isDefault(credentials) && !isExcused) return no('default-credentials');
  const certificate = tlsCAFile === undefined ? undefined : readCertificate(tlsCAFile);
  if (certificate === null) return no('certificate-unreadable');
  const isDiscovered = found.discover !== undefined;
  const settings = { hosts, isDiscovered, isInsecure: !tls, credentials, rootCertificate: certificate, discovery };
  return { ok: true, settings };
};

/** Where it is, for messages. */
export const placeOf = ({ hosts }: Pick<EventStoreSettings, 'hosts'>): string =>
  `EventStoreDB at ${hosts.map(({ address, port }) => `${address}:${port}`).join(',')}`;

const no = (problem: EventStoreSettingsProblem): ReadSettings => ({ ok: false, problem });

const isDefault = ({ username, password }: { readonly username: string; readonly password: string }): boolean =>
  DEFAULT_USERS.includes(username) && DEFAULT_PASSWORDS.includes(password);

const hostsOf = (text: string): EventStoreSettings['hosts'] | undefined => {
  const [first, ...others] = text.split(',').map(hostOf);
  return first !== undefined && others.every((host) => host !== undefined) ? [first, ...others] : undefined;
};

const hostOf = (text: string): Host | undefined => {
  const { address, port = String(DEFAULT_PORT) } = HOST_FORM.exec(text)?.groups ?? {};
  if (address === undefined || Number(port) < 1 || Number(port) > 65_535) return undefined;
  return { address, port: Number(port) };
};

/** Null for what is not percent-encoded as it should be. */
const decoded = (text: string | undefined): string | undefined | null => {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return null;
  }
};

type Options = EventStoreSettings['discovery'] & { readonly tls: boolean; readonly tlsCAFile?: string };

/** Undefined for what is not understood. Names are compared as the client does: without case, `-` and `_`. */
const optionsOf = (text: string | undefined): Options | undefined => {
  const options: { tls: boolean; tlsCAFile?: string } & { -readonly [Name in (typeof NUMBERS)[number]]?: number } = {
    tls: true,
  };
  for (const [key, value] of new URLSearchParams(text ?? '')) {
    const name = flat(key);
    const number = NUMBERS.find((known) => flat(known) === name);
    if (number !== undefined && /^[1-9][0-9]{0,6}$/.test(value)) options[number] = Number(value);
    else if (name === 'tls' && /^(?:true|false)$/.test(value)) options.tls = value === 'true';
    else if (name === 'tlscafile' && value !== '') options.tlsCAFile = value;
    // Both say what is done anyway.
    else if (!(name === 'nodepreference' && value === 'leader') && !(name === 'tlsverifycert' && value === 'true'))
      return undefined;
  }
  return options;
};

const flat = (name: string): string => name.trim().toLowerCase().replace(/[_-]/g, '');

const readCertificate = (file: string): { readonly rootCertificate: Buffer } | null => {
  try {
    return { rootCertificate: readFileSync(file) };
  } catch {
    return null;
  }
};
