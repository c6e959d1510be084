import type { PlanFolder } from '../adapters/driven/plan-file/plan-folder.ts';
import { unusablePlans } from '../adapters/driven/plan-file/unusable-plans.ts';
import type { PlanningBackup } from '../application/planning-backup.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';
import type { Telemetry } from '../application/ports/telemetry.ts';

/** Milliseconds until a store that could not be asked is asked again. */
const AGAIN_AFTER = 60_000;

/**
 * Tells once, when a service starts, at which plans the nights to come would fail: by day there is somebody to mend
 * them. Beside the work, and until the signal aborts. Never rejects.
 */
export const lookAtPlans = async (
  folder: PlanFolder,
  { watching }: Pick<PlanningBackup, 'watching'>,
  telemetry: Telemetry,
  { signal, clock }: { readonly signal: AbortSignal; readonly clock: Pick<ScheduleClock, 'pass'> },
): Promise<void> => {
  while (!signal.aborted) {
    try {
      for await (const unusable of unusablePlans(folder, await watching.active(), signal))
        telemetry.happened({ name: 'plan-unusable', ...unusable });
      return;
    } catch (error) {
      // The store, which the nights need as well; one that is stopping has closed it.
      if (signal.aborted) return;
      telemetry.happened({ name: 'service-fault', part: 'nights', requestId: null, error });
    }
    await clock.pass(AGAIN_AFTER, signal);
  }
};
