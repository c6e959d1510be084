import type { Lease, LeaseStore } from '../../../application/ports/lease-store.ts';
import type { EventStore } from './event-store.ts';
import { SharedEntries } from './shared-entries.ts';

/** At once there are as many leases as nights are under way on all machines: few of them meet in one of so many. */
const BUCKETS = 64;

export class EventStoreLeaseStore implements LeaseStore {
  readonly #leases: SharedEntries<Lease>;

  constructor(store: EventStore) {
    this.#leases = new SharedEntries(store, 'leases', BUCKETS);
  }

  read(key: string): Promise<Lease | undefined> {
    return this.#leases.get(key);
  }

  take(key: string, holder: string): Promise<void> {
    return this.#leases.change(key, (leases) => {
      // The beat goes on growing from one holder to the next, so that whoever compares two readings sees a change.
      leases.set(key, { holder, beat: (leases.get(key)?.beat ?? 0) + 1 });
      return { isChanged: true, result: undefined };
    });
  }

  beat(key: string, holder: string): Promise<boolean> {
    return this.#leases.change(key, (leases) => {
      const lease = leases.get(key);
      if (lease?.holder !== holder) return { isChanged: false, result: false };
      leases.set(key, { holder, beat: lease.beat + 1 });
      return { isChanged: true, result: true };
    });
  }

  release(key: string, holder: string): Promise<void> {
    return this.#leases.change(key, (leases) => {
      const isHeld = leases.get(key)?.holder === holder;
      if (isHeld) leases.delete(key);
      return { isChanged: isHeld, result: undefined };
    });
  }
}
