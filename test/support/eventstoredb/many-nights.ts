import { Temporal } from 'temporal-polyfill';
import { SystemClock } from '../../../src/adapters/driven/clock/system-clock.ts';
import { EventStoreCheckpointStore } from '../../../src/adapters/driven/eventstoredb/checkpoint-store.ts';
import { EventStoreEventLog } from '../../../src/adapters/driven/eventstoredb/event-log.ts';
import type { EventStore } from '../../../src/adapters/driven/eventstoredb/event-store.ts';
import { EventStoreLeaseStore } from '../../../src/adapters/driven/eventstoredb/lease-store.ts';
import type { ListeningTimes } from '../../../src/adapters/driven/eventstoredb/listening.ts';
import { EventStoreNoticeRecords } from '../../../src/adapters/driven/eventstoredb/notice-records.ts';
import { EventStoreSecretStore } from '../../../src/adapters/driven/eventstoredb/secret-store.ts';
import { RandomIds } from '../../../src/adapters/driven/ids/random-ids.ts';
import { InMemoryMasterKeyRing } from '../../../src/adapters/driven/in-memory/master-key-ring.ts';
import type { ScheduleClock } from '../../../src/application/ports/schedule-clock.ts';
import { RecordingHealth } from '../../../src/application/recording-health/recording-health.ts';
import type { NightTimes } from '../../../src/application/running-nightly-backup/requests.ts';
import { DEFAULT_WORKER_OPTIONS, NightWorker } from '../../../src/application/working-nights/night-worker.ts';
import { keptRunning } from '../../../src/bootstrap/kept-running.ts';
import { aDestination } from '../../builders/destination.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../newsroom.ts';
import type { Stored } from './stored.ts';

const EVENING = Temporal.Instant.from('2026-11-24T18:00:00Z');
/** In Berlin the slots of all organisations are over, and the date is still that of their night. */
const MORNING = Temporal.Instant.from('2026-11-25T05:00:00Z');
export const NIGHT = '2026-11-25';
export const NEXT_NIGHT = '2026-11-26';

const TOGETHER = 16;

export interface Times {
  /** How often as fast as the machine's the clock of workers and outboxes goes. */
  readonly speed: number;
  readonly nights: NightTimes;
  readonly listening: Partial<ListeningTimes>;
}

/** A lease is short, so that a night whose worker lost the store is taken over soon. */
const TIMES: Times = {
  speed: 1,
  nights: { leaseLength: 15_000, sessionDeadline: 6_000 },
  listening: { silence: 1_000, pauses: { first: 20, longest: 500 } },
};

/** Goes on from an instant that can be set, so often as fast as the machine's. */
class SetClock implements ScheduleClock {
  readonly #machine = new SystemClock();
  readonly #speed: number;
  #set = { now: this.#machine.now(), at: 0 };

  constructor(speed: number) {
    this.#speed = speed;
  }

  set(now: Temporal.Instant): void {
    this.#set = { now, at: this.monotonic() };
  }

  now = (): Temporal.Instant => this.#set.now.add({ milliseconds: Math.round(this.monotonic() - this.#set.at) });
  monotonic = (): number => this.#machine.monotonic() * this.#speed;
  pass = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    this.#machine.pass(milliseconds / this.#speed, signal);
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
  readonly #clock: SetClock;
  readonly #times: Times;
  readonly #keys = new InMemoryMasterKeyRing();

  constructor(organisations: number, times: Times = TIMES) {
    this.#times = times;
    this.#clock = new SetClock(times.speed);
    this.ids = Array.from({ length: organisations }, (_, index) => `org-${index + 1}`);
    const directories = Object.fromEntries(this.ids.map((id) => [`/backup/${id}`, { writable: true }]));
    this.#newsroom = new Newsroom({ directories });
    this.#clock.set(EVENING);
    for (const id of this.ids) {
      this.#newsroom.directory.set({ ...ABENDBLATT, id, name: id });
      const plan = { stories: [], events: [], unreadable: [] };
      this.#newsroom.planningSource.set(id, { collectionId: 'collection-1', collectedAt: EVENING, plan });
    }
  }

  /** In the evening, and then it is morning: all are due that were set up. */
  async setUp(store: EventStore, ids = this.ids): Promise<void> {
    await this.add(store, ids);
    this.#clock.set(MORNING);
  }

  async add(store: EventStore, ids: readonly string[]): Promise<void> {
    const { configuring } = await this.#newsroom.backup(this.#ports(store));
    const rest = ids.values();
    const savers = Array.from({ length: TOGETHER }, async () => {
      for (const organisationId of rest) {
        const destination = aDestination({ directory: `/backup/${organisationId}` });
        const { outcome } = await configuring.save(aSaveRequest({ organisationId, destination }));
        if (outcome !== 'changed') throw new Error(`the test's own set-up was not taken: ${outcome}`);
      }
    });
    await Promise.all(savers);
  }

  /** All are due once more. Whoever sleeps may notice it only after a minute, or at the next news. */
  dayAfter(): void {
    this.#clock.set(MORNING.add({ hours: 24 }));
  }

  /** A worker of its own, begun again whenever it fails, until the signal aborts. */
  async work(store: EventStore, signal: AbortSignal, onFault: () => void = () => undefined): Promise<void> {
    const ports = { ...this.#newsroom, ...this.#ports(store) };
    const { nights } = await this.#newsroom.backup(this.#ports(store));
    const { leaseLength } = this.#times.nights;
    const options = { ...DEFAULT_WORKER_OPTIONS, atOnceAtOneHost: DEFAULT_WORKER_OPTIONS.atOnce, leaseLength };
    await keptRunning(
      (ending) => new NightWorker({ ...ports, nights, health: new RecordingHealth(ports) }, options).run(ending),
      signal,
      this.#clock,
      onFault,
    );
  }

  /** An outbox of its own, begun again whenever it fails, until the signal aborts. */
  async tell(store: EventStore, signal: AbortSignal, onFault: () => void): Promise<void> {
    const { notifying } = await this.#newsroom.backup(this.#ports(store));
    await keptRunning((ending) => notifying.run(ending), signal, this.#clock, onFault);
  }

  /** The organisations of whose changes somebody was told. */
  get told(): readonly string[] {
    const changes = this.#newsroom.mailer.sent.filter(({ kind }) => kind === 'change');
    return [...new Set(changes.map(({ organisationName }) => organisationName))].sort();
  }

  /** What lies at the organisation's place, names only. */
  filesOf(organisationId: string): readonly string[] {
    return Object.keys(this.#newsroom.files(`/backup/${organisationId}`)).sort();
  }

  #ports(store: EventStore) {
    return {
      eventLog: new EventStoreEventLog(store, this.#clock, this.#times.listening),
      checkpoints: new EventStoreCheckpointStore(store),
      leases: new EventStoreLeaseStore(store),
      secretStore: new EventStoreSecretStore(store, this.#keys),
      noticeRecords: new EventStoreNoticeRecords(store, this.#keys),
      clock: this.#clock,
      ids: new RandomIds(),
      times: this.#times.nights,
    };
  }
}
