import type { PlanningBackup } from '../application/planning-backup.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';
import { keptRunning } from './kept-running.ts';

/**
 * What runs by itself: the nights, and the co-administrators' mails. Each is begun again when it fails, and ends when
 * the signal aborts and what is under way has ended. Never rejects.
 */
export const runServices = async (
  backup: Pick<PlanningBackup, 'worker' | 'notifying'>,
  signal: AbortSignal,
  clock: Pick<ScheduleClock, 'monotonic' | 'pass'>,
  onFault: (error: unknown, requestId: null) => void,
): Promise<void> => {
  const works = [
    (ending: AbortSignal) => backup.worker.run(ending),
    (ending: AbortSignal) => backup.notifying.run(ending),
  ];
  await Promise.all(works.map((work) => keptRunning(work, signal, clock, onFault)));
};
