import type { BackupSettings } from '../../../../domain/backup-configuration/settings.ts';
import {
  type Destination,
  type DestinationProblem,
  defaultPort,
  isSameServer,
  readDestination,
} from '../../../../domain/destination/destination.ts';
import { type HostIdentity, readHostIdentity } from '../../../../domain/destination/host-identity.ts';
import { type AddressProblem, mayHoldPassword, splitAddress } from './address.ts';
import { type Field, type FormValues, protocolOf, serverText } from './form-values.ts';

export type FormProblem = AddressProblem | DestinationProblem;

export interface ProblemAt<Problem extends string> {
  readonly field: Field;
  readonly problem: Problem;
}

/** The identities that may be trusted for the server in the form: the one trusted so far, and the one it showed. */
export interface Candidates {
  readonly current: HostIdentity | null;
  readonly seen: HostIdentity | null;
}

export type ReadForm = {
  /** Tidied: split, trimmed, and without a fingerprint of another server. */
  readonly values: FormValues;
} & (
  | { readonly ok: true; readonly destination: Destination; readonly trustedIdentity: HostIdentity | null }
  | { readonly ok: false; readonly problem: ProblemAt<FormProblem> }
);

/** Reads what was typed, or says at which field it cannot be read. */
export const readForm = (typed: FormValues, current: BackupSettings | undefined): ReadForm => {
  const trimmed = tidied(typed);
  const refused = (values: FormValues, field: Field, problem: FormProblem): ReadForm => ({
    ok: false,
    values,
    problem: { field, problem },
  });
  // What may be a password is not shown again, wherever it was pasted.
  if (mayHoldPassword(trimmed.directory))
    return refused({ ...trimmed, directory: '' }, 'directory', 'login-in-address');
  const split = splitAddress(trimmed.address, trimmed.protocol);
  if (!split.ok) {
    const address = split.problem === 'login-in-address' ? '' : trimmed.address;
    return refused({ ...trimmed, address }, 'address', split.problem);
  }
  const { host, ...found } = split.value;
  const values = withSlash({ ...trimmed, address: host, ...found });
  const door = protocolOf(values.protocol);
  const port = portOf(values.port, defaultPort(door.protocol, door.tlsMode));
  const destination = readDestination({ ...door, host, port, directory: values.directory });
  if (!destination.ok) return refused(values, fieldOf(destination.problem), destination.problem);
  const candidates = candidatesFor(destination.value, values, current);
  const seen = candidates.seen === null ? { seen: '', seenAt: '' } : {};
  const trustedIdentity = trustedAmong(candidates, values.trusted);
  const kept = { ...values, ...seen, trusted: trustedIdentity?.fingerprint ?? '' };
  return { ok: true, values: kept, destination: destination.value, trustedIdentity };
};

/** A fingerprint belongs to the server that showed it: for another one there is none. */
export const candidatesFor = (
  destination: Destination,
  { seen, seenAt }: Pick<FormValues, 'seen' | 'seenAt'>,
  current: BackupSettings | undefined,
): Candidates => {
  const isSame = current !== undefined && isSameServer(current.destination, destination);
  const identity = readHostIdentity(seen);
  return {
    current: isSame ? current.trustedIdentity : null,
    seen: identity.ok && seenAt === serverText(destination) ? identity.value : null,
  };
};

const trustedAmong = ({ current, seen }: Candidates, fingerprint: string): HostIdentity | null =>
  [current, seen].find((identity) => identity?.fingerprint === fingerprint) ?? null;

const tidied = (values: FormValues): FormValues => {
  const { address, port, directory, user, prefix } = values;
  return {
    ...values,
    ...{ address: address.trim(), port: port.trim(), directory: directory.trim() },
    ...{ user: user.trim(), prefix: prefix.trim() },
  };
};

/** Paths count from what the user sees as the root, so the slash in front is no question. */
const withSlash = (values: FormValues): FormValues => ({
  ...values,
  directory: values.directory.startsWith('/') ? values.directory : `/${values.directory}`,
});

const portOf = (text: string, usual: number): number => {
  if (text === '') return usual;
  return /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN;
};

const fieldOf = (problem: DestinationProblem): Field => {
  switch (problem) {
    case 'host-missing':
    case 'host-malformed':
      return 'address';
    case 'port-out-of-range':
      return 'port';
    case 'protocol-unknown':
    case 'tls-mode-unknown':
    case 'sftp-takes-no-tls':
      return 'protocol';
    case 'directory-not-absolute':
    case 'directory-has-control-characters':
    case 'directory-has-dot-segments':
    case 'directory-has-outer-spaces':
    case 'directory-too-long':
      return 'directory';
    default:
      return problem satisfies never;
  }
};
