import { Temporal } from 'temporal-polyfill';
import type { SignInStore, SignInTicket } from '../../../application/ports/sign-in-store.ts';
import type { EventStore } from './event-store.ts';
import { SharedEntries } from './shared-entries.ts';

const BUCKETS = 16;

type Kept = Omit<SignInTicket, 'expiresAt'> & {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

export class EventStoreSignInStore implements SignInStore {
  readonly #tickets: SharedEntries<Kept>;

  constructor(store: EventStore) {
    this.#tickets = new SharedEntries(store, 'signIns', BUCKETS);
  }

  async keep(hash: string, { kind, organisationId, administratorId, expiresAt }: SignInTicket): Promise<void> {
    const wasThere = await this.#tickets.change(hash, (tickets) => {
      if (tickets.has(hash)) return { isChanged: false, result: true };
      tickets.set(hash, { kind, organisationId, administratorId, expiresAt: expiresAt.epochMilliseconds });
      return { isChanged: true, result: false };
    });
    if (wasThere) throw new Error('a ticket was kept under this hash before');
  }

  async read(hash: string): Promise<SignInTicket | undefined> {
    return ticketOf(await this.#tickets.get(hash));
  }

  async take(hash: string): Promise<SignInTicket | undefined> {
    const taken = await this.#tickets.change(hash, (tickets) => {
      const ticket = tickets.get(hash);
      return { isChanged: tickets.delete(hash), result: ticket };
    });
    return ticketOf(taken);
  }

  destroyExpired(by: Temporal.Instant): Promise<void> {
    return this.#tickets.changeAll((tickets) => {
      const expired = [...tickets].filter(([, { expiresAt }]) => expiresAt <= by.epochMilliseconds);
      for (const [hash] of expired) tickets.delete(hash);
      return { isChanged: expired.length > 0, result: undefined };
    });
  }
}

const ticketOf = (kept: Kept | undefined): SignInTicket | undefined =>
  kept && { ...kept, expiresAt: Temporal.Instant.fromEpochMilliseconds(kept.expiresAt) };
