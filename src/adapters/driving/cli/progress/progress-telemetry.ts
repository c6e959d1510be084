import type { Happening, HappeningOfNight, Telemetry } from '../../../../application/ports/telemetry.ts';
import type { Words } from '../wording/words.ts';
import { PROGRESS_STEPS, type ProgressStep } from './steps.ts';

/** Where progress is shown. */
export interface ProgressView {
  /** A new attempt; an older one that had not ended was given up. */
  begin(): void;
  /** One more thing of a step has happened; `isDone` with its last. */
  advance(step: ProgressStep, line: string, isDone: boolean): void;
  /** Something beside the steps. */
  note(line: string): void;
  /** Nothing comes any more. Resolves when all is written; may be called again. */
  end(): Promise<void>;
}

/** How many happenings end a step: both workbooks are written, uploaded and put in place. */
const HAPPENINGS_OF: Readonly<Record<ProgressStep, number>> = {
  plan: 1,
  workbooks: 2,
  server: 1,
  uploads: 2,
  replacing: 2,
};

/** Drives a view by what happens in a night. */
export class ProgressTelemetry implements Telemetry {
  readonly #view: ProgressView;
  readonly #words: Words;
  #counts = new Map<ProgressStep, number>();
  readonly #noted = new Set<string>();

  constructor(view: ProgressView, words: Words) {
    this.#view = view;
    this.#words = words;
  }

  happened(happening: Happening): void {
    if (happening.name === 'checkpoint-failed') this.#noteOnce(this.#words.progress.checkpointFailed(happening.error));
    if (happening.name === 'health-unrecorded') this.#view.note(this.#words.progress.healthUnrecorded(happening.error));
    // Worker and outbox report by lines of their own; a single night has none.
    if (!('attempt' in happening) || !('night' in happening)) return;
    const line = this.#words.progress.happened(happening, happening.attempt);
    if (happening.name === 'night-claimed') {
      this.#counts = new Map(PROGRESS_STEPS.map((step) => [step, 0]));
      this.#view.begin();
    }
    if (line === undefined) return;
    const step = stepOf(happening);
    if (step === undefined) {
      this.#view.note(line);
      return;
    }
    const count = (this.#counts.get(step) ?? 0) + 1;
    this.#counts.set(step, count);
    this.#view.advance(step, line, count >= HAPPENINGS_OF[step]);
  }

  end(): Promise<void> {
    return this.#view.end();
  }

  /** A night signs more than once, and fails for the same reason. */
  #noteOnce(line: string): void {
    if (!this.#noted.has(line)) this.#view.note(line);
    this.#noted.add(line);
  }
}

const stepOf = ({ name }: HappeningOfNight): ProgressStep | undefined => {
  switch (name) {
    case 'plan-collected':
      return 'plan';
    case 'workbook-rendered':
      return 'workbooks';
    case 'server-reached':
      return 'server';
    case 'file-uploaded':
      return 'uploads';
    case 'file-replaced':
      return 'replacing';
    case 'night-claimed':
    case 'waiting-for-lease':
    case 'stage-begun':
    case 'fault':
    case 'night-ended':
    case 'night-abandoned':
    case 'retry-planned':
      return undefined;
    default:
      return name satisfies never;
  }
};
