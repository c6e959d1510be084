import { Temporal } from 'temporal-polyfill';
import { SystemClock } from '../../../src/adapters/driven/clock/system-clock.ts';
import { EventStoreEventLog } from '../../../src/adapters/driven/eventstoredb/event-log.ts';
import type { EventStore } from '../../../src/adapters/driven/eventstoredb/event-store.ts';
import { EventStoreLeaseStore } from '../../../src/adapters/driven/eventstoredb/lease-store.ts';
import { EventStoreNoticeRecords } from '../../../src/adapters/driven/eventstoredb/notice-records.ts';
import { EventStoreSecretStore } from '../../../src/adapters/driven/eventstoredb/secret-store.ts';
import { RandomIds } from '../../../src/adapters/driven/ids/random-ids.ts';
import { InMemoryMasterKeyRing } from '../../../src/adapters/driven/in-memory/master-key-ring.ts';
import type { ScheduleClock } from '../../../src/application/ports/schedule-clock.ts';
import { RecordingHealth } from '../../../src/application/recording-health/recording-health.ts';
import { DEFAULT_WORKER_OPTIONS, NightWorker } from '../../../src/application/working-nights/night-worker.ts';
import { keptRunning } from '../../../src/bootstrap/kept-running.ts';
import { aDestination } from '../../builders/destination.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../newsroom.ts';
import type { Stored } from './stored.ts';

const EVENING = Temporal.Instant.from('2026-11-24T18:00:00Z');
/** In Berlin the slots of all organisations are over, and the date is still that of their night. */
const MORNING = Temporal.Instant.from('2026-11-25T05:00:00Z');
export const NIGHT = '2026-11-25';

/** Short, so that a night whose worker lost the store is taken over soon. */
const TIMES = { leaseLength: 15_000, sessionDeadline: 6_000 };
const TOGETHER = 16;

/** Goes as fast as the machine's, from an instant that can be set. */
class SetClock implements ScheduleClock {
  readonly #machine = new SystemClock();
  #ahead = 0;

  set(now: Temporal.Instant): void {
    this.#ahead = now.since(this.#machine.now()).total('milliseconds');
  }

  now = (): Temporal.Instant => this.#machine.now().add({ milliseconds: Math.round(this.#ahead) });
  monotonic = (): number => this.#machine.monotonic();
  pass = (milliseconds: number, signal?: AbortSignal): Promise<void> => this.#machine.pass(milliseconds, signal);
  waitUntil = (instant: Temporal.Instant, signal?: AbortSignal): Promise<void> =>
    this.pass(Math.max(0, instant.since(this.now()).total('milliseconds')), signal);
}

/** What became of the nights, by what lies on the server's disk. */
export interface Settled {
  readonly delivered: number;
  /** Claimed or delivered more than once. */
  readonly twice: number;
}

const CLAIMED = 'backup-run.night-claimed.v1';
const DELIVERED = 'backup-run.night-delivered.v1';

export const settledNights = (stored: readonly Stored[]): Settled => {
  const counts = { [CLAIMED]: new Map<string, number>(), [DELIVERED]: new Map<string, number>() };
  for (const { type, stream } of stored)
    if (type === CLAIMED || type === DELIVERED) counts[type].set(stream, (counts[type].get(stream) ?? 0) + 1);
  const repeated = Object.values(counts).flatMap((byStream) => [...byStream].filter(([, count]) => count > 1));
  return { delivered: counts[DELIVERED].size, twice: new Set(repeated.map(([stream]) => stream)).size };
};

/** Many organisations on one store, whose files go to a server in memory, and workers that do their nights. */
export class ManyNights {
  readonly ids: readonly string[];
  readonly #newsroom: Newsroom;
  readonly #clock = new SetClock();
  readonly #keys = new InMemoryMasterKeyRing();

  constructor(organisations: number) {
    this.ids = Array.from({ length: organisations }, (_, index) => `org-${index + 1}`);
    const directories = Object.fromEntries(this.ids.map((id) => [`/backup/${id}`, { writable: true }]));
    this.#newsroom = new Newsroom({ directories });
    this.#clock.set(EVENING);
    for (const id of this.ids) {
      this.#newsroom.directory.set({ ...ABENDBLATT, id });
      const plan = { stories: [], events: [], unreadable: [] };
      this.#newsroom.planningSource.set(id, { collectionId: 'collection-1', collectedAt: EVENING, plan });
    }
  }

  async setUp(store: EventStore): Promise<void> {
    const { configuring } = await this.#newsroom.backup(this.#ports(store));
    const rest = this.ids.values();
    const savers = Array.from({ length: TOGETHER }, async () => {
      for (const organisationId of rest) {
        const destination = aDestination({ directory: `/backup/${organisationId}` });
        const { outcome } = await configuring.save(aSaveRequest({ organisationId, destination }));
        if (outcome !== 'changed') throw new Error(`the test's own set-up was not taken: ${outcome}`);
      }
    });
    await Promise.all(savers);
    this.#clock.set(MORNING);
  }

  /** A worker of its own, begun again whenever it fails, until the signal aborts. */
  async work(store: EventStore, signal: AbortSignal): Promise<void> {
    const ports = { ...this.#newsroom, ...this.#ports(store) };
    const { nights } = await this.#newsroom.backup(this.#ports(store));
    const options = { ...DEFAULT_WORKER_OPTIONS, atOnceAtOneHost: DEFAULT_WORKER_OPTIONS.atOnce };
    await keptRunning(
      (ending) => new NightWorker({ ...ports, nights, health: new RecordingHealth(ports) }, options).run(ending),
      signal,
      this.#clock,
      () => undefined,
    );
  }

  /** What lies at the organisation's place, names only. */
  filesOf(organisationId: string): readonly string[] {
    return Object.keys(this.#newsroom.files(`/backup/${organisationId}`)).sort();
  }

  #ports(store: EventStore) {
    return {
      eventLog: new EventStoreEventLog(store, this.#clock, { silence: 1_000, pauses: { first: 20, longest: 500 } }),
      leases: new EventStoreLeaseStore(store),
      secretStore: new EventStoreSecretStore(store, this.#keys),
      noticeRecords: new EventStoreNoticeRecords(store, this.#keys),
      clock: this.#clock,
      ids: new RandomIds(),
      times: TIMES,
    };
  }
}
