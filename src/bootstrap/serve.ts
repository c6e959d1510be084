import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import { SystemClock } from '../adapters/driven/clock/system-clock.ts';
import { RandomIds } from '../adapters/driven/ids/random-ids.ts';
import { PlanFolder } from '../adapters/driven/plan-file/plan-folder.ts';
import type { ServeOptions, Serving, SignInLink } from '../adapters/driving/cli/installation.ts';
import { healthAnswer } from '../adapters/driving/health/health-answer.ts';
import { settingsPage } from '../adapters/driving/settings-page/settings-page.ts';
import { frontDoor, LINK_PATH } from '../adapters/driving/settings-page/sign-in/front-door.ts';
import { type SignedIn, SigningIn } from '../adapters/driving/settings-page/sign-in/signing-in.ts';
import type { TrustedProxy } from '../adapters/driving/settings-page/sign-in/trusted-proxy.ts';
import { whereInstalled } from '../adapters/shared/optional-packages/optional-packages.ts';
import { ADDRESS, listen, sendHealth } from './listening.ts';
import { lookAtPlans } from './looking-at-plans.ts';
import { movedOut } from './moved-out.ts';
import type { OpenedEmbedded } from './opening.ts';
import { startServices } from './services.ts';
import { forgetServing, isAlive, readServing, writeServing } from './serving-note.ts';

const ALIVE_PATH = '/alive';

/** The settings page for all organisations of a folder, on this machine only; their nights and their mails. */
export const serve = async (opened: OpenedEmbedded, options: ServeOptions): Promise<Serving> => {
  const { getRequestListener } = await whereInstalled('@hono/node-server', () => import('@hono/node-server'));
  const { backup, signIns } = opened;
  const { directory } = backup;
  const clock = new SystemClock();
  const ids = new RandomIds();
  const instance = ids.newId();
  const server = createServer();
  const port = await listen(server, options.port);
  const { telemetry } = options;
  const onFault = (error: unknown, requestId: string | null): void =>
    telemetry.happened({ name: 'service-fault', part: 'page', requestId, error });
  const forgeryKey = randomBytes(32);
  const door = frontDoor(settingsPage(backup, directory, { clock, forgeryKey, onFault }), {
    ...{ directory, forgeryKey, onFault, signingIn: new SigningIn({ signIns, clock }) },
    hosts: [`${ADDRESS}:${port}`, `localhost:${port}`],
    trustedProxy: trustedProxyOf(options.trustedProxy),
  });
  const listener = getRequestListener((request, { incoming }) =>
    door(request, { address: incoming.socket.remoteAddress ?? '' }, ids.newId()),
  );
  server.on('request', (request, response) => {
    const health = healthAnswer(request, backup.alive);
    if (health !== undefined) sendHealth(response, health);
    else if (request.url === ALIVE_PATH) response.end(instance);
    else void listener(request, response);
  });
  const over = new AbortController();
  const services = startServices(backup, over, clock, telemetry);
  void lookAtPlans(new PlanFolder(options.plan.folder), backup, telemetry, { signal: over.signal, clock });
  const moved = movedOut(opened.refuseMoved, over.signal, clock).finally(() => over.abort());
  const origin = `http://${ADDRESS}:${port}`;
  await writeServing(options.dataDirectory, { origin, instance });
  return {
    origin,
    ended: services.ended.then(() => moved),
    close: async () => {
      const stopped = services.stop();
      await forgetServing(options.dataDirectory, instance);
      server.close();
      server.closeAllConnections();
      await stopped;
      await opened.close();
    },
  };
};

/** A link to the page of whoever serves on the same data; undefined if nobody does. */
export const signInLink = async (
  { signIns }: Pick<OpenedEmbedded, 'signIns'>,
  dataDirectory: string,
  who: SignedIn,
): Promise<SignInLink | undefined> => {
  const serving = await readServing(dataDirectory);
  if (serving === undefined || !(await isAlive(serving, ALIVE_PATH))) return undefined;
  const { token, expiresAt } = await new SigningIn({ signIns, clock: new SystemClock() }).invite(who);
  return { url: `${serving.origin}${LINK_PATH}${token}`, expiresAt: expiresAt.toString() };
};

const trustedProxyOf = (given: ServeOptions['trustedProxy']): TrustedProxy | null => {
  if (given === null) return null;
  const proxies = new BlockList();
  for (const network of given.networks) {
    const [address = '', bits = ''] = network.split('/');
    proxies.addSubnet(address, Number(bits), familyOf(address));
  }
  return { header: given.header, isProxy: (address) => proxies.check(address, familyOf(address)) };
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');
