import { Temporal } from 'temporal-polyfill';
import type { NoticeFailureCode } from '../../domain/notice/events.ts';
import { isToBeGivenUp, nextTryAt, type Tried } from '../../domain/notice/retrying.ts';
import { isSettled, type NoticeState, noticeOf } from '../../domain/notice/state.ts';
import { RecordRejected } from '../journal.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import { type Mail, type Mailer, MailNotTaken } from '../ports/mailer.ts';
import type { NoticeRecords } from '../ports/notice-records.ts';
import type { OrganisationDirectory } from '../ports/organisation-directory.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { HappeningOfMailing, Telemetry } from '../ports/telemetry.ts';
import { mailFor } from './addressing.ts';
import { type NoticeJournal, type NoticesNow, noticeJournal, noticesNow } from './notices.ts';
import type { ToTell } from './to-tell.ts';

export interface NoticePorts {
  readonly eventLog: EventLog;
  readonly noticeRecords: NoticeRecords;
  readonly directory: OrganisationDirectory;
  readonly mailer: Mailer;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
  readonly telemetry: Telemetry;
}

/** What came of looking after one notice. */
export type NoticeProgress =
  | { readonly status: 'settled' }
  /** Not now: another worker is at it, or the pause after a failure is not over. Look again then, at the latest. */
  | { readonly status: 'waiting'; readonly until: Temporal.Instant };

/** A claim whose owner has been silent for so long, in milliseconds on our own clock, may be taken over. */
const CLAIM_LENGTH = 120_000;

/** Half of it, so that whoever still sends is never overtaken. */
const SENDING_DEADLINE = 60_000;

/** Looks after the notices of changes: claims one, hands its mail over, records what came of it. */
export class SendingNotice {
  readonly #ports: NoticePorts;
  readonly #workerId: string;
  /** Claims of others: which attempt was seen, and since when, on the monotonic clock. */
  readonly #watched = new Map<string, { readonly attempt: number; readonly since: number }>();

  constructor(ports: NoticePorts) {
    this.#ports = ports;
    this.#workerId = ports.ids.newId();
  }

