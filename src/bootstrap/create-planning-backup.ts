import type { PlanningBackup } from '../application/planning-backup.ts';
import type { DiskSpace } from '../application/ports/disk-space.ts';
import type { Heartbeat } from '../application/ports/heartbeat.ts';
import { DEFAULT_TIMES } from '../application/running-nightly-backup/requests.ts';
import { tellingAll } from '../application/telling-all.ts';
import type { Ports } from './ports.ts';

/** The ports; what happens is told to nobody, no heart beats, no disk is looked at, and times are the defaults, unless they are given. */
export type PlanningBackupOptions = Omit<Ports, Optional> & Partial<Pick<Ports, Optional>>;

type Optional = 'telemetry' | 'heartbeat' | 'diskSpace' | 'times';

/** For nobody. */
const NO_HEARTBEAT: Heartbeat = { beat: async () => undefined };

/** Of a host that writes to no disk of its own, or watches it by itself. */
const NO_DISK: DiskSpace = { isLeft: async () => true };

/**
 * Puts the use cases together from the adapters that are passed in, and loads none by itself.
 *
 * @example
 * const backup = await createPlanningBackup({ eventLog, storedHistory,
 *   checkpointSink, checkpointSigner, secretStore, leases, checkpoints, attemptLimits,
 *   noticeRecords, transports: [sftp, ftp], renderer, planningSource, directory, mailer, clock, ids });
 * await backup.nights.run({ organisationId: 'abendblatt', night: null, reason: 'manual', actorId: 'anna',
 *   requestId: null, older: false, strict: false });
 */
export const createPlanningBackup = async (options: PlanningBackupOptions): Promise<PlanningBackup> => {
  // The container is loaded with the first backup: whoever only wants the package's words and ports does not wait for it.
  const { composed } = await import('./composed.ts');
  const defaults = { telemetry: tellingAll(), heartbeat: NO_HEARTBEAT, diskSpace: NO_DISK, times: DEFAULT_TIMES };
  return composed({ ...defaults, ...options });
};
