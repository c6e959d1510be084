import { inspect } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { SimulatedClock } from '../../../../src/adapters/driven/in-memory/schedule-clock.ts';
import { AllowedNetworks } from '../../../../src/adapters/shared/guarded-network/allowed-networks.ts';
import {
  GuardedNetwork,
  type GuardedNetworkOptions,
} from '../../../../src/adapters/shared/guarded-network/guarded-network.ts';
import { SessionGuard } from '../../../../src/adapters/shared/guarded-network/session-guard.ts';
import type { HostName } from '../../../../src/domain/destination/host-name.ts';
import { type Listener, LOOPBACK, listen, NOBODY, realClock, unusedPort } from './loopback.ts';

const host = 'ftp.test.example' as HostName;
const loopback = AllowedNetworks.parse(['127.0.0.1/32', '127.0.0.3/32', `${NOBODY}/32`]);

const open: (Listener | SessionGuard)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await (one instanceof SessionGuard ? one.end() : one.close());
});

const trap = async (address = LOOPBACK): Promise<Listener> => {
  const listener = await listen(() => {}, address);
  open.push(listener);
  return listener;
};

const guard = (deadline = 5_000): SessionGuard => {
  const made = new SessionGuard({ deadline }, 5_000);
  open.push(made);
  return made;
};

const network = (options: Partial<GuardedNetworkOptions>): GuardedNetwork =>
  new GuardedNetwork({ clock: realClock, allowed: loopback, leastFailureTime: 0, connectWithin: 500, ...options });

const NOT_REACHABLE = { failure: { step: 'reach', code: 'host-not-reachable' } };

describe('the guarded network', () => {
  it('asks the resolver once, and goes to the address that was checked', async () => {
    const [good, evil] = [await trap(), await trap('127.0.0.2')];
    let asked = 0;
    const resolver = async () => [asked++ === 0 ? LOOPBACK : '127.0.0.2'];
    const { socket, address } = await network({ resolver }).reach(host, good.port, guard());
    expect(address).toBe(LOOPBACK);
    expect(socket.remoteAddress).toBe(LOOPBACK);
    expect(asked).toBe(1);
    expect(evil.connections()).toBe(0);
  });

  it('is not tricked by a name that flips between asking and connecting', async () => {
    const evil = await trap('127.0.0.2');
    let asked = 0;
    const resolver = async () => [asked++ % 2 === 0 ? '127.0.0.3' : '127.0.0.2'];
    const flipping = network({ resolver });
    for (let round = 0; round < 4; round += 1) {
      await expect(flipping.reach(host, evil.port, guard())).rejects.toThrow('reach');
    }
    expect(evil.connections()).toBe(0);
  });

  it.each([
    [[LOOPBACK, '10.0.0.1']],
    [['10.0.0.1', LOOPBACK]],
    [[LOOPBACK, '::1']],
    [[LOOPBACK, '::ffff:127.0.0.1']],
    [['2606:4700:4700::1111', '127.0.0.2']],
    [[...Array<string>(20).fill(LOOPBACK), '169.254.169.254']],
  ])('is blocked where one address of several is: %j', async (addresses) => {
    const listener = await trap();
    const reaching = network({ resolver: async () => addresses }).reach(host, listener.port, guard());
    await expect(reaching).rejects.toMatchObject(NOT_REACHABLE);
    expect(listener.connections()).toBe(0);
  });

  it('connects nowhere for a host that is an inner address itself', async () => {
    const listener = await trap('127.0.0.2');
    const asked: string[] = [];
    const resolver = async (name: string) => [asked.push(name) === 0 ? '' : LOOPBACK];
    const reaching = network({ resolver }).reach('127.0.0.2' as HostName, listener.port, guard());
    await expect(reaching).rejects.toMatchObject(NOT_REACHABLE);
    expect(asked).toEqual([]);
    expect(listener.connections()).toBe(0);
  });

  it('tries the next address where one leads nowhere', async () => {
    const listener = await trap();
    const resolver = async () => [NOBODY, LOOPBACK];
    const { address } = await network({ resolver }).reach(host, listener.port, guard());
    expect(address).toBe(LOOPBACK);
  });

  it('tells a refused connection from a host that cannot be reached', async () => {
    const port = await unusedPort();
    const refusing = network({ resolver: async () => [LOOPBACK] }).reach(host, port, guard());
    await expect(refusing).rejects.toMatchObject({ failure: { step: 'reach', code: 'connection-refused' } });
  });

  it('lets blocked, unknown and unroutable hosts leave at the same instant, with the same words', async () => {
    const clock = new SimulatedClock(Temporal.Instant.from('2026-11-24T00:00:00Z'));
    const resolvers = [
      async () => ['10.0.0.1'],
      async () => [],
      async () => Promise.reject(new Error('ENOTFOUND ftp.test.example')),
      async () => [NOBODY],
    ];
    const left: string[] = [];
    const reaching = resolvers.map((resolver) =>
      network({ resolver, clock, leastFailureTime: 2_000 })
        .reach(host, 21, guard())
        .catch((error: unknown) => left.push(`${clock.monotonic()} ${String(error)}`)),
    );
    while (clock.waiting < resolvers.length) await new Promise((resolve) => setTimeout(resolve, 1));
    await clock.advance(1_999);
    expect(left).toEqual([]);
    await clock.advance(1);
    await Promise.all(reaching);
    expect(left).toEqual(Array(4).fill('2000 TransportFailure: reach: host-not-reachable'));
  });

  it('reaches again only what may be reached at all', async () => {
    const [good, evil] = [await trap(), await trap('127.0.0.2')];
    const session = guard();
    expect((await network({}).reachAgain(LOOPBACK, good.port, session)).remoteAddress).toBe(LOOPBACK);
    await expect(network({}).reachAgain('127.0.0.2', evil.port, session)).rejects.toThrow('host-not-reachable');
    expect(evil.connections()).toBe(0);
  });

  it('does not wait for a resolver beyond the deadline', async () => {
    const reaching = network({ resolver: () => new Promise(() => {}) }).reach(host, 21, guard(50));
    await expect(reaching).rejects.toMatchObject({ failure: { step: 'reach', code: 'deadline-passed' } });
  });
});

