import type { Administrator, Organisation } from '../../../src/application/ports/organisation-directory.ts';
import type { Locale } from '../../../src/domain/backup-configuration/settings.ts';
import type { HostIdentity } from '../../../src/domain/destination/host-identity.ts';
import { readHostIdentity } from '../../../src/domain/destination/host-identity.ts';
import { aDestination } from '../../builders/destination.ts';
import { valid } from '../../builders/valid.ts';
import type { Random } from '../engine/random.ts';
import { type Onlooker, SimulatedServer } from './server.ts';

/** Marks every password, so that it is found wherever it should not be. */
export const CANARY = 'Kanarienvogel';

/** One organisation: its people as the host's directory names them, and the servers that it runs itself. */
export interface Newsroom {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  timeZone: string;
  administrators: readonly Administrator[];
  /** Whether somebody runs two nights at once in these seconds. */
  isRunningTwo: boolean;
  /** The one in use first, and one that it may move to. */
  readonly servers: readonly SimulatedServer[];
  /** Every state of the administrators and when it began, in milliseconds. */
  readonly past: { readonly at: number; readonly administrators: readonly Administrator[] }[];
}

export const organisationOf = ({ id, name, locale, timeZone, administrators }: Newsroom): Organisation => ({
  ...{ id, name, locale, timeZone, administrators },
});

export const edit = (newsroom: Newsroom, at: number, administrators: readonly Administrator[]): void => {
  newsroom.administrators = administrators;
  newsroom.past.push({ at, administrators });
};

/** The administrators and addresses that stood in the directory all the time between two moments. */
export const standing = ({ past }: Newsroom, from: number, to: number): readonly Administrator[] => {
  const states = past.filter(({ at }, index) => at <= to && (past[index + 1]?.at ?? Number.POSITIVE_INFINITY) > from);
  const [first, ...rest] = states.map(({ administrators }) => administrators);
  return (first ?? []).filter(({ id, email }) =>
    rest.every((others) => others.some((other) => other.id === id && other.email === email)),
  );
};

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Europe/London',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'America/St_Johns',
  'Asia/Tokyo',
];

export const makeNewsroom = (index: number, random: Random, onlooker: Onlooker): Newsroom => {
  const id = `redaktion-${index + 1}`;
  const locale = random.chance(0.5) ? 'de' : 'en';
  const people = ['anna', 'ben', 'carla', 'dora'].slice(0, random.between(2, 4));
  const administrators = people.map((name) => person(id, name));
  const servers = [1, 2].map((n) => makeServer(id, index, n, random, onlooker));
  const timeZone = ZONES[index % ZONES.length] ?? 'UTC';
  const past = [{ at: 0, administrators }];
  return { id, name: `Redaktion ${index + 1}`, locale, timeZone, administrators, isRunningTwo: false, servers, past };
};

export const person = (organisationId: string, name: string): Administrator => ({
  id: `${organisationId}/${name}`,
  name,
  email: `${name}@${organisationId}.example`,
  locale: 'en',
});

const makeServer = (id: string, index: number, n: number, random: Random, onlooker: Onlooker): SimulatedServer => {
  const kind = random.pick(['sftp', 'sftp', 'ftps', 'ftp'] as const);
  const isSftp = kind === 'sftp';
  return new SimulatedServer(
    id,
    `93.184.${index % 250}.${n}`,
    `${CANARY}-${index}-${n}-1`,
    {
      protocol: isSftp ? 'sftp' : 'ftp',
      tlsMode: kind === 'ftps' ? 'explicit' : 'none',
      host: `s${n}.${id}.example`,
      port: isSftp ? 22 : 21,
      user: 'planung',
      identity: kind === 'ftp' ? null : identityOf(kind, index * 8 + n),
      ...(random.chance(0.2) ? { renameOver: 'refused' as const } : {}),
    },
    onlooker,
  );
};

/** The n-th identity of a server. */
export const identityOf = (kind: 'sftp' | 'ftps', n: number): HostIdentity =>
  valid(
    readHostIdentity(
      kind === 'sftp'
        ? `SHA256:${n.toString(36).padStart(43, 'A')}`
        : Array.from({ length: 32 }, (_, index) => ((n >> (index % 16)) & 0xff).toString(16).padStart(2, '0')).join(
            ':',
          ),
    ),
  );

export const destinationAt = ({ options }: SimulatedServer, directory: string, host = options.host) => {
  const { protocol, tlsMode, port } = options;
  return aDestination({ protocol, tlsMode, host, port, directory });
};
