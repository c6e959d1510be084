import type { Temporal } from 'temporal-polyfill';

/** Whom a secret value lets in, and until when. A `link` is good once, a `session` until it ends. */
export interface SignInTicket {
  readonly kind: 'link' | 'session';
  readonly organisationId: string;
  readonly administratorId: string;
  readonly expiresAt: Temporal.Instant;
}

/**
 * Tickets under the hash of the value that only their bearer has; the value itself is never kept. All processes on
 * one store share them. Whether a ticket has expired is asked by whoever reads it.
 */
export interface SignInStore {
  keep(hash: string, ticket: SignInTicket): Promise<void>;
  read(hash: string): Promise<SignInTicket | undefined>;
  /** Reads and destroys in one step: of all that ask at once, one gets it. */
  take(hash: string): Promise<SignInTicket | undefined>;
  /** All that had expired by then. */
  destroyExpired(by: Temporal.Instant): Promise<void>;
}
