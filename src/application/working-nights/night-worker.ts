import type { Temporal } from 'temporal-polyfill';
import { DEFAULT_HOURS, type NightlyHours, slotOf } from '../../domain/schedule/slot.ts';
import { BEGINNING, type EventLog, type Position } from '../ports/event-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { LeaseStore } from '../ports/lease-store.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { RecordingHealth } from '../recording-health/recording-health.ts';
import { DEFAULT_TIMES } from '../running-nightly-backup/requests.ts';
import type { RunningNightlyBackup } from '../running-nightly-backup/running-nightly-backup.ts';
import type { SigningCheckpoints } from '../signing-checkpoints/signing-checkpoints.ts';
import { BACKUP_CONFIGURATION_STREAMS, organisationOfConfiguration } from '../stream-names.ts';
import { DueQueue } from './due-queue.ts';
import { OneOrganisation } from './one-organisation.ts';
import { type RosterEntry, rosterAfter } from './roster.ts';
import { WaitingLines } from './waiting-lines.ts';

export interface WorkerPorts {
  readonly eventLog: EventLog;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
  readonly leases: LeaseStore;
  readonly telemetry: Telemetry;
  readonly nights: Pick<RunningNightlyBackup, 'run'>;
  readonly health: Pick<RecordingHealth, 'look'>;
  readonly signing: Pick<SigningCheckpoints, 'keep'>;
}

export interface WorkerOptions {
  readonly hours: NightlyHours;
  /** Nights at the same time, in all and at one host: one organisation's server never holds up the others. */
  readonly atOnce: number;
  readonly atOnceAtOneHost: number;
  /** Milliseconds: that of the nights it runs, see `NightTimes`. */
  readonly leaseLength: number;
}

/** What shows from outside whether a worker would work. */
export interface WorkerPulse {
  /** When its loop turned last, on the monotonic clock; undefined before it has. */
  readonly turnedAt: number | undefined;
  readonly isFollowing: boolean;
  /** The last change of a configuration that it has seen. */
  readonly followedTo: Position;
}

export const DEFAULT_WORKER_OPTIONS: WorkerOptions = {
  ...{ hours: DEFAULT_HOURS, atOnce: 8, atOnceAtOneHost: 2 },
  leaseLength: DEFAULT_TIMES.leaseLength,
};

/** The worker sleeps no longer than this, in milliseconds, so that a clock that is set is noticed. */
const LONGEST_REST = 60_000;

/** A wake-up is no error: none is made up for it, with all that it was called by. */
const NEWS = 'news';

/** Empty for a backup that was removed. */
const hostOf = (entry: RosterEntry | undefined): string => entry?.host ?? '';

/**
 * The nightly service over all organisations of the log. What is due follows from the log alone; between two nights
 * an organisation costs one entry of a heap. Any number of workers may run: a night is whose claim is first.
 */
export class NightWorker {
  readonly #ports: WorkerPorts;
  readonly #options: WorkerOptions;
  readonly #one: OneOrganisation;
  readonly #roster = new Map<string, RosterEntry>();
  readonly #queue = new DueQueue();
  readonly #lines: WaitingLines;
  readonly #running = new Map<string, Promise<void>>();
  /** Running, and due once more. */
  readonly #dueAgain = new Set<string>();
  #news = new AbortController();
  /** When its rest is over, in milliseconds since 1970. */
  #restsUntil = 0;
  #pulse: WorkerPulse = { turnedAt: undefined, isFollowing: false, followedTo: BEGINNING };

