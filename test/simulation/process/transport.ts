import { InMemoryFileTransport } from '../../../src/adapters/driven/in-memory/file-transport.ts';
import { isPublicAddress } from '../../../src/adapters/shared/guarded-network/address-rule.ts';
import {
  type FileTransport,
  type OpenRequest,
  type PresentedIdentity,
  type SessionLimits,
  TransportFailure,
  type TransportSession,
} from '../../../src/application/ports/file-transport.ts';
import type { ScheduleClock } from '../../../src/application/ports/schedule-clock.ts';
import type { Destination, Protocol } from '../../../src/domain/destination/destination.ts';
import type { Fault } from '../world/faults.ts';
import type { SimulatedServer } from '../world/server.ts';
import type { Weather } from '../world/weather.ts';
import type { Life } from './life.ts';
import type { Seam } from './seam.ts';

/** The network between the processes and the newsrooms' servers. */
export interface Network {
  readonly servers: readonly SimulatedServer[];
  readonly weather: Weather;
  readonly troubled: (fault: Fault, organisationId: string) => void;
  /** The door of a server is knocked at, at an address. */
  readonly connected: (server: SimulatedServer, address: string) => void;
  readonly passwordSent: (request: OpenRequest) => void;
  /** A process has a file put in place. */
  readonly replacing: (life: string) => void;
}

const AT_A_CONNECTION = [
  'host unreachable',
  'connection refused',
  'server stays silent',
  'server trickles',
  'name leads to an inner address',
] as const satisfies readonly Fault[];

const SERVER_DOES = {
  'host unreachable': 'is-unreachable',
  'connection refused': 'refuses',
  'server stays silent': 'stays-silent',
  'server trickles': 'trickles',
} as const;

/** Whatever a name was made to lead to: a cloud's metadata, the machine itself, the network around it. */
const INNER_ADDRESSES = ['169.254.169.254', '127.0.0.1', '10.0.0.5', '::1'];

/** The in-memory transport behind a network that cuts, loses and diverts. */
export class TransportOnLine implements FileTransport {
  readonly protocol: Protocol;
  readonly #inner: InMemoryFileTransport;
  readonly #seam: Seam;
  readonly #network: Network;
  readonly #life: Life;

  constructor(protocol: Protocol, clock: ScheduleClock, seam: Seam, life: Life, network: Network) {
    this.protocol = protocol;
    this.#seam = seam;
    this.#life = life;
    this.#network = network;
    const late = {
      monotonic: () => clock.monotonic() - life.lag,
      pass: (milliseconds: number, signal?: AbortSignal) => clock.pass(milliseconds, signal),
    };
    this.#inner = new InMemoryFileTransport({ protocol, servers: network.servers, clock: late });
  }

  identify(destination: Destination, limits: SessionLimits): Promise<PresentedIdentity | null> {
    const effect = async () => {
      this.#connect(destination);
      return this.#inner.identify(destination, limits);
    };
    return this.#seam.call({ name: 'transport.identify', about: this.#serverAt(destination)?.organisationId, effect });
  }

  async open(request: OpenRequest, limits: SessionLimits): Promise<TransportSession> {
    const { destination } = request;
    const server = this.#serverAt(destination);
    const about = server?.organisationId;
    const effect = async () => {
      this.#connect(destination);
      this.#network.passwordSent(request);
      return this.#inner.open(request, limits);
    };
    const session = await this.#seam.call({ name: 'transport.open', about, detail: destination.host, effect });
    if (server === undefined) throw new Error('a session without a server');
    return new SessionOnLine(session, server, this.#seam, this.#life, this.#network);
  }

  /** As the guarded network does: the name is looked up once, and what it leads to is looked at first. */
  #connect(destination: Destination): void {
    const server = this.#serverAt(destination);
    if (server === undefined) return;
    const { weather, troubled, connected } = this.#network;
    const fault = weather.strike(AT_A_CONNECTION);
    if (fault !== undefined) troubled(fault, server.organisationId);
    const isDiverted = fault === 'name leads to an inner address';
    const address = isDiverted ? weather.chance.pick(INNER_ADDRESSES) : server.address;
    if (!isPublicAddress(address)) throw new TransportFailure({ step: 'reach', code: 'host-not-reachable' });
    connected(server, address);
    if (fault !== undefined && !isDiverted) server.plan({ on: 'connect', server: SERVER_DOES[fault] });
  }

