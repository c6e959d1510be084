import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { GuardedNetwork } from '../../src/adapters/shared/guarded-network/guarded-network.ts';
import type { SessionGuard } from '../../src/adapters/shared/guarded-network/session-guard.ts';
import type { RealServer } from '../support/real-parts/description.ts';
import type { Channel, Cut, Passed } from './faults.ts';
import { Link } from './link.ts';
import { optionsTo } from './patient-network.ts';
import { ProxiedSession } from './proxied-session.ts';

/**
 * Between us and one server, on another loopback address at the server's own ports. What is said is not read, so that
 * TLS goes through it as it is; where a data connection will come is told by the network that is to come there.
 */
export class FaultProxy {
  readonly host: string;
  readonly #server: Pick<RealServer, 'host' | 'port'>;
  readonly #control: Server;
  readonly #expected = new Set<Server>();
  readonly #links = new Set<Link>();
  #session: ProxiedSession | undefined;
  #cut: Cut | undefined;
  #traffic: Passed[] = [];
  #strikes = 0;

  private constructor(host: string, server: Pick<RealServer, 'host' | 'port'>) {
    this.host = host;
    this.#server = server;
    this.#control = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket, 'control', server.port));
  }

  static async start(host: string, server: Pick<RealServer, 'host' | 'port'>): Promise<FaultProxy> {
    const proxy = new FaultProxy(host, server);
    await listening(proxy.#control, host, server.port);
    return proxy;
  }

  /** From now on: what is to go wrong, if anything. What went wrong, and what passed, is counted anew. */
  arm(cut: Cut | undefined): void {
    this.#cut = cut;
    this.#traffic = [];
    this.#strikes = 0;
    this.#session = undefined;
  }

  /** What has passed since, in its order. */
  get traffic(): readonly Passed[] {
    return this.#traffic;
  }

  /** How often the cut has struck since. */
  get strikes(): number {
    return this.#strikes;
  }

  /** The only way to the server leads through here, whatever its name. */
  network(): GuardedNetwork {
    return new ProxiedNetwork(this);
  }

  /** One connection of data will come to this port. */
  async expect(port: number): Promise<void> {
    const listener = createServer({ allowHalfOpen: true }, (socket) => {
      listener.close();
      this.#accept(socket, 'data', port);
    });
    this.#expected.add(listener);
    listener.once('close', () => this.#expected.delete(listener));
    await listening(listener, this.host, port);
  }

  /** Breaks off all that is held up, so that the server does not wait for ever. */
  release(): void {
    for (const listener of this.#expected) listener.close();
    for (const link of this.#links) link.destroy();
  }

  async close(): Promise<void> {
    this.release();
    await new Promise((resolve) => this.#control.close(resolve));
  }

  #accept(client: Socket, channel: Channel, port: number): void {
    if (channel === 'control' || this.#session === undefined) this.#session = this.#newSession();
    const server = dial({ host: this.#server.host, port, allowHalfOpen: true });
    const link = new Link(client, server, { channel, session: this.#session });
    this.#links.add(link);
    link.whenClosed(() => this.#links.delete(link));
  }

  #newSession(): ProxiedSession {
    const spent = this.#cut?.strikes === 'once' && this.#strikes > 0;
    return new ProxiedSession(spent ? undefined : this.#cut, {
      passed: (piece) => this.#traffic.push(piece),
      struck: () => {
        this.#strikes += 1;
      },
    });
  }
}

class ProxiedNetwork extends GuardedNetwork {
  readonly #proxy: FaultProxy;

  constructor(proxy: FaultProxy) {
    super(optionsTo(proxy.host));
    this.#proxy = proxy;
  }

  override async reachAgain(address: string, port: number, guard: SessionGuard): Promise<Socket> {
    await this.#proxy.expect(port);
    return super.reachAgain(address, port, guard);
  }
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
