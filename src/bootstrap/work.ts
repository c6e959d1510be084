import { SystemClock } from '../adapters/driven/clock/system-clock.ts';
import { PlanFolder } from '../adapters/driven/plan-file/plan-folder.ts';
import type { Working, WorkOptions } from '../adapters/driving/cli/installation.ts';
import { serveHealth } from './listening.ts';
import { lookAtPlans } from './looking-at-plans.ts';
import { movedOut } from './moved-out.ts';
import type { OpenedEmbedded } from './opening.ts';
import { startServices } from './services.ts';

/** The nights and mails of all organisations, until it is closed or the instant has come. */
export const work = async (
  opened: OpenedEmbedded,
  { plan, until, healthPort, telemetry }: Pick<WorkOptions, 'plan' | 'until' | 'healthPort' | 'telemetry'>,
): Promise<Working> => {
  const clock = new SystemClock();
  const over = new AbortController();
  const health = healthPort === null ? undefined : await serveHealth(healthPort, opened.backup.alive);
  if (until !== null) void clock.waitUntil(until, over.signal).then(() => over.abort());
  const services = startServices(opened.backup, over, clock, telemetry);
  void lookAtPlans(new PlanFolder(plan.folder), opened.backup, telemetry, { signal: over.signal, clock });
  const moved = movedOut(opened.refuseMoved, over.signal, clock).finally(() => over.abort());
  return {
    ended: services.ended.then(() => moved),
    close: async () => {
      await services.stop();
      health?.close();
      health?.closeAllConnections();
      await opened.close();
    },
  };
};
