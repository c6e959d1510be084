import type { LeaseStore } from '../ports/lease-store.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import { LEASE_TRUST } from './requests.ts';

/** Beats so many times in the span for which the lease is trusted. */
const BEATS_PER_TRUST = 4;

/** A lease taken and kept alive until it is let go. What it is trusted for is measured on our own monotonic clock. */
export class HeldLease {
  readonly #leases: LeaseStore;
  readonly #clock: ScheduleClock;
  readonly #key: string;
  readonly #holder: string;
  readonly #trust: number;
  readonly #stopped = new AbortController();
  #confirmedFrom: number;
  #isLost = false;
  #beating: Promise<void> | undefined;

  private constructor(
    ports: { leases: LeaseStore; clock: ScheduleClock },
    lease: { key: string; holder: string; length: number },
  ) {
    this.#leases = ports.leases;
    this.#clock = ports.clock;
    this.#key = lease.key;
    this.#holder = lease.holder;
    this.#trust = lease.length * LEASE_TRUST;
    this.#confirmedFrom = this.#clock.monotonic();
  }

  static async take(
    ports: { leases: LeaseStore; clock: ScheduleClock },
    lease: { key: string; holder: string; length: number },
  ): Promise<HeldLease> {
    const held = new HeldLease(ports, lease);
    await ports.leases.take(lease.key, lease.holder);
    held.#beating = held.#beat();
    return held;
  }

  /** Counted from before the last confirmed write, so that no other can have waited a full length meanwhile. */
  get isHeld(): boolean {
    return !this.#isLost && this.#clock.monotonic() - this.#confirmedFrom < this.#trust;
  }

  async letGo(): Promise<void> {
    this.#stopped.abort();
    await this.#beating;
    await this.#leases.release(this.#key, this.#holder);
  }

  async #beat(): Promise<void> {
    for (;;) {
      await this.#clock.pass(this.#trust / BEATS_PER_TRUST, this.#stopped.signal);
      if (this.#stopped.signal.aborted) return;
      const from = this.#clock.monotonic();
      try {
        if (await this.#leases.beat(this.#key, this.#holder)) this.#confirmedFrom = from;
        else this.#isLost = true;
      } catch {
        // Not confirmed: the trust runs out by itself unless a later beat succeeds.
      }
      if (this.#isLost) return;
    }
  }
}
