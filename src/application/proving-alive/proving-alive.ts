import type { CheckpointStore } from '../ports/checkpoint-store.ts';
import type { DiskSpace } from '../ports/disk-space.ts';
import type { EventLog, Position } from '../ports/event-log.ts';
import { type Heartbeat, HeartbeatNotTaken } from '../ports/heartbeat.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { SecretStore } from '../ports/secret-store.ts';
import type { ServiceTrouble, Telemetry } from '../ports/telemetry.ts';
import { BACKUP_CONFIGURATION_STREAMS } from '../stream-names.ts';
import type { WatchingOverNights } from '../watching-over-nights/watching-over-nights.ts';
import type { NightWorker } from '../working-nights/night-worker.ts';
import { OneAtATime } from './one-at-a-time.ts';

export interface AlivePorts {
  readonly eventLog: Pick<EventLog, 'readAll'>;
  readonly checkpoints: Pick<CheckpointStore, 'save'>;
  readonly secretStore: Pick<SecretStore, 'check'>;
  readonly diskSpace: DiskSpace;
  readonly clock: Pick<ScheduleClock, 'monotonic' | 'pass'>;
  readonly telemetry: Telemetry;
  readonly heartbeat: Heartbeat;
  readonly worker: Pick<NightWorker, 'pulse'>;
  readonly watching: Pick<WatchingOverNights, 'overdue'>;
}

/** Whether a process is to be begun again (not alive), or to be left in peace for now (not ready). */
export interface Aliveness {
  readonly isAlive: boolean;
  readonly isReady: boolean;
}

/** All in milliseconds on the monotonic clock. */
const LOOKS_EVERY = 30_000;
const BEATS_EVERY = 60_000;
const COUNTS_OVERDUE_EVERY = 900_000;
const COUNTS_AGAIN_AFTER = 120_000;
/** A store that needs longer could not keep a lease alive either. */
const PATIENCE = 10_000;
/** The worker's loop turns once a minute at least. */
const TURNS_WITHIN = 180_000;
/** What was appended is seen within it, or the log is not followed. */
const FOLLOWS_WITHIN = LOOKS_EVERY - 1_000;
const LOOK_HOLDS_FOR = 3 * LOOKS_EVERY;

/** The record that is written to find out whether the store takes any. Nobody reads it. */
const PROBE = 'sign-of-life';

/**
 * Finds out whether this process' worker would do its work, and lets somebody outside know as long as that is so:
 * its loop turns, the store is read and written, there is room on its disk, what it has sealed can be opened, the log is
 * followed to its end, and no night is overdue. The beats come from the same event loop, so that one that is blocked
 * sends none.
 */
export class ProvingAlive {
  readonly #ports: AlivePorts;
  readonly #probe: OneAtATime<Position | 'all seen'>;
  readonly #secrets: OneAtATime<'open'>;
  readonly #room: OneAtATime<boolean>;
  readonly #overdue: OneAtATime<number>;
  #signal: AbortSignal | undefined;
  #startedAt = 0;
  #troubles: readonly ServiceTrouble[] = ['starting'];
  #lookedAt = Number.NEGATIVE_INFINITY;
  #beatAt = Number.NEGATIVE_INFINITY;
  #countedAt = Number.NEGATIVE_INFINITY;
  #isOverdue = false;
  #unseen: { readonly position: Position; readonly since: number } | undefined;

  constructor(ports: AlivePorts) {
    this.#ports = ports;
    this.#probe = new OneAtATime(() => this.#probeStore(), ports.clock, PATIENCE);
    this.#secrets = new OneAtATime(() => this.#probeSecrets(), ports.clock, PATIENCE);
    this.#room = new OneAtATime(async () => ports.diskSpace.isLeft(), ports.clock, PATIENCE);
    this.#overdue = new OneAtATime(async () => (await ports.watching.overdue()).length, ports.clock, PATIENCE);
  }

