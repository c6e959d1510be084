import type { PlanningBackup } from '../application/planning-backup.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';
import type { ServicePart, Telemetry } from '../application/ports/telemetry.ts';
import { keptRunning } from './kept-running.ts';

export interface Services {
  /** When all that was under way has ended after a stop. Never rejects. */
  readonly ended: Promise<void>;
  /**
   * Begins nothing any more, lets what is under way end, and after a while cuts it: a night that is cut is recorded as
   * failed, and tried again by whoever is up next. What does not even end then is left to its lease. Never rejects.
   */
  stop(): Promise<void>;
}

/** Milliseconds, within what supervisors wait before they kill (30 s and more). */
const ENDS_WITHIN = 20_000;
const CUT_WITHIN = 5_000;

/**
 * What runs by itself: the nights, the mails, and the signs of life. Each is begun again when it fails, and ends when
 * `over` aborts.
 */
export const startServices = (
  backup: Pick<PlanningBackup, 'worker' | 'notifying' | 'alive'>,
  over: AbortController,
  clock: Pick<ScheduleClock, 'monotonic' | 'pass'>,
  telemetry: Telemetry,
): Services => {
  const cut = new AbortController();
  const kept = (part: ServicePart, work: (ending: AbortSignal) => Promise<void>): Promise<void> =>
    keptRunning(work, over.signal, clock, (error) =>
      telemetry.happened({ name: 'service-fault', part, requestId: null, error }),
    );
  const ended = Promise.all([
    kept('nights', (ending) => backup.worker.run(ending, cut.signal)),
    kept('mails', (ending) => backup.notifying.run(ending)),
    kept('signs-of-life', (ending) => backup.alive.run(ending)),
  ]).then(() => undefined);
  return {
    ended,
    stop: async () => {
      over.abort();
      await within(ENDS_WITHIN, ended, clock);
      cut.abort();
      await within(CUT_WITHIN, ended, clock);
    },
  };
};

const within = async (
  milliseconds: number,
  ended: Promise<void>,
  clock: Pick<ScheduleClock, 'pass'>,
): Promise<void> => {
  const done = new AbortController();
  await Promise.race([ended, clock.pass(milliseconds, done.signal)]);
  done.abort();
};
