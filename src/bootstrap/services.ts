import type { PlanningBackup } from '../application/planning-backup.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';
import type { ServicePart, Telemetry } from '../application/ports/telemetry.ts';
import { keptRunning } from './kept-running.ts';

/**
 * What runs by itself: the nights, and the co-administrators' mails. Each is begun again when it fails, and ends when
 * the signal aborts and what is under way has ended. Never rejects.
 */
export const runServices = async (
  backup: Pick<PlanningBackup, 'worker' | 'notifying'>,
  signal: AbortSignal,
  clock: Pick<ScheduleClock, 'monotonic' | 'pass'>,
  telemetry: Telemetry,
): Promise<void> => {
  const kept = (part: ServicePart, work: (ending: AbortSignal) => Promise<void>): Promise<void> =>
    keptRunning(work, signal, clock, (error) =>
      telemetry.happened({ name: 'service-fault', part, requestId: null, error }),
    );
  await Promise.all([
    kept('nights', (ending) => backup.worker.run(ending)),
    kept('mails', (ending) => backup.notifying.run(ending)),
  ]);
};
