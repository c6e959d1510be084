import type { Happening, HappeningOfNight } from '../../../application/ports/telemetry.ts';
import type { NightOutcome } from '../../../domain/backup-run/state.ts';
import { describedError } from '../../shared/described-errors/described-error.ts';

/** `debug` is what only measuring needs, and is not written. */
export type Level = 'debug' | 'info' | 'warn' | 'error';

export interface Entry extends Readonly<Record<string, unknown>> {
  readonly level: Level;
}

/** Law: ids and our own words and numbers only; an error as {@link describedError} has it. */
export const entryOf = (happening: Happening): Entry => {
  switch (happening.name) {
    case 'checkpoint-failed':
    case 'health-unrecorded':
    case 'worker-fault': {
      const { organisationId: organisation, error } = happening;
      return { level: 'error', organisation, error: describedError(error) };
    }
    case 'service-fault': {
      const { part, requestId: request, error } = happening;
      return { level: 'error', part, request, error: describedError(error) };
    }
    case 'night-due': {
      const { organisationId: organisation, night, milliseconds: lagMs } = happening;
      return { level: 'debug', organisation, night, lagMs };
    }
    case 'plan-unusable': {
      const { organisationId: organisation, file, problem } = happening;
      return { level: 'warn', organisation, file, error: describedError(problem) };
    }
    case 'mail-sent':
      return { level: 'info', organisation: happening.organisationId, addresses: happening.addresses };
    case 'mail-not-taken': {
      const { organisationId: organisation, code, attempt } = happening;
      return { level: 'warn', organisation, code, attempt };
    }
    case 'mail-given-up':
      return { level: 'error', organisation: happening.organisationId };
    case 'outbox-looked-through':
      return { level: 'debug', waiting: happening.waiting };
    case 'health-changed': {
      const { troubles } = happening;
      return { level: troubles.length === 0 ? 'info' : 'error', troubles };
    }
    case 'overdue-counted': {
      const { organisations } = happening;
      return { level: organisations === 0 ? 'debug' : 'error', organisations };
    }
    case 'heartbeat-failed':
      return { level: 'warn', code: happening.code };
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
    case 'retry-planned': {
      const { organisationId: organisation, night, attempt } = happening;
      const { level, ...fields } = ofNight(happening);
      return { level, organisation, night, attempt, ...fields };
    }
    default:
      return happening satisfies never;
  }
};

const ofNight = (happening: HappeningOfNight): Entry => {
  switch (happening.name) {
    case 'stage-begun':
      return { level: 'debug', stage: happening.stage };
    case 'night-claimed':
    case 'server-reached':
      return { level: 'info' };
    case 'waiting-for-lease':
      return { level: 'warn', waitMs: happening.milliseconds };
    case 'plan-collected': {
      const { stories, events, needsALook } = happening;
      return { level: 'info', stories, events, needsALook };
    }
    case 'workbook-rendered': {
      const { file: plan, rows, bytes } = happening;
      return { level: 'info', plan, rows, bytes };
    }
    case 'file-uploaded':
      return { level: 'info', plan: happening.file, bytes: happening.bytes };
    case 'file-replaced':
      return { level: 'info', plan: happening.file };
    case 'fault': {
      const { failure, error } = happening;
      return { level: 'error', step: failure.step, code: failure.code, error: describedError(error) };
    }
    case 'night-ended': {
      const { outcome, failures } = happening;
      const why = failures.map(({ step, code }) => ({ step, code }));
      return { level: LEVELS[outcome], outcome, ...(why.length === 0 ? {} : { failures: why }) };
    }
    case 'night-abandoned':
      return { level: 'warn' };
    case 'retry-planned':
      return { level: 'warn', waitMs: happening.milliseconds };
    default:
      return happening satisfies never;
  }
};

const LEVELS: Readonly<Record<NightOutcome, Level>> = {
  delivered: 'info',
  stopped: 'info',
  'half-delivered': 'error',
  failed: 'error',
  missed: 'error',
};
