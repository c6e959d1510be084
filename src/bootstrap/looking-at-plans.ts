import type { PlanFolder } from '../adapters/driven/plan-file/plan-folder.ts';
import { unusablePlans } from '../adapters/driven/plan-file/unusable-plans.ts';
import type { PlanningBackup } from '../application/planning-backup.ts';
import type { Telemetry } from '../application/ports/telemetry.ts';

/**
 * Tells once, when a service starts, at which plans the nights to come would fail: by day there is somebody to mend
 * them. Beside the work, and until the signal aborts. Never rejects.
 */
export const lookAtPlans = async (
  folder: PlanFolder,
  { watching }: Pick<PlanningBackup, 'watching'>,
  telemetry: Telemetry,
  signal: AbortSignal,
): Promise<void> => {
  try {
    for await (const unusable of unusablePlans(folder, await watching.active())) {
      if (signal.aborted) return;
      telemetry.happened({ name: 'plan-unusable', ...unusable });
    }
  } catch (error) {
    // The store, which the nights need as well; one that is stopping has closed it.
    if (!signal.aborted) telemetry.happened({ name: 'service-fault', part: 'nights', requestId: null, error });
  }
};
