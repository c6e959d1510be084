import type { PlanKind } from '../../domain/backup-run/events.ts';
import type { Failure } from '../../domain/backup-run/failure.ts';
import type { NightOutcome } from '../../domain/backup-run/state.ts';

/** What an operator may want to see while it happens. No secret, no plan content, no server text. */
export type Happening = HappeningOfNight | HappeningOfHistory | HappeningOfWorker;

export type HappeningOfNight = {
  readonly organisationId: string;
  readonly night: string;
  readonly attempt: number;
} & HappeningOfAttempt;

/** What was recorded could not be signed; the next signing makes up for it, unless the history was altered. */
export interface HappeningOfHistory {
  readonly name: 'checkpoint-failed';
  readonly organisationId: string;
  readonly error: unknown;
}

/** An organisation's night could not even be begun; it is looked at again in a minute. */
export interface HappeningOfWorker {
  readonly name: 'worker-fault';
  readonly organisationId: string;
  readonly error: unknown;
}

export type HappeningOfAttempt =
  | { readonly name: 'night-claimed' }
  | { readonly name: 'waiting-for-lease'; readonly milliseconds: number }
  | { readonly name: 'plan-collected'; readonly stories: number; readonly events: number; readonly needsALook: number }
  | { readonly name: 'workbook-rendered'; readonly file: PlanKind; readonly rows: number; readonly bytes: number }
  | { readonly name: 'server-reached' }
  | { readonly name: 'file-uploaded'; readonly file: PlanKind; readonly bytes: number }
  | { readonly name: 'file-replaced'; readonly file: PlanKind }
  /** An error of the machinery behind a recorded failure; for the operator alone. */
  | { readonly name: 'fault'; readonly failure: Failure; readonly error: unknown }
  | { readonly name: 'night-ended'; readonly outcome: NightOutcome };

/** Never throws and is never waited for. */
export interface Telemetry {
  happened(happening: Happening): void;
}
