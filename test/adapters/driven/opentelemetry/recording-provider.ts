import {
  type Attributes,
  type Context,
  type Meter,
  metrics,
  type Span,
  type SpanStatus,
  type Tracer,
  trace,
} from '@opentelemetry/api';

export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly attributes: Attributes;
}

export interface RecordedSpan {
  readonly name: string;
  readonly parent: string | undefined;
  readonly attributes: Attributes;
  readonly events: { readonly name: string; readonly attributes: Attributes }[];
  status: SpanStatus | undefined;
  isEnded: boolean;
}

/** Keeps what is measured and traced through the API's own registration. */
export class RecordingProvider {
  readonly measured: Measured[] = [];
  readonly spans: RecordedSpan[] = [];
  readonly instruments = new Map<string, string | undefined>();
  readonly #names = new WeakMap<Span, string>();

  register(): void {
    const instrument = (name: string, options?: { readonly unit?: string }) => {
      this.instruments.set(name, options?.unit);
      const keep = (value: number, attributes: Attributes = {}): void =>
        void this.measured.push({ name, value, attributes });
      return { add: keep, record: keep };
    };
    const meter = { createCounter: instrument, createHistogram: instrument, createGauge: instrument };
    metrics.setGlobalMeterProvider({ getMeter: () => meter as unknown as Meter });
    const tracer: Partial<Tracer> = {
      startSpan: (name, options = {}, context: Context | undefined = undefined) => {
        const parent = context && trace.getSpan(context);
        const recorded: RecordedSpan = {
          ...{ name, parent: parent && this.#names.get(parent), attributes: { ...options.attributes } },
          ...{ events: [], status: undefined, isEnded: false },
        };
        this.spans.push(recorded);
        const span = spanOf(recorded);
        this.#names.set(span, name);
        return span;
      },
    };
    trace.setGlobalTracerProvider({ getTracer: () => tracer as Tracer });
  }

  unregister(): void {
    metrics.disable();
    trace.disable();
  }

  of(name: string): readonly Measured[] {
    return this.measured.filter((measured) => measured.name === `planning_backup.${name}`);
  }
}

const spanOf = (recorded: RecordedSpan): Span => {
  const attributes = recorded.attributes as Record<string, unknown>;
  const span: Partial<Span> = {
    setAttribute: (key, value) => {
      attributes[key] = value;
      return span as Span;
    },
    setStatus: (status) => {
      recorded.status = status;
      return span as Span;
    },
    addEvent: (name, of) => {
      recorded.events.push({ name, attributes: of as Attributes });
      return span as Span;
    },
    end: () => {
      if (recorded.isEnded) throw new Error('ended twice');
      recorded.isEnded = true;
    },
  };
  return span as Span;
};
