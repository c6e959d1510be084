import 'reflect-metadata/lite';
import { Container } from 'inversify';
import type { PlanningBackup } from '../application/planning-backup.ts';
import { portsModule, useCasesModule } from './modules.ts';
import type { Ports } from './ports.ts';
import { TOKENS } from './tokens.ts';

/** The use cases, put together in a container of their own. */
export const composed = async (ports: Ports): Promise<PlanningBackup> => {
  const container = new Container();
  await container.load(portsModule(ports), useCasesModule());
  const [signing, history] = [await container.getAsync(TOKENS.signing), await container.getAsync(TOKENS.history)];
  const backup: PlanningBackup = {
    configuring: await container.getAsync(TOKENS.configuring),
    testing: await container.getAsync(TOKENS.testing),
    identifying: await container.getAsync(TOKENS.identifying),
    notifying: await container.getAsync(TOKENS.notifying),
    nights: await container.getAsync(TOKENS.nights),
    directory: await container.getAsync(TOKENS.remembered),
    worker: await container.getAsync(TOKENS.worker),
    alive: await container.getAsync(TOKENS.alive),
    history,
    watching: await container.getAsync(TOKENS.watching),
    signing,
    evidence: await container.getAsync(TOKENS.evidence),
    rotateAuditKey: async () => signing.rotateKey(await history.organisationIds()),
    rotateMasterKey: () => ports.secretStore.rotateMasterKey(),
    close: async () => void (await container.unbindAll()),
  };
  return backup;
};
