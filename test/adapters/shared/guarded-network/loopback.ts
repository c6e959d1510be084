import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { AllowedNetworks } from '../../../../src/adapters/shared/guarded-network/allowed-networks.ts';
import {
  GuardedNetwork,
  type GuardedNetworkOptions,
} from '../../../../src/adapters/shared/guarded-network/guarded-network.ts';

export const LOOPBACK = '127.0.0.1';

/** Real time, as far as the network needs it. */
export const realClock: GuardedNetworkOptions['clock'] = {
  monotonic: () => performance.now(),
  pass: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, { ...(signal === undefined ? {} : { signal }) }).catch(() => {});
  },
};

/** The broadcast address: no TCP connection can ever be routed there, whatever the machine's network is like. */
export const NOBODY = '255.255.255.255';

/** Loopback under names that resolve nowhere else, and one name whose address leads nowhere. */
export const loopbackNetwork = (
  names: readonly string[],
  options: Partial<GuardedNetworkOptions> = {},
): GuardedNetwork =>
  new GuardedNetwork({
    clock: realClock,
    allowed: AllowedNetworks.parse(['127.0.0.0/8', `${NOBODY}/32`]),
    resolver: async (name) => {
      if (name === 'unroutable.test.example') return [NOBODY];
      return names.includes(name) ? [LOOPBACK] : [];
    },
    connectWithin: 500,
    leastFailureTime: 30,
    ...options,
  });

export interface Listener {
  readonly port: number;
  /** How many have connected. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export const listen = async (onSocket: (socket: Socket) => void, host = LOOPBACK, wished = 0): Promise<Listener> => {
  const sockets = new Set<Socket>();
  let count = 0;
  const server: Server = createServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(wished, host, resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    connections: () => count,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Accepts, reads, and never says a word. */
export const silentServer = (): Promise<Listener> => listen((socket) => socket.resume());

/** Says the same again every 100 ms, until it is left alone. */
export const tricklingServer = (words: string): Promise<Listener> =>
  listen((socket) => {
    socket.resume();
    const timer = setInterval(() => socket.write(words), 100);
    socket.on('close', () => clearInterval(timer));
  });

/** A port where nobody listens. */
export const unusedPort = async (): Promise<number> => {
  const { port, close } = await listen(() => {});
  await close();
  return port;
};