describe('the guard of a session', () => {
  it('destroys all sockets at its end, and those that come later', async () => {
    const listener = await trap();
    const session = guard();
    const resolver = async () => [LOOPBACK];
    const first = await network({ resolver }).reach(host, listener.port, session);
    const second = await network({ resolver }).reachAgain(LOOPBACK, listener.port, session);
    const other = await network({ resolver }).reach(host, listener.port, guard());
    session.end('deadline-passed');
    session.add(other.socket);
    expect([first.socket.destroyed, second.destroyed, other.socket.destroyed]).toEqual([true, true, true]);
    expect(session.signal.aborted).toBe(true);
  });

  it('says for ever why it ended first', async () => {
    const session = guard();
    session.end('deadline-passed');
    session.end('no-answer');
    const step = session.step(
      'size',
      () => 'size-unavailable',
      async () => 1,
    );
    await expect(step).rejects.toMatchObject({ failure: { step: 'size', code: 'deadline-passed' } });
  });

  it('ends where one step is not answered', async () => {
    const session = new SessionGuard({ deadline: 5_000 }, 30);
    const step = session.step(
      'log-in',
      () => 'login-refused',
      () => new Promise(() => {}),
    );
    await expect(step).rejects.toMatchObject({ failure: { step: 'log-in', code: 'no-answer' } });
    expect(session.signal.aborted).toBe(true);
  });

  it('ends when the caller aborts, before it is made or later', async () => {
    const caller = new AbortController();
    const limits = { deadline: 5_000, signal: caller.signal };
    const early = new SessionGuard(limits, 5_000);
    caller.abort();
    const late = new SessionGuard(limits, 5_000);
    for (const session of [early, late]) {
      const step = session.step(
        'size',
        () => 'size-unavailable',
        async () => 1,
      );
      await expect(step).rejects.toMatchObject({ failure: { step: 'size', code: 'connection-lost' } });
    }
  });

  it('lets nothing out of an error of a library', async () => {
    const secret = new Error('530 hunter2 is wrong');
    const step = guard().step(
      'log-in',
      () => 'login-refused',
      () => Promise.reject(secret),
    );
    const error: unknown = await step.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TransportFailure', message: 'log-in: login-refused' });
    expect(inspect(error, { showHidden: true })).not.toContain('hunter2');
  });
});