  /**
   * What came of each recipient's notice, in their order. A mail that is being handed over when the signal aborts counts
   * as not taken, and the rest is left for later.
   */
  async lookAfter(change: ToTell, signal?: AbortSignal): Promise<readonly NoticeProgress[]> {
    const progress: NoticeProgress[] = [];
    // As long as nothing is written to it, one reading serves all.
    let at: NoticesNow | undefined;
    for (const recipientId of change.recipientIds) {
      const now = this.#ports.clock.now();
      if (signal?.aborted === true) {
        progress.push({ status: 'waiting', until: now });
        continue;
      }
      at ??= await noticesNow(this.#ports.eventLog, change.changeId);
      const wait = this.#wait(change, recipientId, at, now);
      progress.push(wait ?? (await this.#goOn(change, recipientId, at, signal)));
      if (wait === undefined) at = undefined;
    }
    return progress;
  }

  /** Undefined if something is to be done about it now. */
  #wait({ changeId }: ToTell, recipientId: string, at: NoticesNow, now: Temporal.Instant): NoticeProgress | undefined {
    const notice = noticeOf(at.state, recipientId);
    const silence = this.#silenceLeft(`${changeId}/${recipientId}`, notice);
    if (isSettled(notice)) return { status: 'settled' };
    // Compared on the one clock that it is measured on: by another, read a moment later, it would never be over.
    if (silence > 0) return { status: 'waiting', until: now.add({ milliseconds: Math.ceil(silence) }) };
    const tried = at.tried.get(recipientId);
    if (notice.status === 'claimed' || isOver(notice, tried)) return undefined;
    const until = pausedUntil(tried, notice, now);
    return Temporal.Instant.compare(now, until) < 0 ? { status: 'waiting', until } : undefined;
  }

  async #goOn(
    change: ToTell,
    recipientId: string,
    at: NoticesNow,
    signal: AbortSignal | undefined,
  ): Promise<NoticeProgress> {
    // Another came first, or comes: look again at once.
    const lost = { status: 'waiting', until: this.#ports.clock.now() } as const;
    const notice = noticeOf(at.state, recipientId);
    const journal = noticeJournal(this.#ports, change.changeId);
    try {
      if (isOver(notice, at.tried.get(recipientId))) {
        if ((await journal.recordAt(at, { type: 'GiveUpNotice', recipientId })) !== 'recorded') return lost;
        this.#tell(change, { name: 'mail-given-up' });
        return { status: 'settled' };
      }
      const overtaken = notice.status === 'claimed' ? notice.attempts : null;
      const claim = { type: 'ClaimNotice', recipientId, workerId: this.#workerId, overtaken } as const;
      if ((await journal.recordAt(at, claim)) !== 'recorded') return lost;
      return await this.#send(journal, { change, recipientId, attempt: notice.attempts + 1 }, signal);
    } catch (error) {
      if (!(error instanceof RecordRejected)) throw error;
      return lost;
    }
  }

  /** Milliseconds that another's claim must still be silent for; 0 if it was for long enough, or there is none. */
  #silenceLeft(key: string, notice: NoticeState): number {
    if (notice.status !== 'claimed') {
      this.#watched.delete(key);
      return 0;
    }
    const now = this.#ports.clock.monotonic();
    const seen = this.#watched.get(key);
    const since = seen?.attempt === notice.attempts ? seen.since : now;
    this.#watched.set(key, { attempt: notice.attempts, since });
    return Math.max(0, since + CLAIM_LENGTH - now);
  }

  async #send(journal: NoticeJournal, claimed: Claimed, signal: AbortSignal | undefined): Promise<NoticeProgress> {
    const { change, recipientId, attempt } = claimed;
    const mail = await mailFor(change, recipientId, this.#ports);
    const code = mail === undefined ? 'record-unavailable' : await this.#handOver(mail, signal);
    if (code === undefined) {
      const addresses = mail?.addresses.length ?? 0;
      await journal.record({ type: 'RecordNoticeSent', recipientId, attempt, addresses });
      this.#tell(change, { name: 'mail-sent', addresses });
      return { status: 'settled' };
    }
    await journal.record({ type: 'RecordNoticeFailed', recipientId, attempt, code });
    this.#tell(change, { name: 'mail-not-taken', code, attempt });
    // What follows from the failure, be it a pause or giving up, is found out by looking again.
    return { status: 'waiting', until: this.#ports.clock.now() };
  }

  #tell({ organisationId }: ToTell, what: HappeningOfMailing): void {
    this.#ports.telemetry.happened({ organisationId, ...what });
  }

  /** Undefined if the mail was taken. */
  async #handOver(mail: Mail, signal: AbortSignal | undefined): Promise<NoticeFailureCode | undefined> {
    const done = new AbortController();
    const deadline = new AbortController();
    const cut = this.#ports.clock.pass(SENDING_DEADLINE, done.signal).then(() => deadline.abort());
    try {
      const ends = signal === undefined ? [deadline.signal] : [deadline.signal, signal];
      await this.#ports.mailer.send(mail, AbortSignal.any(ends));
      return undefined;
    } catch (error) {
      if (error instanceof MailNotTaken) return error.code;
      throw error;
    } finally {
      done.abort();
      await cut;
    }
  }
}

interface Claimed {
  readonly change: ToTell;
  readonly recipientId: string;
  readonly attempt: number;
}

/** Whether it was tried for long enough. */
const isOver = ({ status }: NoticeState, tried: Tried | undefined): boolean =>
  status === 'due' && tried !== undefined && isToBeGivenUp(tried);

/** A try that lies in the future was recorded by a clock that was wrong, and is not waited for. */
const pausedUntil = (tried: Tried | undefined, { attempts }: NoticeState, now: Temporal.Instant): Temporal.Instant =>
  tried === undefined || Temporal.Instant.compare(tried.lastAt, now) > 0 ? now : nextTryAt(tried, attempts);