  /** As it was found out last; costs nothing. Stopping, or before the first look, it is not ready. */
  now(): Aliveness {
    const isOld = this.#ports.clock.monotonic() - this.#lookedAt > LOOK_HOLDS_FOR;
    const isStopping = this.#signal?.aborted === true;
    const keepsFromWork = this.#troubles.some((trouble) => trouble !== 'nights-overdue');
    return { isAlive: !this.#isStuck(), isReady: !isOld && !isStopping && !keepsFromWork };
  }

  /** Looks again and again until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#ports;
    this.#signal = signal;
    this.#startedAt = clock.monotonic();
    while (!signal.aborted) {
      await this.#look();
      if (this.#troubles.length === 0 && !signal.aborted) await this.#beat();
      await clock.pass(LOOKS_EVERY, signal);
    }
  }

  async #look(): Promise<void> {
    const { clock, telemetry, worker } = this.#ports;
    const seen = await this.#probe.answer();
    // One that is away for both is one trouble.
    const isSealed = seen !== undefined && (await this.#secrets.answer()) === undefined;
    // The store overwrites one small row when it is asked: that finds its place on a full disk, too.
    const isRoom = (await this.#room.answer()) === true;
    await this.#countOverdue();
    const { isFollowing, followedTo } = worker.pulse();
    if (this.#unseen !== undefined && followedTo >= this.#unseen.position) this.#unseen = undefined;
    if (typeof seen === 'bigint' && seen > followedTo) this.#unseen ??= { position: seen, since: clock.monotonic() };
    const isBehind = this.#unseen !== undefined && clock.monotonic() - this.#unseen.since >= FOLLOWS_WITHIN;
    const troubles: ServiceTrouble[] = [];
    if (this.#isStuck()) troubles.push('worker-stuck');
    if (seen === undefined) troubles.push('store-unavailable');
    if (!isRoom) troubles.push('disk-full');
    if (isSealed) troubles.push('master-key-unavailable');
    if (!isFollowing || isBehind) troubles.push('log-not-followed');
    if (this.#isOverdue) troubles.push('nights-overdue');
    const isNew = troubles.join() !== this.#troubles.join();
    this.#troubles = troubles;
    this.#lookedAt = clock.monotonic();
    if (isNew) telemetry.happened({ name: 'health-changed', troubles });
  }

  #isStuck(): boolean {
    if (this.#signal === undefined) return false;
    const turnedAt = this.#ports.worker.pulse().turnedAt ?? this.#startedAt;
    return this.#ports.clock.monotonic() - Math.max(turnedAt, this.#startedAt) > TURNS_WITHIN;
  }

  /** Writes and reads. The position of the first event that the worker has not seen, if there is one. */
  async #probeStore(): Promise<Position | 'all seen'> {
    const { eventLog, checkpoints, worker } = this.#ports;
    const { followedTo } = worker.pulse();
    await checkpoints.save(PROBE, followedTo);
    for await (const { position } of eventLog.readAll(followedTo, BACKUP_CONFIGURATION_STREAMS)) return position;
    return 'all seen';
  }

  async #probeSecrets(): Promise<'open'> {
    await this.#ports.secretStore.check();
    return 'open';
  }

  /** Seldom: it costs a pass over all configurations. Until it is known again, what was found last counts. */
  async #countOverdue(): Promise<void> {
    const { clock, telemetry } = this.#ports;
    const pause = this.#isOverdue ? COUNTS_AGAIN_AFTER : COUNTS_OVERDUE_EVERY;
    const isDue = clock.monotonic() - this.#countedAt >= pause;
    const organisations = isDue ? await this.#overdue.answer() : undefined;
    if (organisations === undefined) return;
    this.#countedAt = clock.monotonic();
    this.#isOverdue = organisations > 0;
    telemetry.happened({ name: 'overdue-counted', organisations });
  }

  async #beat(): Promise<void> {
    const { clock, telemetry, heartbeat } = this.#ports;
    if (clock.monotonic() - this.#beatAt < BEATS_EVERY) return;
    this.#beatAt = clock.monotonic();
    try {
      await heartbeat.beat();
    } catch (error) {
      const code = error instanceof HeartbeatNotTaken ? error.code : 'unreachable';
      telemetry.happened({ name: 'heartbeat-failed', code });
    }
  }
}
