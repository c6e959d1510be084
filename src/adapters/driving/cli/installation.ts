import type { Temporal } from 'temporal-polyfill';
import type { MoveProgress, MoveResult, StayResult } from '../../../application/moving-house/results.ts';
import type { PlanningBackup } from '../../../application/planning-backup.ts';
import type { StoreMoved } from '../../../application/ports/event-log.ts';
import type { PresentedIdentity } from '../../../application/ports/file-transport.ts';
import type { Organisation } from '../../../application/ports/organisation-directory.ts';
import type { PlanningCollection } from '../../../application/ports/planning-source.ts';
import type { TableToRender } from '../../../application/ports/table-renderer.ts';
import type { Telemetry } from '../../../application/ports/telemetry.ts';
import type { Secret } from '../../../application/secret.ts';
import type { Destination } from '../../../domain/destination/destination.ts';
import type { AllowedNetworks } from '../../shared/guarded-network/allowed-networks.ts';

/** Where the state lies. */
export interface Place {
  readonly dataDirectory: string;
  /** Null: in the data folder. */
  readonly masterKeyFile: string | null;
  /** Null: in the data folder. */
  readonly auditKeyFile: string | null;
  /** The mail server as a URL, which may hold a password. Null: mails are written to files in the data folder. */
  readonly smtp: Secret | null;
  /** Whom mails are from. */
  readonly mailFrom: string | null;
  /** Null: an embedded store in the data folder. */
  readonly eventStore: EventStorePlace | null;
}

/** A cluster that holds the state, but for keys, signed checkpoints and mails that are files. */
export interface EventStorePlace {
  /** A connection string, which may hold a password. */
  readonly connection: Secret;
  /** Whether TLS may be left out, and a password be the one of the installation, at a loopback address. */
  readonly mayBeInsecure: boolean;
}

/** What was read from a plan file, once: the call works with it, whatever becomes of the file meanwhile. */
export interface PlanInHand {
  readonly organisation: Organisation;
  /** Null where only the people were read. */
  readonly collection: PlanningCollection | null;
}

/** The plans of many organisations, read whenever they are needed. */
export interface PlansFolder {
  readonly folder: string;
}

/**
 * What the state is opened for. `reading`: nothing of it is written, so that it may lie on a disk that is full or
 * read-only. `unsealing`: what is sealed is opened, so that nothing is begun without its master key.
 */
export type Use = 'reading' | 'changing' | 'unsealing';

export interface OpenOptions extends Place {
  readonly use: Use;
  /** Null for what needs neither people nor plan. */
  readonly plan: PlanInHand | null;
  readonly allowedNetworks: AllowedNetworks;
  readonly telemetry: Telemetry;
}

export interface KeyPlace {
  readonly file: string;
  /** Whoever takes a copy of the data folder has the key too. */
  readonly isBesideStore: boolean;
  /** By this call. */
  readonly isNew: boolean;
}

export interface OpenedBackup {
  readonly backup: PlanningBackup;
  /** Why what is sealed cannot be opened with the master key that is here; null where it can. */
  masterKeyProblem(): Promise<string | null>;
  /** As it is by now; undefined as long as nothing was sealed. */
  masterKey(): KeyPlace | undefined;
  /** What signs the record; undefined as long as nothing was signed. */
  auditKey(): KeyPlace | undefined;
  /** Where the state moves to, or has moved: nothing is written here then. Null where it stays. */
  movedTo(): Promise<string | null>;
  /** The folder that mails are written to, or null where a mail server takes them. */
  readonly outbox: string | null;
  /** Never rejects. */
  close(): Promise<void>;
}

/**
 * Opens the state, and makes the data folder where there is none, unless it is for reading. Rejects with {@link DataFolderUnusable},
 * {@link MailSettingsUnusable} and {@link EventStoreSettingsUnusable} too.
 */
export type OpenPlanningBackup = (options: OpenOptions) => Promise<OpenedBackup>;

