import 'reflect-metadata/lite';
import { Container } from 'inversify';
import type { PlanningBackup } from '../application/planning-backup.ts';
import type { Heartbeat } from '../application/ports/heartbeat.ts';
import { DEFAULT_TIMES } from '../application/running-nightly-backup/requests.ts';
import { tellingAll } from '../application/telling-all.ts';
import { portsModule, useCasesModule } from './modules.ts';
import type { Ports } from './ports.ts';
import { TOKENS } from './tokens.ts';

/** The ports; what happens is told to nobody, no heart beats, and times are the defaults, unless they are given. */
export type PlanningBackupOptions = Omit<Ports, Optional> & Partial<Pick<Ports, Optional>>;

type Optional = 'telemetry' | 'heartbeat' | 'times';

/** For nobody. */
const NO_HEARTBEAT: Heartbeat = { beat: async () => undefined };

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
  const container = new Container();
  const defaults = { telemetry: tellingAll(), heartbeat: NO_HEARTBEAT, times: DEFAULT_TIMES };
  await container.load(portsModule({ ...defaults, ...options }), useCasesModule());
  const [signing, history] = [await container.getAsync(TOKENS.signing), await container.getAsync(TOKENS.history)];
  const backup: PlanningBackup = {
    configuring: await container.getAsync(TOKENS.configuring),
    testing: await container.getAsync(TOKENS.testing),
    identifying: await container.getAsync(TOKENS.identifying),
    notifying: await container.getAsync(TOKENS.notifying),
    nights: await container.getAsync(TOKENS.nights),
    directory: await container.getAsync(TOKENS.directory),
    worker: await container.getAsync(TOKENS.worker),
    alive: await container.getAsync(TOKENS.alive),
    history,
    watching: await container.getAsync(TOKENS.watching),
    signing,
    evidence: await container.getAsync(TOKENS.evidence),
    rotateAuditKey: async () => signing.rotateKey(await history.organisationIds()),
    rotateMasterKey: () => options.secretStore.rotateMasterKey(),
    close: async () => void (await container.unbindAll()),
  };
  return backup;
};
