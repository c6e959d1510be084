import { Temporal } from 'temporal-polyfill';
import type { NoticeFailureCode } from '../../domain/notice/events.ts';
import { isToBeGivenUp, nextTryAt } from '../../domain/notice/retrying.ts';
import { isSettled, type NoticeState, noticeOf } from '../../domain/notice/state.ts';
import { RecordRejected } from '../journal.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import { type ChangeMail, type Mailer, MailNotTaken } from '../ports/mailer.ts';
import type { NoticeRecords } from '../ports/notice-records.ts';
import type { OrganisationDirectory } from '../ports/organisation-directory.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import { mailFor } from './addressing.ts';
import type { ChangeToTell } from './changes-to-tell.ts';
import { type NoticeJournal, noticeJournal, noticesNow } from './notices.ts';

export interface NoticePorts {
  readonly eventLog: EventLog;
  readonly noticeRecords: NoticeRecords;
  readonly directory: OrganisationDirectory;
  readonly mailer: Mailer;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
}

/** What came of looking after one notice. */
export type NoticeProgress =
  | { readonly status: 'settled' }
  /** Not now: another worker is at it, or the pause after a failure is not over. Look again then, at the latest. */
  | { readonly status: 'waiting'; readonly until: Temporal.Instant };

/** A claim whose owner has been silent for so long, in milliseconds on our own clock, may be taken over. */
export const CLAIM_LENGTH = 120_000;

/** Half of it, so that whoever still sends is never overtaken. */
const SENDING_DEADLINE = 60_000;

/** Looks after single notices: claims one, hands its mail over, records what came of it. */
export class SendingNotice {
  readonly #ports: NoticePorts;
  readonly #workerId: string;
  /** Claims of others: which attempt was seen, and since when, on the monotonic clock. */
  readonly #watched = new Map<string, { readonly attempt: number; readonly since: number }>();

  constructor(ports: NoticePorts) {
    this.#ports = ports;
    this.#workerId = ports.ids.newId();
  }

  /** A mail that is being handed over when the signal aborts counts as not taken. */
  async lookAfter(change: ChangeToTell, recipientId: string, signal?: AbortSignal): Promise<NoticeProgress> {
    const now = this.#ports.clock.now();
    const at = await noticesNow(this.#ports.eventLog, change.changeId);
    const notice = noticeOf(at.state, recipientId);
    const silentUntil = this.#silentUntil(`${change.changeId}/${recipientId}`, notice);
    if (isSettled(notice)) return { status: 'settled' };
    const tried = at.tried.get(recipientId);
    const isOver = notice.status === 'due' && tried !== undefined && isToBeGivenUp(tried);
    // A try that lies in the future was recorded by a clock that was wrong, and is not waited for.
    const isPaused = tried !== undefined && !isOver && Temporal.Instant.compare(tried.lastAt, now) <= 0;
    const pausedUntil = isPaused ? nextTryAt(tried, notice.attempts) : undefined;
    const until = notice.status === 'claimed' ? silentUntil : pausedUntil;
    if (until !== undefined && Temporal.Instant.compare(now, until) < 0) return { status: 'waiting', until };
    const journal = noticeJournal(this.#ports, change.changeId);
    try {
      if (isOver) {
        const given = await journal.recordAt(at, { type: 'GiveUpNotice', recipientId });
        return given === 'recorded' ? { status: 'settled' } : { status: 'waiting', until: now };
      }
      const overtaken = notice.status === 'claimed' ? notice.attempts : null;
      const claim = { type: 'ClaimNotice', recipientId, workerId: this.#workerId, overtaken } as const;
      if ((await journal.recordAt(at, claim)) !== 'recorded') return { status: 'waiting', until: now };
      return await this.#send(journal, { change, recipientId, attempt: notice.attempts + 1 }, signal);
    } catch (error) {
      if (!(error instanceof RecordRejected)) throw error;
      return { status: 'waiting', until: now };
    }
  }

  /** When another's claim will have been silent for long enough, or undefined if nobody has claimed it. */
  #silentUntil(key: string, notice: NoticeState): Temporal.Instant | undefined {
    if (notice.status !== 'claimed') {
      this.#watched.delete(key);
      return undefined;
    }
    const { clock } = this.#ports;
    const seen = this.#watched.get(key);
    const since = seen?.attempt === notice.attempts ? seen.since : clock.monotonic();
    this.#watched.set(key, { attempt: notice.attempts, since });
    return clock.now().add({ milliseconds: Math.ceil(Math.max(0, since + CLAIM_LENGTH - clock.monotonic())) });
  }

  async #send(journal: NoticeJournal, claimed: Claimed, signal: AbortSignal | undefined): Promise<NoticeProgress> {
    const { change, recipientId, attempt } = claimed;
    const mail = await mailFor(change, recipientId, this.#ports);
    const code = mail === undefined ? 'record-unavailable' : await this.#handOver(mail, signal);
    if (code === undefined) {
      const addresses = mail?.addresses.length ?? 0;
      await journal.record({ type: 'RecordNoticeSent', recipientId, attempt, addresses });
      return { status: 'settled' };
    }
    await journal.record({ type: 'RecordNoticeFailed', recipientId, attempt, code });
    // What follows from the failure, be it a pause or giving up, is found out by looking again.
    return { status: 'waiting', until: this.#ports.clock.now() };
  }

  /** Undefined if the mail was taken. */
  async #handOver(mail: ChangeMail, signal: AbortSignal | undefined): Promise<NoticeFailureCode | undefined> {
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
  readonly change: ChangeToTell;
  readonly recipientId: string;
  readonly attempt: number;
}
