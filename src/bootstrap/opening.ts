import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FileCheckpointSink } from '../adapters/driven/checkpoint-file/checkpoint-file.ts';
import { SystemClock } from '../adapters/driven/clock/system-clock.ts';
import { FolderDiskSpace } from '../adapters/driven/disk-space/folder-disk-space.ts';
import { ExceljsSpreadsheetRenderer } from '../adapters/driven/exceljs/spreadsheet-renderer.ts';
import { FtpFileTransport } from '../adapters/driven/ftp/ftp-file-transport.ts';
import { RandomIds } from '../adapters/driven/ids/random-ids.ts';
import { FileMasterKeyRing } from '../adapters/driven/master-key-file/master-key-file.ts';
import { PlanFolder, PlanFolderDirectory, PlanFolderSource } from '../adapters/driven/plan-file/plan-folder.ts';
import { SftpFileTransport } from '../adapters/driven/sftp/sftp-file-transport.ts';
import { FileAuditKeys } from '../adapters/driven/signing-key/audit-key-file.ts';
import type {
  KeyPlace,
  OpenedBackup,
  OpenOptions,
  PlanInHand,
  PlansFolder,
} from '../adapters/driving/cli/installation.ts';
import { KeyedCheckpointSigner } from '../adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import type { AllowedNetworks } from '../adapters/shared/guarded-network/allowed-networks.ts';
import { GuardedNetwork } from '../adapters/shared/guarded-network/guarded-network.ts';
import { MasterKeyUnavailable } from '../adapters/shared/sealing/master-key-ring.ts';
import type { OrganisationDirectory } from '../application/ports/organisation-directory.ts';
import { type PlanningSource, PlanUnavailable } from '../application/ports/planning-source.ts';
import type { SignInStore } from '../application/ports/sign-in-store.ts';
import type { Secret } from '../application/secret.ts';
import { createPlanningBackup } from './create-planning-backup.ts';
import { makeFolder } from './data-folder.ts';
import { heartbeatFor } from './heartbeats.ts';
import { mailerFor } from './mailers.ts';
import { refuseMoved } from './moved-out.ts';
import { openStores, STORE } from './stores.ts';

const MASTER_KEY = 'master.key';
const AUDIT_KEY = 'audit-private.pem';
const AUDIT_PUBLIC_KEY = 'audit-public.pem';
const CHECKPOINTS = 'checkpoints';

export const keyFileOf = ({
  dataDirectory,
  masterKeyFile,
}: Pick<OpenOptions, 'dataDirectory' | 'masterKeyFile'>): string => masterKeyFile ?? join(dataDirectory, MASTER_KEY);

export const transportsOver = (allowed: AllowedNetworks) => {
  const network = new GuardedNetwork({ clock: new SystemClock(), allowed });
  return [new SftpFileTransport({ network }), new FtpFileTransport({ network })];
};

type EmbeddedOptions = Omit<OpenOptions, 'plan'> & {
  readonly plan: PlanInHand | PlansFolder | null;
  readonly heartbeatUrl?: Secret | null;
};

/** What was opened, and what else lies in the same store. */
export interface OpenedEmbedded extends OpenedBackup {
  readonly directory: OrganisationDirectory;
  readonly signIns: SignInStore;
  /** Rejects with StoreMoved where nobody can work here any more. */
  refuseMoved(): Promise<void>;
}

/** Opens the state; see `Installation.open`. */
export const open = async ({
  dataDirectory,
  masterKeyFile,
  auditKeyFile,
  smtp,
  mailFrom,
  eventStore,
  plan,
  allowedNetworks,
  telemetry,
  heartbeatUrl = null,
  use,
}: EmbeddedOptions): Promise<OpenedEmbedded> => {
  const clock = new SystemClock();
  const heartbeat = heartbeatFor(heartbeatUrl);
  const { mailer, outbox } = mailerFor({ smtp, mailFrom, dataDirectory, clock });
  if (use !== 'reading') makeFolder(dataDirectory);
  const keyFile = keyFileOf({ dataDirectory, masterKeyFile });
  const hadKey = existsSync(keyFile);
  const keys = new FileMasterKeyRing(keyFile);
  const auditFile = auditKeyFile ?? join(dataDirectory, AUDIT_KEY);
  const hadAuditKey = existsSync(auditFile);
  const auditKeys = new FileAuditKeys({
    file: auditFile,
    publicFile: join(dataDirectory, AUDIT_PUBLIC_KEY),
  });
  const { signIns, oldHouse, close, ...stores } = await openStores({ dataDirectory, eventStore }, keys, clock, {
    isReading: use === 'reading',
  });
  // A key that is missing, or another one, is for whoever starts this to know now, and not for the night.
  if (use === 'unsealing')
    await stores.secretStore.check().catch(async (error: unknown) => {
      await close();
      throw error;
    });
  const { directory, planningSource } = plansOf(plan);
  const backup = await createPlanningBackup({
    ...stores,
    checkpointSink: new FileCheckpointSink(join(dataDirectory, CHECKPOINTS)),
    checkpointSigner: new KeyedCheckpointSigner(auditKeys),
    transports: transportsOver(allowedNetworks),
    renderer: new ExceljsSpreadsheetRenderer(),
    planningSource,
    directory,
    mailer,
    clock,
    ids: new RandomIds(),
    telemetry,
    diskSpace: new FolderDiskSpace(dataDirectory),
    ...heartbeat,
  });
  const placeOf = (file: string, wasThere: boolean): KeyPlace | undefined => {
    if (!existsSync(file)) return undefined;
    const isBesideStore = eventStore === null && dirname(resolve(file)) === resolve(dataDirectory);
    return { file, isBesideStore, isNew: !wasThere };
  };
  return {
    backup,
    directory,
    signIns,
    outbox,
    refuseMoved: () => refuseMoved(join(dataDirectory, STORE), oldHouse),
    movedTo: async () => (await oldHouse?.departure())?.to ?? null,
    masterKeyProblem: async () => {
      try {
        await stores.secretStore.check();
        return null;
      } catch (error) {
        if (error instanceof MasterKeyUnavailable) return error.message;
        throw error;
      }
    },
    masterKey: () => placeOf(keyFile, hadKey),
    auditKey: () => placeOf(auditFile, hadAuditKey),
    close: async () => {
      await backup.close();
      await close();
    },
  };
};

const plansOf = (plan: PlanInHand | PlansFolder | null) => {
  if (plan === null || !('folder' in plan)) return { directory: directoryOf(plan), planningSource: sourceOf(plan) };
  const folder = new PlanFolder(plan.folder);
  return { directory: new PlanFolderDirectory(folder), planningSource: new PlanFolderSource(folder) };
};

const directoryOf = (plan: PlanInHand | null): OrganisationDirectory => ({
  organisation: async (id) => (plan?.organisation.id === id ? plan.organisation : undefined),
});

const sourceOf = (plan: PlanInHand | null): PlanningSource => ({
  collect: async (id) => {
    if (plan?.organisation.id === id && plan.collection !== null) return plan.collection;
    throw new PlanUnavailable('unavailable', 'No plan was read for this organisation.');
  },
});
