import type { PlanKind } from '../../domain/backup-run/events.ts';
import type { Failure } from '../../domain/backup-run/failure.ts';
import type { NightOutcome } from '../../domain/backup-run/state.ts';
import type { NoticeFailureCode } from '../../domain/notice/events.ts';
import type { PlanUnavailable } from './planning-source.ts';

/** What an operator may want to see while it happens. No secret, no plan content, no server text. */
export type Happening =
  | HappeningOfNight
  | HappeningOfHistory
  | HappeningOfWorker
  | HappeningOfMail
  | HappeningOfService;

export type HappeningOfNight = {
  readonly organisationId: string;
  readonly night: string;
  readonly attempt: number;
} & HappeningOfAttempt;

export type HappeningOfHistory =
  /** What was recorded could not be signed; the next signing makes up for it, unless the history was altered. */
  | { readonly name: 'checkpoint-failed'; readonly organisationId: string; readonly error: unknown }
  /** What a night changed across nights could not be recorded; the next look makes up for it. */
  | { readonly name: 'health-unrecorded'; readonly organisationId: string; readonly error: unknown };

export type HappeningOfWorker =
  /** The worker begins a night for the first time; `milliseconds` after its slot. */
  | {
      readonly name: 'night-due';
      readonly organisationId: string;
      readonly night: string;
      readonly milliseconds: number;
    }
  /**
   * Looked at when a service starts: a night would fail at this plan. Null where not even whose it is can be read. The
   * file's name is the operator's own.
   */
  | {
      readonly name: 'plan-unusable';
      readonly organisationId: string | null;
      readonly file: string;
      readonly problem: PlanUnavailable;
    }
  /** An organisation's night could not even be begun; it is looked at again in a minute. */
  | { readonly name: 'worker-fault'; readonly organisationId: string; readonly error: unknown };

/** A mail to one recipient. Who that is, is not told. */
export type HappeningOfMail = { readonly organisationId: string } & HappeningOfMailing;

export type HappeningOfMailing =
  | { readonly name: 'mail-sent'; readonly addresses: number }
  /** It is tried again. */
  | { readonly name: 'mail-not-taken'; readonly code: NoticeFailureCode; readonly attempt: number }
  | { readonly name: 'mail-given-up' };

/** Of no organisation in particular. */
export type HappeningOfService =
  /** So many mails wait for their next try. */
  | { readonly name: 'outbox-looked-through'; readonly waiting: number }
  /** What runs all the time could not go on, and begins again; or a request of the page failed. */
  | {
      readonly name: 'service-fault';
      readonly part: ServicePart;
      readonly requestId: string | null;
      readonly error: unknown;
    }
  /** Empty: all is well again. */
  | { readonly name: 'health-changed'; readonly troubles: readonly ServiceTrouble[] }
  /** So many organisations' nights have to be over by now and are not. */
  | { readonly name: 'overdue-counted'; readonly organisations: number }
  /** Whoever watches from outside did not take a sign of life. */
  | { readonly name: 'heartbeat-failed'; readonly code: 'unreachable' | 'no-answer' | 'refused' };

/** What keeps a worker from its work. While there is one, no heartbeat is sent. */
export type ServiceTrouble =
  | 'starting'
  | 'worker-stuck'
  | 'store-unavailable'
  | 'disk-full'
  | 'master-key-unavailable'
  | 'log-not-followed'
  | 'nights-overdue';

export type ServicePart = 'nights' | 'mails' | 'signs-of-life' | 'page';

/** The parts of an attempt, in their order; with `overwrite` nothing is uploaded before it is put in place. */
export type NightStage = 'collect' | 'render' | 'connect' | 'upload' | 'replace';

export type HappeningOfAttempt =
  | { readonly name: 'night-claimed' }
  | { readonly name: 'waiting-for-lease'; readonly milliseconds: number }
  /** It lasts until the next one begins, or the attempt is over. */
  | { readonly name: 'stage-begun'; readonly stage: NightStage }
  | { readonly name: 'plan-collected'; readonly stories: number; readonly events: number; readonly needsALook: number }
  | { readonly name: 'workbook-rendered'; readonly file: PlanKind; readonly rows: number; readonly bytes: number }
  | { readonly name: 'server-reached' }
  | { readonly name: 'file-uploaded'; readonly file: PlanKind; readonly bytes: number }
  | { readonly name: 'file-replaced'; readonly file: PlanKind }
  /** An error of the machinery behind a recorded failure; for the operator alone. */
  | { readonly name: 'fault'; readonly failure: Failure; readonly error: unknown }
  /** With why each file was not put in place, if one was not. A night that was missed had no attempt: 0. */
  | { readonly name: 'night-ended'; readonly outcome: NightOutcome; readonly failures: readonly Failure[] }
  /** Another has overtaken this worker, or a store failed: the night stays as it is recorded. */
  | { readonly name: 'night-abandoned' }
  /** So long after its end. */
  | { readonly name: 'retry-planned'; readonly milliseconds: number };

/** Never throws and is never waited for. */
export interface Telemetry {
  happened(happening: Happening): void;
}