/** All that the commands reach, given by the bootstrap. What reads makes nothing. */
export interface Installation {
  now(): Temporal.Instant;
  /** The organisation of a plan file, whatever the state of its lists. Rejects with PlanUnavailable. */
  readPeople(planFile: string): Promise<PlanInHand>;
  /** Rejects with PlanUnavailable. */
  readPlan(planFile: string): Promise<PlanInHand>;
  /** Needs no state. Rejects with TransportFailure. */
  identify(destination: Destination, allowed: AllowedNetworks): Promise<PresentedIdentity | null>;
  /** Whether there is state to open. */
  hasState(place: Place): boolean;
  readonly open: OpenPlanningBackup;
  /** Whether there is an embedded store in the data folder, whatever else is named. */
  hasEmbeddedStore(place: Place): boolean;
  /** Moves the embedded store, which must exist, into the cluster. Rejects with {@link EventStoreSettingsUnusable} too. */
  move(place: Place, cluster: EventStorePlace, told: (progress: MoveProgress) => void): Promise<MoveResult>;
  /** Gives up a move that has not ended. */
  stay(place: Place, cluster: EventStorePlace): Promise<StayResult>;
  /** An `.xlsx` workbook. */
  renderTable(table: TableToRender): Promise<Uint8Array>;
  /** Writes one line of JSON a happening; each with its line feed. */
  jsonLog(write: (line: string) => void): Promise<JsonLog>;
  /**
   * Runs the nights and mails of all organisations until it is closed, or the instant has come. Rejects with
   * {@link PortUnusable} and {@link HeartbeatUrlUnusable} too.
   */
  work(options: WorkOptions): Promise<Working>;
  /**
   * Serves the settings page on this machine until it is closed. Rejects with {@link PortUnusable} and
   * {@link HeartbeatUrlUnusable} too.
   */
  serve(options: ServeOptions): Promise<Serving>;
  /** Undefined if the cluster has rights of its own by default. Rejects with EventLogUnavailable. */
  setUpEventStore(
    place: EventStorePlace,
    admin: { readonly user: string; readonly password: Secret },
  ): Promise<EventStoreSetUp | undefined>;
  /** Undefined if nobody serves on this data now. */
  signInLink(place: Place, who: { organisationId: string; administratorId: string }): Promise<SignInLink | undefined>;
}

export interface JsonLog extends Telemetry {
  /** What a command says in words; `error` is why it ends. */
  said(message: string, level: 'info' | 'error'): void;
}

export interface WorkOptions extends Omit<OpenOptions, 'plan' | 'use'> {
  readonly plan: PlansFolder;
  /** Null: no end. */
  readonly until: Temporal.Instant | null;
  /** Where a supervisor asks for its health, on this machine only. Null: nowhere. */
  readonly healthPort: number | null;
  readonly heartbeatUrl: Secret | null;
}

export interface Working {
  /** With what ended it, where the store was moved out of meanwhile. Never rejects. */
  readonly ended: Promise<StoreMoved | undefined>;
  /** Ends it, with what is under way. Never rejects. */
  close(): Promise<void>;
}

export interface ServeOptions extends Omit<OpenOptions, 'plan' | 'use'> {
  readonly plan: PlansFolder;
  /** 0: any that is free. */
  readonly port: number;
  /** Who may say in a header who somebody is. Networks as CIDR, checked before. */
  readonly trustedProxy: { readonly header: string; readonly networks: readonly string[] } | null;
  /** Gets signs of life. It may hold a token. */
  readonly heartbeatUrl: Secret | null;
}

export interface Serving {
  /** `http://127.0.0.1:…` */
  readonly origin: string;
  /** With what ended it, where the store was moved out of meanwhile. Never rejects. */
  readonly ended: Promise<StoreMoved | undefined>;
  /** Never rejects. */
  close(): Promise<void>;
}

/** For whom it is made, and for nobody else to see. */
export interface SignInLink {
  readonly url: string;
  /** Instant, ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** What was done for the program's own user in a cluster. */
export interface EventStoreSetUp {
  readonly user: string;
  /** Made by this call. */
  readonly isNew: boolean;
  /** Who may do what with a stream that has no list of its own, in the server's words. */
  readonly defaultAcl: object;
  readonly readersOfAll: readonly string[];
}
