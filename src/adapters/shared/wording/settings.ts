import type {
  ConfidentialRecords,
  Locale,
  LoginMethod,
  Replacement,
} from '../../../domain/backup-configuration/settings.ts';
import { type Destination, defaultPort } from '../../../domain/destination/destination.ts';
import type { HostIdentity } from '../../../domain/destination/host-identity.ts';

interface SettingsWords {
  readonly explicitTls: string;
  readonly implicitTls: string;
  readonly methods: Readonly<Record<LoginMethod, string>>;
  readonly replacements: Readonly<Record<Replacement, string>>;
  readonly confidential: Readonly<Record<ConfidentialRecords, string>>;
  readonly locales: Readonly<Record<Locale, string>>;
  readonly identities: Readonly<Record<HostIdentity['kind'], string>>;
  readonly noIdentity: string;
}

const ENGLISH: SettingsWords = {
  explicitTls: 'explicit TLS',
  implicitTls: 'implicit TLS',
  methods: { password: 'password', 'private-key': 'private key' },
  replacements: {
    atomic: 'in one step (atomic)',
    'delete-then-rename': 'delete, then rename (for a moment there is no file)',
    overwrite: 'overwrite (a cut connection leaves half a file)',
  },
  confidential: { include: 'included', 'leave-out': 'left out' },
  locales: { de: 'German', en: 'English' },
  identities: { 'ssh-host-key': 'host key', certificate: 'certificate' },
  noIdentity: 'none pinned',
};

const GERMAN: SettingsWords = {
  explicitTls: 'explizites TLS',
  implicitTls: 'implizites TLS',
  methods: { password: 'Passwort', 'private-key': 'privater Schlüssel' },
  replacements: {
    atomic: 'in einem Schritt (atomic)',
    'delete-then-rename': 'löschen, dann umbenennen (einen Augenblick lang gibt es keine Datei)',
    overwrite: 'überschreiben (eine abgerissene Verbindung hinterlässt eine halbe Datei)',
  },
  confidential: { include: 'enthalten', 'leave-out': 'weggelassen' },
  locales: { de: 'Deutsch', en: 'Englisch' },
  identities: { 'ssh-host-key': 'Hostschlüssel', certificate: 'Zertifikat' },
  noIdentity: 'keine festgelegt',
};

const WORDS = { en: ENGLISH, de: GERMAN } as const;

/** The values of settings in words. */
export const settingsWords = (locale: Locale): SettingsWords => WORDS[locale];

/** As the command line takes it, with the kind of TLS behind it: `ftps://files.example/plans (explicit TLS)`. */
export const destinationText = (destination: Destination, locale: Locale): string => {
  const { protocol, tlsMode, host, port, directory } = destination;
  const { explicitTls, implicitTls } = WORDS[locale];
  const scheme = protocol === 'ftp' && tlsMode !== 'none' ? 'ftps' : protocol;
  const name = host.includes(':') ? `[${host}]` : host;
  const at = port === defaultPort(protocol, tlsMode) ? name : `${name}:${port}`;
  const tls = tlsMode === 'none' ? '' : ` (${tlsMode === 'explicit' ? explicitTls : implicitTls})`;
  return `${scheme}://${at}${directory}${tls}`;
};

export const identityText = (identity: HostIdentity | null, locale: Locale): string => {
  const { identities, noIdentity } = WORDS[locale];
  return identity === null ? noIdentity : `${identities[identity.kind]} ${identity.fingerprint}`;
};