  constructor(ports: WorkerPorts, options: WorkerOptions = DEFAULT_WORKER_OPTIONS) {
    this.#ports = ports;
    this.#options = options;
    this.#one = new OneOrganisation(ports, options);
    const id = ports.ids.newId();
    let turn = 0;
    this.#lines = new WaitingLines(options.atOnceAtOneHost, (length) => {
      turn += 1;
      return slotOf(`${id}/${turn}`, { from: 0, to: length });
    });
  }

  pulse(): WorkerPulse {
    return this.#pulse;
  }

  /**
   * Works until the signal aborts, and ends when what is under way has ended; `cut` ends that, too, at once.
   * Rejects if the log cannot be followed: begin again then.
   */
  async run(signal: AbortSignal, cut?: AbortSignal): Promise<void> {
    const over = new AbortController();
    const ending = AbortSignal.any([signal, over.signal]);
    const following = this.#follow(ending).finally(() => over.abort());
    // It is waited for below, after what is under way; until then, its failure has only to end the loop.
    following.catch(() => undefined);
    ending.addEventListener('abort', () => this.#wake(), { once: true });
    try {
      while (!ending.aborted) {
        // Made before looking, so that news that come while it looks wake it.
        this.#news = new AbortController();
        this.#pulse = { ...this.#pulse, turnedAt: this.#ports.clock.monotonic() };
        this.#begin(cut);
        const rest = this.#ports.clock.now().add({ milliseconds: this.#rest() });
        this.#restsUntil = rest.epochMilliseconds;
        await this.#ports.clock.waitUntil(rest, this.#news.signal);
      }
    } finally {
      over.abort();
      await Promise.all(this.#running.values());
      await following;
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    this.#pulse = { ...this.#pulse, isFollowing: true, followedTo: BEGINNING };
    try {
      await this.#see(signal);
    } finally {
      this.#pulse = { ...this.#pulse, isFollowing: false };
    }
  }

  async #see(signal: AbortSignal): Promise<void> {
    const { eventLog } = this.#ports;
    for await (const recorded of eventLog.subscribe(BEGINNING, signal, BACKUP_CONFIGURATION_STREAMS)) {
      this.#pulse = { ...this.#pulse, followedTo: recorded.position };
      const organisationId = organisationOfConfiguration(recorded.stream);
      if (organisationId === undefined) continue;
      const entry = rosterAfter(this.#roster.get(organisationId), recorded);
      if (entry === undefined) this.#roster.delete(organisationId);
      else this.#roster.set(organisationId, entry);
      // Of what was paused or removed, too, the last night is told.
      const at = entry?.activeSince ? this.#one.firstLookAt(organisationId, entry) : this.#ports.clock.now();
      this.#plan(organisationId, at);
      // All that ever changed goes by when it begins: it is woken by what it would come too late for.
      if (at.epochMilliseconds < this.#restsUntil) this.#wake();
    }
  }

  /** When an organisation is to be looked at next. */
  #plan(organisationId: string, at: Temporal.Instant): void {
    this.#queue.set(organisationId, at.epochMilliseconds);
  }

  /** Begins what is due, as far as there is room. */
  #begin(cut: AbortSignal | undefined): void {
    const now = this.#ports.clock.now().epochMilliseconds;
    for (let id = this.#queue.take(now); id !== undefined; id = this.#queue.take(now)) this.#lineUp(id);
    while (this.#running.size < this.#options.atOnce) {
      const next = this.#lines.take();
      if (next === undefined) return;
      const entry = this.#roster.get(next.organisationId);
      if (hostOf(entry) === next.host) this.#start(next.organisationId, entry, cut);
      else {
        // Moved to another host while it waited.
        this.#lines.leave(next.host);
        this.#lineUp(next.organisationId);
      }
    }
  }

  #lineUp(organisationId: string): void {
    if (this.#running.has(organisationId)) this.#dueAgain.add(organisationId);
    else this.#lines.add(organisationId, hostOf(this.#roster.get(organisationId)));
  }

  #start(organisationId: string, entry: RosterEntry | undefined, cut: AbortSignal | undefined): void {
    const isActive = (now: RosterEntry | undefined): boolean => now?.activeSince !== undefined;
    const work = this.#one.work(organisationId, entry, cut).then((nextLookAt) => {
      this.#running.delete(organisationId);
      this.#lines.leave(hostOf(entry));
      // Whoever was paused or removed meanwhile has been planned anew.
      const isStillMeant = isActive(this.#roster.get(organisationId)) || !isActive(entry);
      if (nextLookAt !== undefined && isStillMeant) this.#plan(organisationId, nextLookAt);
      if (this.#dueAgain.delete(organisationId)) this.#lineUp(organisationId);
      this.#wake();
    });
    this.#running.set(organisationId, work);
  }

  #wake(): void {
    this.#news.abort(NEWS);
  }

  #rest(): number {
    const next = this.#queue.next();
    if (next === undefined) return LONGEST_REST;
    return Math.min(Math.max(next - this.#ports.clock.now().epochMilliseconds, 0), LONGEST_REST);
  }
}