  #serverAt({ host, port }: Destination): SimulatedServer | undefined {
    return this.#network.servers.find(({ options }) => options.host === host && options.port === port);
  }
}

class SessionOnLine implements TransportSession {
  readonly #inner: TransportSession;
  readonly #server: SimulatedServer;
  readonly #seam: Seam;
  readonly #life: Life;
  readonly #network: Network;

  constructor(inner: TransportSession, server: SimulatedServer, seam: Seam, life: Life, network: Network) {
    this.#inner = inner;
    this.#server = server;
    this.#seam = seam;
    this.#life = life;
    this.#network = network;
  }

  get presented(): PresentedIdentity | null {
    return this.#inner.presented;
  }

  /** In two halves, between which everything else goes on. */
  async upload(name: string, bytes: Uint8Array): Promise<void> {
    const { chance } = this.#network.weather;
    const first = chance.between(0, bytes.byteLength);
    await this.#call('begin-upload', name, () => this.#inner.upload(name, bytes.slice(0, first)));
    await this.#call('upload', name, () => {
      const fault = this.#strike(['connection cut in an upload', 'upload cut short in silence']);
      const cut = chance.between(0, bytes.byteLength - 1);
      if (fault === 'connection cut in an upload') this.#server.plan({ on: 'upload', file: name, cutAfterBytes: cut });
      return this.#inner.upload(name, fault === 'upload cut short in silence' ? bytes.slice(0, cut) : bytes);
    });
  }

  size(name: string): Promise<number | 'absent'> {
    return this.#call('size', name, () => {
      if (this.#strike(['wrong size reported']) !== undefined)
        this.#server.plan({ on: 'size', file: name, reportedTooLargeBy: this.#network.weather.chance.between(1, 9) });
      return this.#inner.size(name);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call('rename', `${from} ${to}`, () => {
      const fault = this.#strike([
        'rename refused',
        'answer to a rename lost, done',
        'answer to a rename lost, not done',
      ]);
      if (fault === 'rename refused') throw new TransportFailure({ step: 'replace', code: 'rename-failed' });
      if (fault !== undefined) {
        const isDone = fault === 'answer to a rename lost, done';
        const connectionBreaks = isDone ? 'after-it-is-done' : 'before-it-is-done';
        this.#server.plan({ on: 'rename', file: from, connectionBreaks });
      }
      this.#network.replacing(this.#life.name);
      return this.#inner.rename(from, to);
    });
  }

  remove(name: string): Promise<'removed' | 'absent'> {
    return this.#call('remove', name, () => {
      if (this.#strike(['connection cut in a removal']) !== undefined) {
        const connectionBreaks = this.#network.weather.chance.chance(0.5) ? 'after-it-is-done' : 'before-it-is-done';
        this.#server.plan({ on: 'remove', file: name, connectionBreaks });
      }
      return this.#inner.remove(name);
    });
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  #strike<Of extends Fault>(faults: readonly Of[]): Of | undefined {
    const fault = this.#network.weather.strike(faults);
    if (fault !== undefined) this.#network.troubled(fault, this.#server.organisationId);
    return fault;
  }

  #call<Answer>(name: string, detail: string, act: () => Promise<Answer>): Promise<Answer> {
    const effect = async () => {
      try {
        return await act();
      } finally {
        // One command slips out before a process that was stopped sees that its session is long over.
        this.#life.lag = 0;
      }
    };
    return this.#seam.call({ name: `session.${name}`, about: this.#server.organisationId, detail, effect });
  }
}
