import { type Attributes, context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { NightStage } from '../../../application/ports/telemetry.ts';
import type { Instruments } from './instruments.ts';

/** Which night; an organisation is named in traces only, where it multiplies nothing. */
export interface WhichNight {
  readonly organisationId: string;
  readonly night: string;
  readonly attempt: number;
}

interface UnderWay {
  readonly span: Span;
  readonly since: number;
  stage: { readonly name: NightStage; readonly span: Span; readonly since: number } | undefined;
}

/** The spans and durations of the nights that this process is at. Law: what is begun is ended by {@link ended}. */
export class NightsUnderWay {
  readonly #tracer: Tracer;
  readonly #instruments: Pick<Instruments, 'duration' | 'stageDuration'>;
  /** Milliseconds that never jump. */
  readonly #now: () => number;
  readonly #nights = new Map<string, UnderWay>();

  constructor(
    tracer: Tracer,
    instruments: Pick<Instruments, 'duration' | 'stageDuration'>,
    { now }: { readonly now: () => number },
  ) {
    this.#tracer = tracer;
    this.#instruments = instruments;
    this.#now = now;
  }

  get size(): number {
    return this.#nights.size;
  }

  /** A later attempt of the same worker is the same night. */
  claimed(which: WhichNight): void {
    const known = this.#nights.get(keyOf(which));
    if (known !== undefined) {
      this.#endStage(known);
      known.span.addEvent('attempt', { 'planning_backup.attempt': which.attempt });
      return;
    }
    const attributes = {
      'planning_backup.organisation.id': which.organisationId,
      'planning_backup.night': which.night,
      'planning_backup.attempt': which.attempt,
    };
    const span = this.#tracer.startSpan('night', { attributes, root: true });
    this.#nights.set(keyOf(which), { span, since: this.#now(), stage: undefined });
  }

  stageBegun(which: WhichNight, name: NightStage): void {
    const night = this.#nights.get(keyOf(which));
    if (night === undefined) return;
    this.#endStage(night);
    const kind = OUTSIDE.has(name) ? SpanKind.CLIENT : SpanKind.INTERNAL;
    const span = this.#tracer.startSpan(name, { kind }, trace.setSpan(context.active(), night.span));
    night.stage = { name, span, since: this.#now() };
  }

  /** On the part that is under way, or on the night where none is. */
  noted(which: WhichNight, event: string, attributes: Attributes): void {
    const night = this.#nights.get(keyOf(which));
    (night?.stage?.span ?? night?.span)?.addEvent(event, attributes);
  }

  /** `cause` is one of our own codes, or undefined for a night that went well. */
  ended(which: WhichNight, outcome: string, cause: string | undefined): void {
    const night = this.#nights.get(keyOf(which));
    if (night === undefined) return;
    this.#nights.delete(keyOf(which));
    this.#endStage(night, cause);
    night.span.setAttribute('planning_backup.outcome', outcome);
    end(night.span, cause);
    const seconds = (this.#now() - night.since) / 1_000;
    this.#instruments.duration.record(seconds, { 'planning_backup.outcome': outcome });
  }

  #endStage(night: UnderWay, cause?: string): void {
    if (night.stage === undefined) return;
    const { name, span, since } = night.stage;
    end(span, cause);
    this.#instruments.stageDuration.record((this.#now() - since) / 1_000, { 'planning_backup.stage': name });
    night.stage = undefined;
  }
}

/** Parts that wait for a server. */
const OUTSIDE: ReadonlySet<NightStage> = new Set(['connect', 'upload', 'replace']);

const keyOf = ({ organisationId, night }: WhichNight): string => JSON.stringify([organisationId, night]);

const end = (span: Span, cause: string | undefined): void => {
  if (cause !== undefined) span.setAttribute('error.type', cause).setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};
