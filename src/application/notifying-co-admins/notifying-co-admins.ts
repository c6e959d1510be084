import type { CheckpointStore } from '../ports/checkpoint-store.ts';
import { ErasingRecords } from './erasing-records.ts';
import { Following, KINDS, NOW, type Pending } from './following.ts';
import { type NoticePorts, SendingNotice } from './sending-notice.ts';
import { toTell } from './to-tell.ts';

/** Milliseconds between two looks for records to erase; the outbox rests no longer. */
const ERASING_EVERY = 6 * 3_600_000;

/** A wake-up is no error: none is made up for it, with all that it was called by. */
const NEWS = 'news';

export interface NoticesOfChange {
  readonly settled: number;
  /** Left to a worker. */
  readonly waiting: number;
}

/**
 * The outbox: of changes of the settings, and of what becomes of the nights. What is owed follows from the log, and so does what was sent: nothing is lost by a crash, and the
 * stored position only says from where to look. At least once; a mail sent twice has one Message-ID.
 */
export class NotifyingCoAdmins {
  readonly #ports: NoticePorts & { readonly checkpoints: CheckpointStore };
  readonly #sending: SendingNotice;
  readonly #erasing: ErasingRecords;
  readonly #kinds: readonly Following[];
  #news = new AbortController();
  #eraseFrom = NOW;

  constructor(ports: NoticePorts & { readonly checkpoints: CheckpointStore }) {
    this.#ports = ports;
    this.#sending = new SendingNotice(ports);
    this.#erasing = new ErasingRecords(ports);
    this.#kinds = KINDS.map((kind) => new Following(ports, kind));
  }

  /** Sends what of one change can be sent now, each recipient once, until the signal aborts. */
  async notifyOf(organisationId: string, changeId: string, signal?: AbortSignal): Promise<NoticesOfChange> {
    const change = await toTell(this.#ports.eventLog, organisationId, changeId);
    if (change === undefined) return { settled: 0, waiting: 0 };
    const progress = await this.#sending.lookAfter(change, signal);
    const settled = progress.filter(({ status }) => status === 'settled').length;
    return { settled, waiting: progress.length - settled };
  }

  /** Follows the log and sends until the signal aborts. Rejects if a store fails: begin again then. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#ports;
    for (const kind of this.#kinds) await kind.begin();
    const over = new AbortController();
    const ending = AbortSignal.any([signal, over.signal]);
    const onNews = (): void => this.#news.abort(NEWS);
    const followed = this.#kinds.map((kind) => kind.follow(ending, onNews).finally(() => over.abort()));
    // All of them have ended before a run ends: none writes into the next one.
    const following = Promise.allSettled(followed).then(() => Promise.all(followed));
    // It is waited for below; until then, its failure has only to end the loop.
    following.catch(() => undefined);
    ending.addEventListener('abort', onNews, { once: true });
    try {
      while (!ending.aborted) {
        // Made before looking, so that news that come while it looks wake it.
        this.#news = new AbortController();
        const next = await this.#sendDue(ending);
        for (const kind of this.#kinds) await kind.saveCheckpoint();
        await this.#eraseOldRecords();
        const until = Math.min(next, clock.monotonic() + ERASING_EVERY);
        await clock.pass(until - clock.monotonic(), this.#news.signal);
      }
    } finally {
      over.abort();
      await following;
    }
  }

  /** When to look again at the earliest, on the monotonic clock; infinity if nothing is pending. */
  async #sendDue(signal: AbortSignal): Promise<number> {
    for (const { pending } of this.#kinds) await this.#sendDueOf(pending, signal);
    const left = this.#kinds.flatMap(({ pending }) => [...pending.values()]);
    const waiting = left.reduce((sum, pending) => sum + pending.waiting, 0);
    this.#ports.telemetry.happened({ name: 'outbox-looked-through', waiting });
    return Math.min(...left.map(({ lookAgainAt }) => lookAgainAt));
  }

  async #sendDueOf(allPending: Map<string, Pending>, signal: AbortSignal): Promise<void> {
    const { clock } = this.#ports;
    for (const [changeId, pending] of [...allPending]) {
      if (clock.monotonic() < pending.lookAgainAt) continue;
      const progress = await this.#sending.lookAfter(pending.change, signal);
      const waits = progress.flatMap((notice) =>
        notice.status === 'waiting' ? [notice.until.since(clock.now())] : [],
      );
      const milliseconds = Math.min(...waits.map((wait) => Math.max(0, wait.total('milliseconds'))));
      if (waits.length === 0) allPending.delete(changeId);
      else {
        const lookAgainAt = clock.monotonic() + milliseconds;
        allPending.set(changeId, { ...pending, lookAgainAt, waiting: waits.length });
      }
    }
  }

  async #eraseOldRecords(): Promise<void> {
    const now = this.#ports.clock.monotonic();
    if (now < this.#eraseFrom) return;
    await this.#erasing.look();
    this.#eraseFrom = now + ERASING_EVERY;
  }
}
