import type { Socket } from 'node:net';
import { impossible } from '../../src/domain/impossible.ts';
import type { Channel, Direction, Fault } from './faults.ts';
import type { ProxiedSession } from './proxied-session.ts';

/** Milliseconds in which a server reads what it was sent, before a reset takes away what it has not read. */
const READ_WITHIN = 2;
/** Milliseconds from one byte of a trickle to the next. */
const A_BYTE = 1_000;

const other = (direction: Direction): Direction => (direction === 'up' ? 'down' : 'up');

/** One connection to the proxy, and its own to the server. Ends and resets go on as they came, until it is struck. */
export class Link {
  readonly channel: Channel;
  readonly #session: ProxiedSession;
  readonly #to: Readonly<Record<Direction, Socket>>;
  readonly #held: Record<Direction, Buffer> = { up: Buffer.alloc(0), down: Buffer.alloc(0) };
  readonly #closed: (() => void)[] = [];
  #struck: Fault | undefined;
  #dripping: NodeJS.Timeout | undefined;

  constructor(client: Socket, server: Socket, { channel, session }: { channel: Channel; session: ProxiedSession }) {
    this.channel = channel;
    this.#session = session;
    this.#to = { up: server, down: client };
    for (const direction of ['up', 'down'] as const) this.#join(direction);
    session.join(this);
  }

  whenClosed(told: () => void): void {
    this.#closed.push(told);
  }

  destroy(): void {
    clearInterval(this.#dripping);
    this.#to.up.destroy();
    this.#to.down.destroy();
  }

  strike(fault: Fault, direction: Direction): void {
    if (this.#struck !== undefined) return;
    this.#struck = fault;
    switch (fault) {
      case 'reset':
        setTimeout(() => this.#reset(), direction === 'up' ? READ_WITHIN : 0);
        return;
      case 'end':
        this.#to.up.end();
        this.#to.down.end();
        return;
      case 'blackhole':
        this.#to.up.pause();
        this.#to.down.pause();
        return;
      case 'trickle':
        this.#dripping = setInterval(() => this.#drip(), A_BYTE);
        return;
      default:
        impossible(fault satisfies never);
    }
  }

  /** From one end to the other. */
  #join(direction: Direction): void {
    const from = this.#to[other(direction)];
    const to = this.#to[direction];
    from.setNoDelay(true);
    from.on('data', (chunk: Buffer) => this.#came(direction, chunk));
    from.on('end', () => this.#struck === undefined && to.end());
    from.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#struck === undefined && error.code === 'ECONNRESET') to.resetAndDestroy();
    });
    from.on('close', () => this.#left(direction));
  }

  #came(direction: Direction, chunk: Buffer): void {
    if (this.#struck === 'trickle') this.#held[direction] = Buffer.concat([this.#held[direction], chunk]);
    if (this.#struck !== undefined || chunk.length === 0) return;
    const may = this.#session.mayPass(this.channel, direction, chunk.length);
    this.#to[direction].write(chunk.subarray(0, may));
    this.#session.passed(this.channel, direction, may);
    if (!this.#session.isReached(this.channel, direction)) return;
    this.#session.strike(this);
    this.#came(direction, chunk.subarray(may));
  }

  /** One end is gone. Of a trickle, what it had sent still arrives; a black hole says nothing of it to the other. */
  #left(direction: Direction): void {
    const to = this.#to[direction];
    if (this.#struck === 'trickle') {
      clearInterval(this.#dripping);
      to.end(this.#held[direction]);
    } else if (this.#struck !== 'blackhole') to.destroySoon();
    if (!this.#to.up.closed || !this.#to.down.closed) return;
    this.#session.leave(this);
    for (const told of this.#closed) told();
  }

  #drip(): void {
    for (const direction of ['up', 'down'] as const) {
      const held = this.#held[direction];
      if (held.length > 0) this.#to[direction].write(held.subarray(0, 1));
      this.#held[direction] = held.subarray(1);
    }
  }

  #reset(): void {
    this.#to.up.resetAndDestroy();
    this.#to.down.resetAndDestroy();
  }
}
