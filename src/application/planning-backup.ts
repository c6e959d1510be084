import type { ConfiguringBackup } from './configuring-backup/configuring-backup.ts';
import type { NotifyingCoAdmins } from './notifying-co-admins/notifying-co-admins.ts';
import type { OrganisationDirectory } from './ports/organisation-directory.ts';
import type { ProvingAlive } from './proving-alive/proving-alive.ts';
import type { ReplayingHistory } from './replaying-history/replaying-history.ts';
import type { NightRequest, NightResult } from './running-nightly-backup/requests.ts';
import type { CollectingEvidence } from './signing-checkpoints/collecting-evidence.ts';
import type { SigningCheckpoints } from './signing-checkpoints/signing-checkpoints.ts';
import type { IdentifyingServer } from './testing-connection/identifying-server.ts';
import type { TestingConnection } from './testing-connection/testing-connection.ts';
import type { WatchingOverNights } from './watching-over-nights/watching-over-nights.ts';
import type { NightWorker } from './working-nights/night-worker.ts';

/** All that can be done with a backup: the use cases, as one plain object. */
export interface PlanningBackup {
  readonly configuring: Pick<ConfiguringBackup, 'save' | 'pause' | 'resume' | 'remove' | 'followTimeZone'>;
  readonly testing: Pick<TestingConnection, 'test' | 'testStored'>;
  readonly identifying: Pick<IdentifyingServer, 'identify'>;
  readonly notifying: Pick<NotifyingCoAdmins, 'notifyOf' | 'run'>;
  readonly nights: { run(request: NightRequest): Promise<NightResult> };
  /** The host's directory as the use cases see it: what is read here is remembered for mails about changes. */
  readonly directory: OrganisationDirectory;
  /** The nightly service over all organisations; `run` until a signal aborts. */
  readonly worker: Pick<NightWorker, 'run'>;
  /** Whether the worker would do its work, and signs of life to somebody outside; `run` beside the worker. */
  readonly alive: Pick<ProvingAlive, 'run' | 'now'>;
  readonly history: Pick<
    ReplayingHistory,
    'configuration' | 'changes' | 'timeline' | 'asOf' | 'nights' | 'health' | 'organisationIds'
  >;
  /** How old the files at the destinations are, and whose night is overdue. Needs no worker to be alive. */
  readonly watching: Pick<WatchingOverNights, 'freshness' | 'overdue' | 'active'>;
  readonly signing: Pick<SigningCheckpoints, 'sign' | 'check'>;
  readonly evidence: Pick<CollectingEvidence, 'of'>;
  /** Wraps all live secrets anew; older copies of the store can then no longer be opened. Returns how many. */
  rotateMasterKey(): Promise<number>;
  /** Hands the signing over to a new audit key, in the checkpoints of every organisation. */
  rotateAuditKey(): Promise<void>;
  /** Ends what was begun by whoever made this object; adapters that were passed in are closed by who made them. */
  close(): Promise<void>;
}
