import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

interface Pair {
  readonly outer: Socket;
  readonly inner: Socket;
}

/**
 * The port that clients connect to: it passes on to the server's own, and can cut a connection, let it hang half-open, or
 * be down and up again at the same port, while the server behind it keeps what it holds.
 */
export class Front {
  readonly #target: number;
  /** By the address that the server sees its peer at. */
  readonly #pairs = new Map<string, Pair>();
  readonly #outers = new Set<Socket>();
  #server: Server | undefined;
  port = 0;

  constructor(target: number) {
    this.#target = target;
  }

  /** @param port 0 for any that is free */
  async up(port: number = this.port): Promise<void> {
    const server = createServer((outer) => this.#pass(outer));
    this.#server = server;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
  }

  /** Every connection is cut, and new ones are refused. */
  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.cutAll();
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    await closed;
  }

  cutAll(): void {
    for (const peer of [...this.#pairs.keys()]) this.cut(peer);
    // Also who is on the way in, and no pair yet.
    for (const outer of this.#outers) outer.resetAndDestroy();
  }

  cut(peer: string): void {
    const pair = this.#pairs.get(peer);
    pair?.outer.resetAndDestroy();
    pair?.inner.destroy();
  }

  /** Nothing passes any more, either way, and neither side is told. */
  freeze(peer: string): void {
    const pair = this.#pairs.get(peer);
    if (pair === undefined) return;
    for (const socket of [pair.outer, pair.inner]) {
      socket.unpipe();
      socket.removeAllListeners('data');
      socket.resume();
    }
  }

  #pass(outer: Socket): void {
    const inner = connect(this.#target, '127.0.0.1');
    this.#outers.add(outer);
    outer.on('close', () => this.#outers.delete(outer));
    outer.setNoDelay(true);
    inner.setNoDelay(true);
    inner.on('connect', () => {
      const peer = `127.0.0.1:${inner.localPort}`;
      this.#pairs.set(peer, { outer, inner });
      inner.on('close', () => this.#pairs.delete(peer));
    });
    for (const [one, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  }
}
