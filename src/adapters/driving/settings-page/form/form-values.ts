import type {
  BackupSettings,
  ConfidentialRecords,
  LoginMethod,
  Replacement,
} from '../../../../domain/backup-configuration/settings.ts';
import {
  type Destination,
  defaultPort,
  type Protocol,
  type TlsMode,
} from '../../../../domain/destination/destination.ts';

/** Safest first. */
export const PROTOCOL_CHOICES = ['sftp', 'ftps-explicit', 'ftps-implicit', 'ftp'] as const;
export type ProtocolChoice = (typeof PROTOCOL_CHOICES)[number];

/** Best first. */
export const REPLACEMENTS = ['atomic', 'delete-then-rename', 'overwrite'] as const satisfies readonly Replacement[];
export const METHODS = ['password', 'private-key'] as const satisfies readonly LoginMethod[];

/** What stands in the form's fields, as text. No secret is among them: those are read beside it and never kept. */
export interface FormValues {
  readonly protocol: ProtocolChoice;
  readonly address: string;
  /** Empty: the protocol's usual one. */
  readonly port: string;
  readonly directory: string;
  readonly user: string;
  readonly method: LoginMethod;
  /** The fingerprint that is ticked as trusted, or empty. */
  readonly trusted: string;
  /** The fingerprint that a test showed, or empty, and the server that showed it. */
  readonly seen: string;
  readonly seenAt: string;
  readonly replacement: Replacement;
  readonly confidential: ConfidentialRecords;
  /** Counts at set-up only. */
  readonly prefix: string;
}

export type Field = keyof FormValues | 'password' | 'privateKey' | 'passphrase';

export const EMPTY_FORM: FormValues = {
  protocol: 'sftp',
  address: '',
  port: '',
  directory: '',
  user: '',
  method: 'password',
  trusted: '',
  seen: '',
  seenAt: '',
  replacement: 'atomic',
  confidential: 'include',
  prefix: '',
};

export const formOf = (settings: BackupSettings): FormValues => {
  const { destination, login, trustedIdentity, replacement, confidentialRecords } = settings;
  const usual = defaultPort(destination.protocol, destination.tlsMode);
  return {
    ...EMPTY_FORM,
    protocol: choiceOf(destination),
    address: destination.host,
    port: destination.port === usual ? '' : String(destination.port),
    directory: destination.directory,
    user: login.user,
    method: login.method,
    trusted: trustedIdentity?.fingerprint ?? '',
    replacement,
    confidential: confidentialRecords,
  };
};

/** Undefined for what no form of ours sends. Longer texts than any field takes are cut off by the body's limit. */
export const formFrom = (body: URLSearchParams): FormValues | undefined => {
  const text = (field: keyof FormValues): string => body.get(field) ?? '';
  const protocol = PROTOCOL_CHOICES.find((choice) => choice === text('protocol'));
  const replacement = REPLACEMENTS.find((choice) => choice === text('replacement'));
  const method = METHODS.find((choice) => choice === (body.get('method') ?? 'password'));
  if (protocol === undefined || replacement === undefined || method === undefined) return undefined;
  return {
    protocol,
    address: text('address'),
    port: text('port'),
    directory: text('directory'),
    user: text('user'),
    method,
    trusted: text('trusted'),
    seen: text('seen'),
    seenAt: text('seenAt'),
    replacement,
    confidential: text('confidential') === 'include' ? 'include' : 'leave-out',
    prefix: text('prefix'),
  };
};

const choiceOf = ({ protocol, tlsMode }: Pick<Destination, 'protocol' | 'tlsMode'>): ProtocolChoice => {
  if (protocol === 'sftp') return 'sftp';
  return tlsMode === 'none' ? 'ftp' : `ftps-${tlsMode}`;
};

export const protocolOf = (choice: ProtocolChoice): { readonly protocol: Protocol; readonly tlsMode: TlsMode } => {
  switch (choice) {
    case 'sftp':
      return { protocol: 'sftp', tlsMode: 'none' };
    case 'ftps-explicit':
      return { protocol: 'ftp', tlsMode: 'explicit' };
    case 'ftps-implicit':
      return { protocol: 'ftp', tlsMode: 'implicit' };
    case 'ftp':
      return { protocol: 'ftp', tlsMode: 'none' };
    default:
      return choice satisfies never;
  }
};

/** One server and door in one text: what a fingerprint was seen at. */
export const serverText = (destination: Destination): string =>
  `${choiceOf(destination)} ${destination.host} ${destination.port}`;
