import type { Destination, Protocol, TlsMode } from '../destination/destination.ts';
import { isSameServer } from '../destination/destination.ts';
import { type HostIdentity, isSameIdentity } from '../destination/host-identity.ts';

/**
 * The one use a stored password was entered for: this server, through this door, as this user, while it proves
 * itself so. The secret store seals it to these fields (SECURITY row 7); a change of any asks for it again.
 */
export interface SecretBinding {
  readonly organisationId: string;
  readonly protocol: Protocol;
  readonly tlsMode: TlsMode;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly trustedIdentity: HostIdentity | null;
}

/** What of the settings a stored password is bound to. */
export interface BoundSettings {
  readonly destination: Destination;
  readonly user: string;
  readonly trustedIdentity: HostIdentity | null;
}

export const secretBindingOf = (organisationId: string, bound: BoundSettings): SecretBinding => {
  const { protocol, tlsMode, host, port } = bound.destination;
  const { user, trustedIdentity } = bound;
  return { organisationId, protocol, tlsMode, host, port, user, trustedIdentity };
};

/** Whether a password entered for `a` may be used for `b`. */
export const sharesPassword = (a: BoundSettings, b: BoundSettings): boolean =>
  isSameServer(a.destination, b.destination) &&
  a.user === b.user &&
  isSameIdentity(a.trustedIdentity, b.trustedIdentity);
