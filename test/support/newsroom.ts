import { Temporal } from 'temporal-polyfill';
import { InMemoryAttemptLimits } from '../../src/adapters/driven/in-memory/attempt-limits.ts';
import { InMemoryAuditKeys } from '../../src/adapters/driven/in-memory/audit-keys.ts';
import { InMemoryCheckpointSink } from '../../src/adapters/driven/in-memory/checkpoint-sink.ts';
import { InMemoryCheckpointStore } from '../../src/adapters/driven/in-memory/checkpoint-store.ts';
import { InMemoryEventLog } from '../../src/adapters/driven/in-memory/event-log.ts';
import { InMemoryFileServer, type InMemoryFileServerOptions } from '../../src/adapters/driven/in-memory/file-server.ts';
import { InMemoryFileTransport } from '../../src/adapters/driven/in-memory/file-transport.ts';
import { SequentialIds } from '../../src/adapters/driven/in-memory/id-source.ts';
import { InMemoryLeaseStore } from '../../src/adapters/driven/in-memory/lease-store.ts';
import { InMemoryMailer } from '../../src/adapters/driven/in-memory/mailer.ts';
import { InMemoryNoticeRecords } from '../../src/adapters/driven/in-memory/notice-records.ts';
import { InMemoryOrganisationDirectory } from '../../src/adapters/driven/in-memory/organisation-directory.ts';
import { InMemoryPlanningSource } from '../../src/adapters/driven/in-memory/planning-source.ts';
import { SimulatedClock } from '../../src/adapters/driven/in-memory/schedule-clock.ts';
import { InMemorySecretStore } from '../../src/adapters/driven/in-memory/secret-store.ts';
import { InMemorySpreadsheetRenderer } from '../../src/adapters/driven/in-memory/spreadsheet-renderer.ts';
import { InMemoryStoredHistory } from '../../src/adapters/driven/in-memory/stored-history.ts';
import { CollectingTelemetry } from '../../src/adapters/driven/in-memory/telemetry.ts';
import { KeyedCheckpointSigner } from '../../src/adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import type { SaveRequest } from '../../src/application/configuring-backup/requests.ts';
import type { PlanningBackup } from '../../src/application/planning-backup.ts';
import { RecordingHealth } from '../../src/application/recording-health/recording-health.ts';
import type { NightRequest, NightResult } from '../../src/application/running-nightly-backup/requests.ts';
import { Secret } from '../../src/application/secret.ts';
import { createPlanningBackup, type PlanningBackupOptions } from '../../src/bootstrap/create-planning-backup.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { aDestination, aHostKey } from '../builders/destination.ts';

export const PASSWORD = 'Kanarienvogel-7';

/** At 00:30 in Berlin. */
const STARTS_AT = Temporal.Instant.from('2026-11-24T23:30:00Z');

export const ABENDBLATT = {
  id: 'abendblatt',
  name: 'Abendblatt',
  timeZone: 'Europe/Berlin',
  locale: 'de',
  administrators: [
    { id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'de' },
    { id: 'ben', name: 'Ben Okafor', email: 'ben@abendblatt.example', locale: 'en' },
  ],
} as const;

/** All adapters in memory, and one server that a newsroom runs itself. */
export class Newsroom {
  readonly clock = new SimulatedClock(STARTS_AT);
  readonly eventLog = new InMemoryEventLog(this.clock);
  readonly storedHistory = new InMemoryStoredHistory(this.eventLog);
  readonly checkpointSink = new InMemoryCheckpointSink();
  readonly checkpointSigner = new KeyedCheckpointSigner(new InMemoryAuditKeys());
  readonly secretStore = new InMemorySecretStore();
  readonly leases = new InMemoryLeaseStore();
  readonly checkpoints = new InMemoryCheckpointStore();
  readonly attemptLimits = new InMemoryAttemptLimits();
  readonly noticeRecords = new InMemoryNoticeRecords();
  readonly renderer = new InMemorySpreadsheetRenderer();
  readonly planningSource = new InMemoryPlanningSource();
  readonly directory = new InMemoryOrganisationDirectory([ABENDBLATT]);
  readonly mailer = new InMemoryMailer();
  readonly ids = new SequentialIds();
  readonly telemetry = new CollectingTelemetry();
  /** For parts that are built by themselves. */
  readonly signing = { keep: async (): Promise<void> => undefined };
  readonly health = new RecordingHealth(this);
  readonly server: InMemoryFileServer;
  readonly transports: readonly InMemoryFileTransport[];

  constructor(server: Partial<InMemoryFileServerOptions> = {}) {
    this.server = new InMemoryFileServer({
      protocol: 'sftp',
      tlsMode: 'none',
      host: 'sftp.abendblatt.example',
      port: 22,
      user: 'redaktion',
      password: PASSWORD,
      identity: aHostKey(),
      directories: { '/backup/planung': { writable: true }, '/elsewhere': { writable: true } },
      ...server,
    });
    this.transports = [
      new InMemoryFileTransport({ protocol: 'sftp', servers: [this.server], clock: this.clock }),
      new InMemoryFileTransport({ protocol: 'ftp', servers: [this.server], clock: this.clock }),
    ];
    this.plan({});
  }

  /** A process of its own on the same stores; its ports can be replaced. */
  backup(ports: Partial<PlanningBackupOptions> = {}): Promise<PlanningBackup> {
    return createPlanningBackup({ ...this, ...ports });
  }

  plan(plan: Partial<Plan>, collectionId = 'collection-1'): void {
    const collectedAt = this.clock.now();
    const empty = { stories: [], events: [], unreadable: [] };
    this.planningSource.set(ABENDBLATT.id, { collectionId, collectedAt, plan: { ...empty, ...plan } });
  }

  async setUp(changes: Partial<SaveRequest> = {}): Promise<void> {
    const { configuring } = await this.backup();
    const outcome = await configuring.save(aSaveRequest(changes));
    if (outcome.outcome !== 'changed') throw new Error(`the test's own set-up was not taken: ${outcome.outcome}`);
  }

  async run(changes: Partial<NightRequest> = {}, ports: Partial<PlanningBackupOptions> = {}): Promise<NightResult> {
    const { nights } = await this.backup(ports);
    return nights.run(aNightRequest(changes));
  }

  /** Names and texts in the directory, without the path. */
  files(directory = '/backup/planung'): Record<string, string> {
    const inside = [...this.server.files].filter(([path]) => path.startsWith(`${directory}/`));
    return Object.fromEntries(
      inside.map(([path, bytes]) => [path.slice(directory.length + 1), new TextDecoder().decode(bytes)]),
    );
  }
}

export const aSaveRequest = (changes: Partial<SaveRequest> = {}): SaveRequest => ({
  organisationId: ABENDBLATT.id,
  actorId: 'anna',
  requestId: 'request-1',
  expectedVersion: null,
  destination: aDestination(),
  user: 'redaktion',
  credential: { method: 'password', password: new Secret(PASSWORD) },
  trustedIdentity: aHostKey(),
  replacement: 'atomic',
  confidentialRecords: 'include',
  filePrefix: null,
  ...changes,
});

export const aNightRequest = (changes: Partial<NightRequest> = {}): NightRequest => ({
  organisationId: ABENDBLATT.id,
  night: null,
  reason: 'manual',
  actorId: 'operator',
  requestId: null,
  older: false,
  strict: false,
  ...changes,
});
