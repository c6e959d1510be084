import type { FileTransport, TransportSession } from '../../../src/application/ports/file-transport.ts';
import { Secret } from '../../../src/application/secret.ts';
import type {
  ConnectionTestOutcome,
  ConnectionTestRequest,
} from '../../../src/application/testing-connection/results.ts';
import { aDestination, aHostKey } from '../../builders/destination.ts';
import { ABENDBLATT, type Newsroom, PASSWORD } from '../../support/newsroom.ts';

/** What Anna has filled in, but for the changes. */
export const aTest = (changes: Partial<ConnectionTestRequest> = {}): ConnectionTestRequest => ({
  organisationId: ABENDBLATT.id,
  actorId: 'anna',
  requestId: 'request-2',
  destination: aDestination(),
  user: 'redaktion',
  credential: { method: 'password', password: new Secret(PASSWORD) },
  trustedIdentity: aHostKey(),
  replacement: 'atomic',
  filePrefix: null,
  ...changes,
});

/** The steps in short: what came of those that are not `ok`. */
export const steps = (outcome: ConnectionTestOutcome): Record<string, string> =>
  outcome.outcome === 'tested'
    ? Object.fromEntries(
        outcome.steps.flatMap((tested) => {
          if (tested.status === 'ok') return [];
          return [[tested.step, tested.status === 'failed' ? tested.failure.code : tested.status]];
        }),
      )
    : outcome.outcome === 'refused'
      ? { refused: outcome.refusal.reason }
      : { unavailable: outcome.what };

/** What is asked of a transport and its sessions. */
export interface Asked {
  readonly call: 'identify' | 'open' | Exclude<keyof TransportSession, 'presented'>;
  /** The file, for a call that is about one. */
  readonly name?: string;
  /** Of a session, for the two calls that begin one. */
  readonly deadline?: number;
}

/** The newsroom's transports, each call noted. `meets` is asked before each, and may reject in its place. */
export const watched = (
  { transports }: Newsroom,
  meets: (asked: Asked, before: readonly Asked[]) => void = () => undefined,
): { transports: readonly FileTransport[]; asked: readonly Asked[] } => {
  const all: Asked[] = [];
  const note = async (asked: Asked): Promise<void> => {
    const before = [...all];
    all.push(asked);
    meets(asked, before);
  };
  const session = (inner: TransportSession): TransportSession => ({
    presented: inner.presented,
    upload: (name, bytes) => note({ call: 'upload', name }).then(() => inner.upload(name, bytes)),
    size: (name) => note({ call: 'size', name }).then(() => inner.size(name)),
    rename: (from, to) => note({ call: 'rename', name: to }).then(() => inner.rename(from, to)),
    remove: (name) => note({ call: 'remove', name }).then(() => inner.remove(name)),
    close: () => note({ call: 'close' }).then(() => inner.close()),
  });
  const transport = (inner: FileTransport): FileTransport => ({
    protocol: inner.protocol,
    identify: (destination, limits) =>
      note({ call: 'identify', deadline: limits.deadline }).then(() => inner.identify(destination, limits)),
    open: (request, limits) =>
      note({ call: 'open', deadline: limits.deadline }).then(async () => session(await inner.open(request, limits))),
  });
  return { transports: transports.map(transport), asked: all };
};
