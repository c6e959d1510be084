import { Temporal } from 'temporal-polyfill';
import { InMemoryAttemptLimits } from '../../../../src/adapters/driven/in-memory/attempt-limits.ts';
import { InMemoryAuditKeys } from '../../../../src/adapters/driven/in-memory/audit-keys.ts';
import { InMemoryCheckpointSink } from '../../../../src/adapters/driven/in-memory/checkpoint-sink.ts';
import { InMemoryCheckpointStore } from '../../../../src/adapters/driven/in-memory/checkpoint-store.ts';
import { InMemoryEventLog } from '../../../../src/adapters/driven/in-memory/event-log.ts';
import { InMemoryFileServer } from '../../../../src/adapters/driven/in-memory/file-server.ts';
import { InMemoryFileTransport } from '../../../../src/adapters/driven/in-memory/file-transport.ts';
import { SequentialIds } from '../../../../src/adapters/driven/in-memory/id-source.ts';
import { InMemoryLeaseStore } from '../../../../src/adapters/driven/in-memory/lease-store.ts';
import { InMemoryMailer } from '../../../../src/adapters/driven/in-memory/mailer.ts';
import { InMemoryNoticeRecords } from '../../../../src/adapters/driven/in-memory/notice-records.ts';
import { InMemoryOrganisationDirectory } from '../../../../src/adapters/driven/in-memory/organisation-directory.ts';
import { InMemoryPlanningSource } from '../../../../src/adapters/driven/in-memory/planning-source.ts';
import { SimulatedClock } from '../../../../src/adapters/driven/in-memory/schedule-clock.ts';
import { InMemorySecretStore } from '../../../../src/adapters/driven/in-memory/secret-store.ts';
import { InMemorySpreadsheetRenderer } from '../../../../src/adapters/driven/in-memory/spreadsheet-renderer.ts';
import { InMemoryStoredHistory } from '../../../../src/adapters/driven/in-memory/stored-history.ts';
import { PinoLog } from '../../../../src/adapters/driven/pino-log/pino-log.ts';
import { type CallEnd, runCommandLine } from '../../../../src/adapters/driving/cli/command-line.ts';
import type {
  Installation,
  PlanInHand,
  ServeOptions,
  WorkOptions,
} from '../../../../src/adapters/driving/cli/installation.ts';
import {
  type AuditKeys,
  KeyedCheckpointSigner,
} from '../../../../src/adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import { readPlanningData } from '../../../../src/adapters/shared/planning-data/planning-data.ts';
import type { FileTransport } from '../../../../src/application/ports/file-transport.ts';
import type { Organisation } from '../../../../src/application/ports/organisation-directory.ts';
import { PlanUnavailable } from '../../../../src/application/ports/planning-source.ts';
import type { Happening } from '../../../../src/application/ports/telemetry.ts';
import { IdentifyingServer } from '../../../../src/application/testing-connection/identifying-server.ts';
import { createPlanningBackup } from '../../../../src/bootstrap/create-planning-backup.ts';
import { aCertificate, aHostKey } from '../../../builders/destination.ts';

/** In no output of any call, whatever fails. */
export const PASSWORD = 'canary-Paßwort-7f3a';

export const SIGN_IN_LINK = { url: 'http://127.0.0.1:8787/sign-in/one-time', expiresAt: '2026-11-24T12:10:00Z' };

export const ANNA = { id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'de' } as const;
const BEN = { id: 'ben', name: 'Ben Schulz', email: 'ben@abendblatt.example', locale: 'en' } as const;

export const ABENDBLATT: Organisation = {
  id: 'abendblatt',
  name: 'Abendblatt',
  timeZone: 'Europe/Berlin',
  locale: 'de',
  administrators: [ANNA, BEN],
};

const DIRECTORIES = { '/backup': { writable: true }, '/read-only': { writable: false } } as const;

export const sftpServer = (): InMemoryFileServer =>
  new InMemoryFileServer({
    ...{ protocol: 'sftp', tlsMode: 'none', host: 'sftp.example', port: 22, user: 'redaktion', password: PASSWORD },
    identity: aHostKey(),
    directories: DIRECTORIES,
  });

export const ftpsServer = (vouchedFor: boolean): InMemoryFileServer =>
  new InMemoryFileServer({
    ...{ protocol: 'ftp', tlsMode: 'explicit', host: 'ftps.example', port: 21, user: 'redaktion', password: PASSWORD },
    ...{ identity: aCertificate(), vouchedFor, directories: DIRECTORIES },
  });

export const ftpServer = (): InMemoryFileServer =>
  new InMemoryFileServer({
    ...{ protocol: 'ftp', tlsMode: 'none', host: 'ftp.example', port: 21, user: 'redaktion', password: PASSWORD },
    ...{ identity: null, directories: DIRECTORIES },
  });

export interface Called {
  readonly exit: CallEnd;
  readonly out: string;
  readonly err: string;
  readonly all: string;
}

