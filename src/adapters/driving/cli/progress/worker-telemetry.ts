import type { Happening, Telemetry } from '../../../../application/ports/telemetry.ts';
import { errorLine } from '../../../shared/described-errors/described-error.ts';
import type { Output } from '../output.ts';
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
    this.#output.message(`${whoseIs(happening)}${line}`);
  }
}

const whoseIs = (happening: Happening): string => {
  if (!('organisationId' in happening) || happening.organisationId === null) return '';
  return `${happening.organisationId}${'night' in happening ? ` ${happening.night}` : ''}: `;
};

/** Undefined where other lines say it, or it is a matter of measuring. */
const lineOf = (happening: Happening, { progress, worker, serve, night }: Words): string | undefined => {
  switch (happening.name) {
    case 'checkpoint-failed':
      return progress.checkpointFailed(happening.error);
    case 'health-unrecorded':
      return progress.healthUnrecorded(happening.error);
    case 'worker-fault':
      return worker.fault(errorLine(happening.error));
    case 'plan-unusable':
      return worker.planUnusable(happening.problem, happening.organisationId !== null);
    case 'service-fault': {
      const error = errorLine(happening.error);
      return happening.part === 'page' ? serve.fault(error) : worker.fault(error);
    }
    case 'night-ended':
      return night.outcomes[happening.outcome];
    case 'mail-sent':
      return worker.mails.sent;
    case 'mail-not-taken':
      return worker.mails.notTaken[happening.code];
    case 'mail-given-up':
      return worker.mails.givenUp;
    case 'health-changed':
      return worker.health(happening.troubles);
    case 'overdue-counted':
      return happening.organisations === 0 ? undefined : worker.overdue(happening.organisations);
    case 'heartbeat-failed':
      return worker.heartbeat[happening.code];
    case 'night-due':
    case 'outbox-looked-through':
      return undefined;
    case 'night-claimed':
    case 'waiting-for-lease':
    case 'stage-begun':
    case 'plan-collected':
    case 'workbook-rendered':
    case 'server-reached':
    case 'file-uploaded':
    case 'file-replaced':
    case 'fault':
    case 'night-abandoned':
    case 'retry-planned':
      return progress.happened(happening, happening.attempt);
    default:
      return happening satisfies never;
  }
};
