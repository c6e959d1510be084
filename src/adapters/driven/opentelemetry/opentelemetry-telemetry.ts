import { metrics, trace } from '@opentelemetry/api';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { Happening, HappeningOfNight, Telemetry } from '../../../application/ports/telemetry.ts';
import { impossible } from '../../../domain/impossible.ts';
import { describedError } from '../../shared/described-errors/described-error.ts';
import { type Instruments, instrumentsOf } from './instruments.ts';
import { NightsUnderWay } from './nights-under-way.ts';

/** The instrumentation scope. */
const SCOPE = 'planning-backup';

/**
 * Metrics and traces by OpenTelemetry's API alone: without a provider, which whoever runs the process registers before
 * this is made, nothing is kept or sent. An attribute of a metric is one of our own few words, never an organisation.
 */
export class OpenTelemetryTelemetry implements Telemetry {
  readonly #measured: Instruments;
  readonly #nights: NightsUnderWay;

  constructor({ clock }: { readonly clock: Pick<ScheduleClock, 'monotonic'> }) {
    this.#measured = instrumentsOf(metrics.getMeter(SCOPE));
    this.#nights = new NightsUnderWay(trace.getTracer(SCOPE), this.#measured, { now: () => clock.monotonic() });
  }

  /** Nights that have begun and not ended in this process. */
  get nightsUnderWay(): number {
    return this.#nights.size;
  }

  happened(happening: Happening): void {
    const { lag, mailTries, mailsWaiting, overdue, troubles } = this.#measured;
    switch (happening.name) {
      case 'checkpoint-failed':
        this.#fault('checkpoints', happening.error);
        break;
      case 'health-unrecorded':
        this.#fault('health', happening.error);
        break;
      case 'worker-fault':
        this.#fault('night', happening.error);
        break;
      case 'service-fault':
        this.#fault(happening.part, happening.error);
        break;
      case 'night-due':
        lag.record(happening.milliseconds / 1_000);
        break;
      case 'mail-sent':
        mailTries.add(1, { 'planning_backup.outcome': 'sent' });
        break;
      case 'mail-not-taken':
        mailTries.add(1, { 'planning_backup.outcome': 'not-taken', 'error.type': happening.code });
        break;
      case 'mail-given-up':
        mailTries.add(1, { 'planning_backup.outcome': 'given-up' });
        break;
      case 'outbox-looked-through':
        mailsWaiting.record(happening.waiting);
        break;
      case 'overdue-counted':
        overdue.record(happening.organisations);
        break;
      case 'health-changed':
        troubles.record(happening.troubles.length);
        break;
      case 'plan-unusable':
        this.#measured.faults.add(1, { 'planning_backup.part': 'plan', 'error.type': happening.problem.reason });
        break;
      case 'heartbeat-failed':
        this.#measured.faults.add(1, { 'planning_backup.part': 'heartbeat', 'error.type': happening.code });
        break;
      case 'night-claimed':
      case 'waiting-for-lease':
      case 'stage-begun':
      case 'plan-collected':
      case 'workbook-rendered':
      case 'server-reached':
      case 'file-uploaded':
      case 'file-replaced':
      case 'fault':
      case 'night-ended':
      case 'night-abandoned':
      case 'retry-planned':
        this.#ofNight(happening);
        break;
      default:
        impossible(happening satisfies never);
    }
  }

  #ofNight(happening: HappeningOfNight): void {
    const { failures, outcomes, retries, rows, uploaded } = this.#measured;
    switch (happening.name) {
      case 'night-claimed':
        this.#nights.claimed(happening);
        break;
      case 'stage-begun':
        this.#nights.stageBegun(happening, happening.stage);
        break;
      case 'plan-collected': {
        const { stories, events, needsALook } = happening;
        const counts = { 'planning_backup.stories': stories, 'planning_backup.events': events };
        this.#nights.noted(happening, happening.name, { ...counts, 'planning_backup.needs_a_look': needsALook });
        break;
      }
      case 'workbook-rendered':
        rows.add(happening.rows, { 'planning_backup.plan': happening.file });
        break;
      case 'file-uploaded':
        uploaded.add(happening.bytes, { 'planning_backup.plan': happening.file });
        this.#nights.noted(happening, happening.name, { 'planning_backup.plan': happening.file });
        break;
      case 'file-replaced':
        this.#nights.noted(happening, happening.name, { 'planning_backup.plan': happening.file });
        break;
      case 'fault':
        this.#nights.noted(happening, 'fault', { 'error.type': describedError(happening.error).type });
        this.#fault('night', happening.error);
        break;
      case 'night-ended': {
        const { outcome } = happening;
        outcomes.add(1, { 'planning_backup.outcome': outcome });
        for (const { step, code } of happening.failures)
          failures.add(1, { 'planning_backup.step': step, 'error.type': code });
        this.#nights.ended(happening, outcome, happening.failures[0]?.code);
        break;
      }
      case 'night-abandoned':
        this.#nights.ended(happening, 'abandoned', 'abandoned');
        break;
      case 'retry-planned':
        retries.add(1);
        break;
      case 'waiting-for-lease':
      case 'server-reached':
        break;
      default:
        impossible(happening satisfies never);
    }
  }

  #fault(part: string, error: unknown): void {
    const type = describedError(error).type;
    this.#measured.faults.add(1, { 'planning_backup.part': part, 'error.type': type });
  }
}
