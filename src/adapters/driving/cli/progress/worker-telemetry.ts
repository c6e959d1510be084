import type { Happening, Telemetry } from '../../../../application/ports/telemetry.ts';
import type { Output } from '../output.ts';
import { errorText } from '../wording/happenings.ts';
import type { Words } from '../wording/words.ts';

/** A line a happening, with the organisation and night it is about: many nights run at the same time. */
export class WorkerTelemetry implements Telemetry {
  readonly #output: Output;
  readonly #words: Words;

  constructor(output: Output, words: Words) {
    this.#output = output;
    this.#words = words;
  }

  happened(happening: Happening): void {
    const line = lineOf(happening, this.#words);
    if (line === undefined) return;
    const night = 'night' in happening ? ` ${happening.night}` : '';
    this.#output.message(`${happening.organisationId}${night}: ${line}`);
  }
}

const lineOf = (happening: Happening, { progress, worker, night }: Words): string | undefined => {
  if (happening.name === 'checkpoint-failed') return progress.checkpointFailed(happening.error);
  if (happening.name === 'worker-fault') return worker.fault(errorText(happening.error));
  if (happening.name === 'night-ended') return night.outcomes[happening.outcome];
  return progress.happened(happening, happening.attempt);
};
