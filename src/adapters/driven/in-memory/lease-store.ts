import type { Lease, LeaseStore } from '../../../application/ports/lease-store.ts';

export class InMemoryLeaseStore implements LeaseStore {
  readonly #leases = new Map<string, Lease>();

  async read(key: string): Promise<Lease | undefined> {
    return this.#leases.get(key);
  }

  async take(key: string, holder: string): Promise<void> {
    // The beat goes on growing from one holder to the next, so that whoever compares two readings sees a change.
    this.#leases.set(key, { holder, beat: (this.#leases.get(key)?.beat ?? 0) + 1 });
  }

  async beat(key: string, holder: string): Promise<boolean> {
    const lease = this.#leases.get(key);
    if (lease?.holder !== holder) return false;
    this.#leases.set(key, { holder, beat: lease.beat + 1 });
    return true;
  }

  async release(key: string, holder: string): Promise<void> {
    if (this.#leases.get(key)?.holder === holder) this.#leases.delete(key);
  }
}
