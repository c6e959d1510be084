import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { CollectingTelemetry } from '../../src/adapters/driven/in-memory/telemetry.ts';
import type { EventStorePlace } from '../../src/adapters/driving/cli/installation.ts';
import { AllowedNetworks } from '../../src/adapters/shared/guarded-network/allowed-networks.ts';
import type { PlanningBackup } from '../../src/application/planning-backup.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';
import { type Night, nightOf } from '../../src/domain/schedule/night.ts';
import { type PlanFile, sampleWeek } from '../sample-week/index.ts';
import { startFtpServer } from '../servers/ftp-server.ts';
import { startSftpServer } from '../servers/sftp-server.ts';
import { type CompanyServer, startCompanyServer } from './company-server.ts';

/** Where the demo happens: a newsroom's plan, its company's two servers, and the product with a real store. */
export interface Stage {
  readonly backup: PlanningBackup;
  readonly plan: PlanFile;
  /** Tonight, where the newsroom is. */
  readonly night: Night;
  readonly sftp: CompanyServer;
  readonly ftps: CompanyServer;
  /** The folder that mails are written to: there is no mail server. */
  readonly outbox: string;
  /** All that the nights tell of themselves. */
  readonly telemetry: CollectingTelemetry;
}

const TIME_ZONE = 'Europe/Berlin';

/** Never reached by the product otherwise: the demo's servers are on this computer. */
const LOOPBACK = '127.0.0.0/8';

/**
 * Sets the stage in a new temporary folder, plays on it, and clears it away, whatever comes of the play. The store is an
 * embedded one, unless a cluster is named.
 */
export const onStage = async <Result>(
  play: (stage: Stage) => Promise<Result>,
  eventStore: EventStorePlace | null = null,
): Promise<Result> => {
  const toClear: (() => Promise<void>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), 'planning-backup-demo-'));
    toClear.push(() => rm(folder, { recursive: true, force: true }));

    const night = nightOf(Temporal.Now.instant(), TIME_ZONE);
    const plan = sampleWeek(night);
    const planFile = join(folder, 'plan.json');
    await writeFile(planFile, JSON.stringify(plan));

    const sftp = await startCompanyServer(join(folder, 'sftp'), { protocol: 'sftp', tlsMode: 'none' }, startSftpServer);
    toClear.push(sftp.close);
    const ftps = await startCompanyServer(join(folder, 'ftps'), { protocol: 'ftp', tlsMode: 'explicit' }, (options) =>
      startFtpServer({ ...options, tls: 'explicit' }),
    );
    toClear.push(ftps.close);

    const telemetry = new CollectingTelemetry();
    const { backup, outbox, close } = await embedded.open({
      ...{ dataDirectory: join(folder, 'data'), masterKeyFile: null, auditKeyFile: null, telemetry, eventStore },
      ...{ smtp: null, mailFrom: null, use: 'changing' as const },
      plan: await embedded.readPlan(planFile),
      allowedNetworks: AllowedNetworks.parse([LOOPBACK]),
    });
    toClear.push(close);
    if (outbox === null) throw new Error('Mails of the demo go to files');

    return await play({ backup, plan, night, sftp, ftps, outbox, telemetry });
  } finally {
    for (const clear of toClear.reverse()) await clear();
  }
};