/** A machine with plan files and servers, on which one call after the other is made. */
export class Machine {
  readonly clock = new SimulatedClock(Temporal.Instant.from('2026-11-24T20:00:00Z'));
  log = new InMemoryEventLog(this.clock);
  auditKeys: AuditKeys = new InMemoryAuditKeys();
  readonly secrets = new InMemorySecretStore();
  readonly plans = new Map<string, string>();
  readonly env: Record<string, string> = {};
  /** What `worker` was called with. */
  readonly worked: WorkOptions[] = [];
  /** What `serve` was called with. */
  readonly served: ServeOptions[] = [];
  /** What happens while either runs. */
  readonly happenings: Happening[] = [];
  /** How often state was opened, and how often it is still open. */
  opened = 0;
  open = 0;
  makesKey = false;
  isAuditKeyBesideStore = true;
  /** Null: mails are sent. */
  outbox: string | null = null;
  readonly mailer = new InMemoryMailer();
  readonly #transports: readonly FileTransport[];
  readonly #kept = {
    leases: new InMemoryLeaseStore(),
    checkpoints: new InMemoryCheckpointStore(),
    checkpointSink: new InMemoryCheckpointSink(),
    attemptLimits: new InMemoryAttemptLimits(),
    noticeRecords: new InMemoryNoticeRecords(),
    ids: new SequentialIds(),
  };

  constructor(...servers: readonly InMemoryFileServer[]) {
    const { clock } = this;
    this.#transports = (['sftp', 'ftp'] as const).map(
      (protocol) => new InMemoryFileTransport({ protocol, servers, clock }),
    );
    this.plan('plan.json', ABENDBLATT);
  }

  plan(file: string, organisation: object, stories: readonly object[] = [], events: readonly object[] = []): void {
    this.plans.set(file, JSON.stringify({ organisation, stories, events }));
  }

  async call(line: string | readonly string[], stdin = '', signal = new AbortController().signal): Promise<Called> {
    let [out, err] = ['', ''];
    const exit = await runCommandLine(typeof line === 'string' ? line.split(' ') : line, {
      installation: this.#installation,
      env: this.env,
      stdin: (async function* () {
        yield stdin;
      })(),
      stdout: {
        write: (text) => {
          out += text;
        },
      },
      stderr: {
        write: (text) => {
          err += text;
        },
      },
      program: 'planning-backup',
      version: '1.2.3',
      signal,
    });
    return { exit, out, err, all: out + err };
  }

  /** Set up as most tests need it. */
  async setUp(): Promise<Called> {
    return this.call(SET_UP, PASSWORD);
  }

  readonly #installation: Installation = {
    now: () => this.clock.now(),
    readPeople: async (file) => ({ ...this.#read(file), collection: null }),
    readPlan: async (file) => this.#read(file),
    identify: (destination) => new IdentifyingServer({ transports: this.#transports }).identify(destination),
    hasState: () => this.opened > 0,
    hasEmbeddedStore: () => false,
    move: () => Promise.reject(new Error('there is no other store')),
    stay: () => Promise.reject(new Error('there is no other store')),
    renderTable: async (table) => new TextEncoder().encode(JSON.stringify(table)),
    jsonLog: async (write) => new PinoLog(write),
    work: async (options) => {
      this.worked.push(options);
      for (const happening of this.happenings) options.telemetry.happened(happening);
      this.open += 1;
      return { ended: Promise.resolve(undefined), close: async () => this.#closed() };
    },
    serve: async (options) => {
      this.served.push(options);
      for (const happening of this.happenings) options.telemetry.happened(happening);
      this.open += 1;
      const ended = new Promise<undefined>(() => undefined);
      return { origin: 'http://127.0.0.1:8787', ended, close: async () => this.#closed() };
    },
    setUpEventStore: async () => undefined,
    signInLink: async () => (this.served.length === 0 ? undefined : SIGN_IN_LINK),
    open: async ({ plan, telemetry }) => {
      const isNew = this.opened === 0;
      this.opened += 1;
      this.open += 1;
      const planningSource = new InMemoryPlanningSource();
      if (plan?.collection) planningSource.set(plan.organisation.id, plan.collection);
      const backup = await createPlanningBackup({
        ...this.#kept,
        checkpointSigner: new KeyedCheckpointSigner(this.auditKeys),
        ...{ eventLog: this.log, secretStore: this.secrets, transports: this.#transports, clock: this.clock },
        ...{ mailer: this.mailer, planningSource, telemetry, renderer: new InMemorySpreadsheetRenderer() },
        storedHistory: new InMemoryStoredHistory(this.log),
        directory: new InMemoryOrganisationDirectory(plan === null ? [] : [plan.organisation]),
      });
      return {
        backup,
        masterKeyProblem: async () => null,
        masterKey: () => ({ file: '/data/master.key', isBesideStore: true, isNew }),
        auditKey: () => ({ file: '/data/audit-private.pem', isBesideStore: this.isAuditKeyBesideStore, isNew }),
        outbox: this.outbox,
        movedTo: async () => null,
        close: async () => {
          this.open -= 1;
          await backup.close();
        },
      };
    },
  };

  #closed(): void {
    this.open -= 1;
  }

  #read(file: string): PlanInHand {
    const reading = readPlanningData(Buffer.from(this.plans.get(file) ?? ''));
    if (!reading.ok) throw new PlanUnavailable('unreadable', `The plan at ${file} cannot be used: ${reading.problem}.`);
    const { organisation, plan } = reading.value;
    return { organisation, collection: { collectionId: 'c1', collectedAt: this.clock.now(), plan } };
  }
}

/** Without destination; the password comes from standard input. */
export const CONFIGURE = 'configure --plan plan.json --actor anna --user redaktion --password-stdin';

/** With the password on standard input. */
export const SET_UP = `${CONFIGURE} --destination sftp://sftp.example/backup --trust ${aHostKey().fingerprint}`;
