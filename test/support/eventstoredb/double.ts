import { Server, ServerCredentials } from '@grpc/grpc-js';
import { Access, type Users } from './access.ts';
import { append } from './append.ts';
import { batchAppend } from './batch-append.ts';
import type { Context } from './context.ts';
import { Faults } from './faults.ts';
import { supportedMethods } from './features.ts';
import { Front } from './front.ts';
import { featureServices, gossipServices, streamServices, userServices } from './generated.ts';
import { gossip, type Member } from './gossip.ts';
import { Log } from './log.ts';
import { read } from './read.ts';
import { remove, tombstone } from './removal.ts';
import { scavenge } from './scavenge.ts';
import type { Stored } from './stored.ts';
import { createUser } from './users.ts';

export interface DoubleOptions {
  /** 0, any that is free, unless given. */
  readonly port?: number;
  /** Certificate for localhost and its key, as PEM, and the file of the authority to trust. Without them there is no TLS. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly caFile: string };
  /** Who may log in. Without them everybody may do everything. */
  readonly users?: Users;
  /** Bytes that one append may have at most. */
  readonly maxAppendSize?: number;
  /** Whether an append that is there already is answered as done; off shows that nobody relies on it. */
  readonly dedupe?: boolean;
  readonly version?: string;
  /** Whether events read from their own streams have a position; no server before 22.6 gives one. */
  readonly streamPositions?: boolean;
  /** Whether it offers the newer form of appending. */
  readonly batchAppend?: boolean;
  /** The cluster that it says it is part of; itself alone as leader, unless given. */
  readonly members?: readonly Member[];
}

/** A running double, and what tests may do to it. It holds everything in memory. */
export interface EventStoreDouble {
  /** For the client, without credentials. */
  readonly connectionString: string;
  readonly port: number;
  readonly faults: Faults;
  /** Every connection is cut and the port is closed; what is stored stays. */
  down(): Promise<void>;
  /** Back on the same port. */
  up(): Promise<void>;
  /** Every connection is cut; new ones are taken. */
  cutConnections(): void;
  /** What lies on the disk of a stream, or of all, deleted or not, until it is scavenged. */
  onDisk(stream?: string): readonly Stored[];
  streamNames(): readonly string[];
  /** What an operator starts to free the disk of what is deleted. */
  scavenge(): void;
  close(): Promise<void>;
}

/** The client receives up to 17 MB (client: Client/index.js); what is too large for an append is told by the double itself. */
const LARGEST_MESSAGE = 17 * 1024 * 1024;
const MAX_APPEND_SIZE = 1024 * 1024;

const connectionTo = (port: number, caFile: string | undefined): string =>
  caFile === undefined
    ? `esdb://127.0.0.1:${port}?tls=false`
    : `esdb://localhost:${port}?tls=true&tlsCAFile=${encodeURIComponent(caFile)}`;

/** A server for the calls that the adapter makes, over real gRPC, with the client's own definitions. */
export const startEventStoreDouble = async (options: DoubleOptions = {}): Promise<EventStoreDouble> => {
  const log = new Log(options.dedupe ?? true);
  const faults = new Faults();
  const server = new Server({ 'grpc.max_receive_message_length': LARGEST_MESSAGE });
  const front = new Front(await bound(server, options.tls));
  await front.up(options.port ?? 0);
  const access = new Access(options.users, log);
  const { maxAppendSize = MAX_APPEND_SIZE, streamPositions = true } = options;
  const context: Context = { log, faults, access, front, maxAppendSize, streamPositions };
  const alone = (): readonly Member[] => [{ host: '127.0.0.1', port: front.port, state: 'leader', alive: true }];
  serve(server, context, options, () => options.members ?? alone());
  return {
    connectionString: connectionTo(front.port, options.tls?.caFile),
    port: front.port,
    faults,
    down: () => front.down(),
    up: () => front.up(),
    cutConnections: () => front.cutAll(),
    onDisk: (stream) => (stream === undefined ? log.records : log.onDisk(stream)),
    streamNames: () => log.streamNames(),
    scavenge: () => scavenge(log),
    close: async () => {
      await front.down();
      server.forceShutdown();
    },
  };
};

const serve = (server: Server, context: Context, options: DoubleOptions, members: () => readonly Member[]): void => {
  server.addService(streamServices.StreamsService, {
    append: append(context),
    batchAppend: batchAppend(context),
    read: read(context),
    delete: remove(context),
    tombstone: tombstone(context),
  });
  const version = { version: options.version ?? '24.10.0', batchAppend: options.batchAppend ?? true };
  server.addService(featureServices.ServerFeaturesService, { getSupportedMethods: supportedMethods(context, version) });
  server.addService(userServices.UsersService, { create: createUser(context) });
  server.addService(gossipServices.GossipService, { read: gossip(context, members) });
};

const bound = (server: Server, tls: DoubleOptions['tls']): Promise<number> => {
  const { createInsecure, createSsl } = ServerCredentials;
  const credentials =
    tls === undefined
      ? createInsecure()
      : createSsl(null, [{ private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.cert) }]);
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentials, (error, port) => (error === null ? resolve(port) : reject(error)));
  });
};
