import type { NetConnectOpts } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { SessionGuard } from '../../../../src/adapters/shared/guarded-network/session-guard.ts';
import type { HostName } from '../../../../src/domain/destination/host-name.ts';
import { type Listener, listen, loopbackNetwork } from './loopback.ts';

/** As if something between the check and the peer led elsewhere. */
vi.mock('node:net', async (original) => {
  const net = await original<typeof import('node:net')>();
  return { ...net, connect: (options: NetConnectOpts) => net.connect({ ...options, host: '127.0.0.2' }) };
});

let elsewhere: Listener | undefined;
afterEach(() => elsewhere?.close());

it('a connection that comes out at another address is not given away', async () => {
  elsewhere = await listen(() => {}, '127.0.0.2');
  const guard = new SessionGuard({ deadline: 5_000 }, 5_000);
  const network = loopbackNetwork(['ftp.test.example']);
  const reaching = network.reach('ftp.test.example' as HostName, elsewhere.port, guard);
  await expect(reaching).rejects.toMatchObject({ failure: { step: 'reach', code: 'host-not-reachable' } });
  expect(elsewhere.connections()).toBe(1);
  guard.end();
});
