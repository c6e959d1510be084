import { Temporal } from 'temporal-polyfill';
import type { SignInStore, SignInTicket } from '../../../application/ports/sign-in-store.ts';

export class InMemorySignInStore implements SignInStore {
  readonly #tickets = new Map<string, SignInTicket>();

  /** All that is held, as it is held. */
  get tickets(): ReadonlyMap<string, SignInTicket> {
    return new Map(this.#tickets);
  }

  async keep(hash: string, ticket: SignInTicket): Promise<void> {
    if (this.#tickets.has(hash)) throw new Error('a ticket was kept under this hash before');
    this.#tickets.set(hash, ticket);
  }

  async read(hash: string): Promise<SignInTicket | undefined> {
    return this.#tickets.get(hash);
  }

  async take(hash: string): Promise<SignInTicket | undefined> {
    const ticket = this.#tickets.get(hash);
    this.#tickets.delete(hash);
    return ticket;
  }

  async destroyExpired(by: Temporal.Instant): Promise<void> {
    for (const [hash, { expiresAt }] of this.#tickets)
      if (Temporal.Instant.compare(expiresAt, by) <= 0) this.#tickets.delete(hash);
  }
}
