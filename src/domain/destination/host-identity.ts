import { type Reading, read, unreadable } from '../reading.ts';

declare const fingerprint: unique symbol;

/**
 * What a server proves itself with, and the administrator trusts.
 * - `ssh-host-key`: `SHA256:` and 43 characters of Base64, as `ssh-keygen -l` prints it.
 * - `certificate`: SHA-256 over the DER, upper-case hex pairs with colons, as `openssl x509 -fingerprint -sha256` prints it.
 */
export interface HostIdentity {
  readonly kind: 'ssh-host-key' | 'certificate';
  readonly fingerprint: string & { readonly [fingerprint]: true };
}

export type HostIdentityProblem = 'fingerprint-malformed';

const SSH = /^SHA256:[A-Za-z0-9+/]{43}$/;
const CERTIFICATE = /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/;

export const readHostIdentity = (text: string): Reading<HostIdentity, HostIdentityProblem> => {
  const trimmed = text.trim();
  if (SSH.test(trimmed)) return read({ kind: 'ssh-host-key', fingerprint: trimmed } as HostIdentity);
  const upper = trimmed.toUpperCase();
  if (CERTIFICATE.test(upper)) return read({ kind: 'certificate', fingerprint: upper } as HostIdentity);
  return unreadable('fingerprint-malformed');
};

export const isSameIdentity = (a: HostIdentity | null, b: HostIdentity | null): boolean =>
  a?.kind === b?.kind && a?.fingerprint === b?.fingerprint;
