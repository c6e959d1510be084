import type { CheckpointStore } from '../ports/checkpoint-store.ts';
import { BEGINNING, type Position } from '../ports/event-log.ts';
import { BACKUP_CONFIGURATION_STREAMS, organisationOfConfiguration } from '../stream-names.ts';
import { type ChangeToTell, changeToTell } from './changes-to-tell.ts';
import { eraseOldRecords } from './erasing-records.ts';
import { type NoticePorts, type NoticeProgress, SendingNotice } from './sending-notice.ts';

const SUBSCRIPTION = 'co-admin-notices';

/** Milliseconds between two looks for records to erase; the outbox rests no longer. */
const ERASING_EVERY = 6 * 3_600_000;

/** Long ago on any monotonic clock. */
const NOW = Number.NEGATIVE_INFINITY;

export interface NoticesOfChange {
  readonly settled: number;
  /** Left to a worker. */
  readonly waiting: number;
}

interface Pending {
  readonly change: ChangeToTell;
  readonly position: Position;
  /** On the monotonic clock, so that no wall clock that is set keeps a mail back. Nothing is to be done before. */
  readonly lookAgainAt: number;
  /** Mails of it that are not settled. */
  readonly waiting: number;
}

/**
 * The outbox. What is owed follows from the log, and so does what was sent: nothing is lost by a crash, and the
 * stored position only says from where to look. At least once; a mail sent twice has one Message-ID.
 */
export class NotifyingCoAdmins {
  readonly #ports: NoticePorts & { readonly checkpoints: CheckpointStore };
  readonly #sending: SendingNotice;
  readonly #pending = new Map<string, Pending>();
  #seen: Position = BEGINNING;
  #saved: Position = BEGINNING;
  #news = new AbortController();
  #eraseFrom = NOW;

  constructor(ports: NoticePorts & { readonly checkpoints: CheckpointStore }) {
    this.#ports = ports;
    this.#sending = new SendingNotice(ports);
  }

  /** Sends what of one change can be sent now, each recipient once, until the signal aborts. */
  async notifyOf(organisationId: string, changeId: string, signal?: AbortSignal): Promise<NoticesOfChange> {
    const change = await changeToTell(this.#ports.eventLog, organisationId, changeId);
    if (change === undefined) return { settled: 0, waiting: 0 };
    const progress = await this.#lookAfter(change, signal);
    const settled = progress.filter(({ status }) => status === 'settled').length;
    return { settled, waiting: progress.length - settled };
  }

  /** Follows the log and sends until the signal aborts. Rejects if a store fails: begin again then. */
  async run(signal: AbortSignal): Promise<void> {
    const { checkpoints, clock } = this.#ports;
    this.#pending.clear();
    this.#seen = (await checkpoints.load(SUBSCRIPTION)) ?? BEGINNING;
    const over = new AbortController();
    const ending = AbortSignal.any([signal, over.signal]);
    const following = this.#follow(ending).finally(() => over.abort());
    // It is waited for below; until then, its failure has only to end the loop.
    following.catch(() => undefined);
    try {
      while (!ending.aborted) {
        // Made before looking, so that news that come while it looks wake it.
        this.#news = new AbortController();
        const next = await this.#sendDue(ending);
        await this.#saveCheckpoint();
        await this.#eraseOldRecords();
        const until = Math.min(next, clock.monotonic() + ERASING_EVERY);
        await clock.pass(until - clock.monotonic(), AbortSignal.any([ending, this.#news.signal]));
      }
    } finally {
      over.abort();
      await following;
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { eventLog } = this.#ports;
    for await (const recorded of eventLog.subscribe(this.#seen, signal, BACKUP_CONFIGURATION_STREAMS)) {
      const organisationId = organisationOfConfiguration(recorded.stream);
      if (recorded.event.type === 'CoAdministratorsToBeTold' && organisationId !== undefined) {
        const change = await changeToTell(eventLog, organisationId, recorded.changeId);
        const { position, changeId } = recorded;
        if (change !== undefined) this.#pending.set(changeId, { change, position, lookAgainAt: NOW, waiting: 0 });
      }
      this.#seen = recorded.position;
      this.#news.abort();
    }
  }

  /** When to look again at the earliest, on the monotonic clock; infinity if nothing is pending. */
  async #sendDue(signal: AbortSignal): Promise<number> {
    const { clock, telemetry } = this.#ports;
    for (const [changeId, pending] of [...this.#pending]) {
      if (clock.monotonic() < pending.lookAgainAt) continue;
      const progress = await this.#lookAfter(pending.change, signal);
      const waits = progress.flatMap((notice) =>
        notice.status === 'waiting' ? [notice.until.since(clock.now())] : [],
      );
      const milliseconds = Math.min(...waits.map((wait) => Math.max(0, wait.total('milliseconds'))));
      if (waits.length === 0) this.#pending.delete(changeId);
      else {
        const lookAgainAt = clock.monotonic() + milliseconds;
        this.#pending.set(changeId, { ...pending, lookAgainAt, waiting: waits.length });
      }
    }
    const waiting = [...this.#pending.values()].reduce((sum, pending) => sum + pending.waiting, 0);
    telemetry.happened({ name: 'outbox-looked-through', waiting });
    return Math.min(...[...this.#pending.values()].map(({ lookAgainAt }) => lookAgainAt));
  }

  async #lookAfter(change: ChangeToTell, signal: AbortSignal | undefined): Promise<readonly NoticeProgress[]> {
    const progress: NoticeProgress[] = [];
    for (const recipientId of change.recipientIds) {
      const isCut = signal?.aborted === true;
      const later = { status: 'waiting', until: this.#ports.clock.now() } as const;
      progress.push(isCut ? later : await this.#sending.lookAfter(change, recipientId, signal));
    }
    return progress;
  }

  async #eraseOldRecords(): Promise<void> {
    const now = this.#ports.clock.monotonic();
    if (now < this.#eraseFrom) return;
    await eraseOldRecords(this.#ports);
    this.#eraseFrom = now + ERASING_EVERY;
  }

  /** Law: the stored position never passes a notice that is not settled. */
  async #saveCheckpoint(): Promise<void> {
    // The log is followed in the order of its positions, so the first pending one is the earliest.
    const [first] = this.#pending.values();
    const safe = first === undefined ? this.#seen : first.position - 1n;
    if (safe === this.#saved) return;
    await this.#ports.checkpoints.save(SUBSCRIPTION, safe);
    this.#saved = safe;
  }
}
