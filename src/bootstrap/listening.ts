import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PortUnusable } from '../adapters/driving/cli/unusable.ts';
import { type HealthAnswer, healthAnswer } from '../adapters/driving/health/health-answer.ts';
import type { PlanningBackup } from '../application/planning-backup.ts';

/** Never another: what is reachable from outside goes through a proxy that the operator chose. */
export const ADDRESS = '127.0.0.1';

/** Resolves with the port. Rejects with {@link PortUnusable}. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new PortUnusable(port, error.code ?? 'unknown')));
    server.listen(port, ADDRESS, () => resolve((server.address() as AddressInfo).port));
  });

export const sendHealth = (response: ServerResponse, { status, headers, body }: HealthAnswer): void => {
  response.writeHead(status, headers).end(body);
};

/** Answers a supervisor of a worker that has no page, on this machine only. */
export const serveHealth = async (port: number, alive: PlanningBackup['alive']): Promise<Server> => {
  const server = createServer((request, response) => {
    const answer = healthAnswer(request, alive);
    if (answer === undefined) response.writeHead(404).end();
    else sendHealth(response, answer);
  });
  await listen(server, port);
  return server;
};
