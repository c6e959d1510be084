import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { OwnProcess } from './description.ts';
import { isRunning } from './processes.ts';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** Below the ports that the kernel hands out by itself, so that no outgoing connection takes one in between. */
export const freePorts = async (count: number): Promise<number[]> => {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(15_000, 32_000);
    if (!found.has(port) && (await isFree(port))) found.add(port);
  }
  return [...found];
};

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Waits until a server accepts a connection, and tells its last words when it ended instead. */
export const listening = async (port: number, server: OwnProcess, log: string): Promise<void> => {
  for (const end = Date.now() + 15_000; Date.now() < end && isRunning(server); await wait(20)) {
    if (await accepts(port)) return;
  }
  throw new Error(`The server does not listen on port ${port}: ${(await readFile(log, 'utf8')).slice(-2000)}`);
};
