import { Temporal } from 'temporal-polyfill';
import { InMemoryEventLog } from '../../src/adapters/driven/in-memory/event-log.ts';
import { SequentialIds } from '../../src/adapters/driven/in-memory/id-source.ts';
import { InMemoryLeaseStore } from '../../src/adapters/driven/in-memory/lease-store.ts';
import { SimulatedClock } from '../../src/adapters/driven/in-memory/schedule-clock.ts';
import { type EventLog, NO_STREAM } from '../../src/application/ports/event-log.ts';
import type { Telemetry } from '../../src/application/ports/telemetry.ts';
import { attemptJournal } from '../../src/application/running-nightly-backup/attempt-journal.ts';
import { claimNight } from '../../src/application/running-nightly-backup/claiming.ts';
import type { NightRequest, NightResult } from '../../src/application/running-nightly-backup/requests.ts';
import { backupConfigurationStream } from '../../src/application/stream-names.ts';
import {
  DEFAULT_WORKER_OPTIONS,
  NightWorker,
  type WorkerPorts,
} from '../../src/application/working-nights/night-worker.ts';
import { aConfiguration } from '../../test/builders/configuration.ts';
import { aDestination } from '../../test/builders/destination.ts';
import { aNight } from '../../test/builders/night.ts';

/** In Berlin: before midnight, after it with the whole night ahead, and after the last slot of it. */
const EVENING = Temporal.Instant.from('2026-11-24T22:30:00Z');
const MIDNIGHT = Temporal.Instant.from('2026-11-24T23:30:00Z');
const MORNING = Temporal.Instant.from('2026-11-25T04:30:00Z');
const NIGHT = aNight('2026-11-25');
const HOUR = 3_600_000;

/** A worker over so many organisations, each with a server of its own; of a night only the claim and its end are real. */
export class ManyOrganisations {
  readonly #count: number;
  readonly #clock: SimulatedClock;
  readonly #log: InMemoryEventLog;
  readonly #ids = new SequentialIds();
  readonly #leases = new InMemoryLeaseStore();
  readonly #ending = new AbortController();
  #worker: NightWorker | undefined;
  #work: Promise<void> | undefined;
  #followed = 0;
  #claimed = 0;
  #fault: unknown;

  private constructor(count: number, startsAt: Temporal.Instant) {
    this.#count = count;
    this.#clock = new SimulatedClock(startsAt);
    this.#log = new InMemoryEventLog(this.#clock);
  }

  /** `at once`: the worker comes back in the morning, and finds everybody's slot over. */
  static async make(count: number, due: 'spread over the night' | 'at once'): Promise<ManyOrganisations> {
    const many = new ManyOrganisations(count, due === 'at once' ? MORNING : MIDNIGHT);
    const [setUp] = aConfiguration().events;
    if (setUp?.type !== 'BackupSetUp') throw new Error('the benchmark sets nothing up');
    const circumstances = { changeId: 'c', causationId: null, requestId: null, actorId: 'anna' };
    for (let index = 0; index < count; index += 1) {
      const destination = aDestination({ host: `sftp.newsroom-${index}.example` });
      const event = { ...setUp, destination };
      const occurredAt = EVENING;
      const stream = backupConfigurationStream(`newsroom-${index}`);
      await many.#log.append(stream, NO_STREAM, [{ ...circumstances, eventId: many.#ids.newId(), occurredAt, event }]);
    }
    return many;
  }

  /** Begins, and resolves when every organisation is known; where none is due, all wait then. */
  async follow(): Promise<void> {
    this.#worker = new NightWorker(this.#ports(), {
      ...DEFAULT_WORKER_OPTIONS,
      hours: { from: 3_600, to: 18_000 },
    });
    this.#work = this.#worker.run(this.#ending.signal);
    while (this.#followed < this.#count) await new Promise(setImmediate);
  }

  /** Resolves when every night is claimed. */
  async night(): Promise<void> {
    for (let hour = 0; hour < 7 && this.#claimed < this.#count; hour += 1) await this.#clock.advance(HOUR);
    if (this.#claimed === this.#count) return;
    throw new Error(`${this.#claimed} of ${this.#count} nights were claimed`, { cause: this.#fault });
  }

  /** Ends the worker, and lets go of all that it kept; the log stays. */
  async end(): Promise<void> {
    this.#ending.abort();
    await this.#work;
    this.#worker = undefined;
  }

  #ports(): WorkerPorts {
    const ports = { eventLog: this.#log, clock: this.#clock, ids: this.#ids, leases: this.#leases };
    const telemetry: Telemetry = {
      happened: (happening) => {
        if (happening.name === 'worker-fault') this.#fault = happening.error;
      },
    };
    const health = { look: async () => ({ recorded: null, lookAgainAt: undefined }) };
    return {
      ...ports,
      eventLog: this.#counted(),
      telemetry,
      health,
      signing: { keep: async () => undefined },
      nights: { run: (request) => this.#claim(request) },
    };
  }

  /** The log as it is; what the worker has followed of it is counted. */
  #counted(): EventLog {
    const log = this.#log;
    const count = (): void => {
      this.#followed += 1;
    };
    return {
      read: (stream) => log.read(stream),
      append: (...args) => log.append(...args),
      readAll: (...args) => log.readAll(...args),
      async *subscribe(...args) {
        for await (const event of log.subscribe(...args)) {
          yield event;
          count();
        }
      },
    };
  }

  async #claim(request: NightRequest): Promise<NightResult> {
    const { organisationId } = request;
    const ports = { eventLog: this.#log, clock: this.#clock, ids: this.#ids };
    const journal = attemptJournal(ports, organisationId, NIGHT, { actorId: 'worker', requestId: null });
    const pin = { configurationVersion: 1, configurationHead: 'a'.repeat(64), destination: aDestination() };
    const claiming = { leases: this.#leases, clock: this.#clock, telemetry: { happened: () => undefined } };
    const claim = { journal, night: NIGHT, pin, workerId: 'worker', request };
    const attempt = await claimNight(claim, claiming, 1_000);
    if (typeof attempt !== 'number') throw new Error(`the benchmark's night is ${attempt}`);
    await journal.record({ type: 'StopAttempt', attempt, reason: 'paused' });
    const { state } = await journal.now();
    if (state.status !== 'ended') throw new Error("the benchmark's night goes on");
    this.#claimed += 1;
    return { outcome: 'ended', night: NIGHT, state, unreadable: [], health: null };
  }
}
