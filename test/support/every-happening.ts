import { PlanUnavailable } from '../../src/application/ports/planning-source.ts';
import type { Happening } from '../../src/application/ports/telemetry.ts';

const NO_PLAN = new PlanUnavailable('unavailable', 'The plan at /plans cannot be used: it is empty.');

/** One of each, so that a test can say something of all; a new name without an example here does not compile. */
export const everyHappening = (error: unknown, organisationId: string): readonly Happening[] => {
  const night = { organisationId, night: '2026-11-25', attempt: 1 };
  const failure = { step: 'log-in', code: 'login-refused' } as const;
  const every: { readonly [Name in Happening['name']]: Extract<Happening, { readonly name: Name }> } = {
    'night-claimed': { ...night, name: 'night-claimed' },
    'waiting-for-lease': { ...night, name: 'waiting-for-lease', milliseconds: 300_000 },
    'stage-begun': { ...night, name: 'stage-begun', stage: 'collect' },
    'plan-collected': { ...night, name: 'plan-collected', stories: 2, events: 1, needsALook: 0 },
    'workbook-rendered': { ...night, name: 'workbook-rendered', file: 'story-plan', rows: 2, bytes: 10 },
    'server-reached': { ...night, name: 'server-reached' },
    'file-uploaded': { ...night, name: 'file-uploaded', file: 'story-plan', bytes: 10 },
    'file-replaced': { ...night, name: 'file-replaced', file: 'story-plan' },
    fault: { ...night, name: 'fault', failure, error },
    'night-ended': { ...night, name: 'night-ended', outcome: 'failed', failures: [failure, failure] },
    'night-abandoned': { ...night, name: 'night-abandoned' },
    'retry-planned': { ...night, name: 'retry-planned', milliseconds: 60_000 },
    'night-due': { organisationId, night: '2026-11-25', name: 'night-due', milliseconds: 5_000 },
    'plan-unusable': { organisationId, name: 'plan-unusable', file: `${organisationId}.json`, problem: NO_PLAN },
    'worker-fault': { organisationId, name: 'worker-fault', error },
    'checkpoint-failed': { organisationId, name: 'checkpoint-failed', error },
    'health-unrecorded': { organisationId, name: 'health-unrecorded', error },
    'mail-sent': { organisationId, name: 'mail-sent', addresses: 1 },
    'mail-not-taken': { organisationId, name: 'mail-not-taken', code: 'mail-refused', attempt: 1 },
    'mail-given-up': { organisationId, name: 'mail-given-up' },
    'outbox-looked-through': { name: 'outbox-looked-through', waiting: 2 },
    'health-changed': { name: 'health-changed', troubles: ['store-unavailable'] },
    'overdue-counted': { name: 'overdue-counted', organisations: 3 },
    'heartbeat-failed': { name: 'heartbeat-failed', code: 'refused' },
    'service-fault': { name: 'service-fault', part: 'page', requestId: 'r1', error },
  };
  return Object.values(every);
};
