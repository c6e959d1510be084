import { beforeEach, describe, expect, it } from 'vitest';
import type { LeaseStore } from '../../../src/application/ports/lease-store.ts';
import { HeldLease } from '../../../src/application/running-nightly-backup/held-lease.ts';
import { Newsroom } from '../../support/newsroom.ts';

/** Trusted for 600 milliseconds, beaten every 150. */
const LEASE = { key: 'night', holder: 'w1/1', length: 1_000 };

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = new Newsroom();
});

const take = (leases: Partial<LeaseStore> = {}): Promise<HeldLease> => {
  const store = newsroom.leases;
  const all = {
    read: store.read.bind(store),
    take: store.take.bind(store),
    beat: store.beat.bind(store),
    release: store.release.bind(store),
  };
  return HeldLease.take({ leases: { ...all, ...leases }, clock: newsroom.clock }, LEASE);
};

const beat = async (): Promise<number | undefined> => (await newsroom.leases.read(LEASE.key))?.beat;

describe('a lease that is held', () => {
  it('is beaten four times in the span for which it is trusted', async () => {
    const lease = await take();
    expect(await newsroom.leases.read(LEASE.key)).toEqual({ holder: 'w1/1', beat: 1 });
    await newsroom.clock.advance(149);
    expect(await beat()).toBe(1);
    await newsroom.clock.advance(1);
    expect(await beat()).toBe(2);
    await newsroom.clock.advance(450);
    expect(await beat()).toBe(5);
    await lease.letGo();
  });

  it('is let go, and beaten no more', async () => {
    const lease = await take();
    await lease.letGo();
    expect(await newsroom.leases.read(LEASE.key)).toBeUndefined();
    expect(newsroom.clock.waiting).toBe(0);
  });

  it('is lost as soon as another has it, and no more beaten', async () => {
    const lease = await take();
    await newsroom.leases.take(LEASE.key, 'w2/2');
    expect(lease.isHeld).toBe(true);
    await newsroom.clock.advance(150);
    expect(lease.isHeld).toBe(false);
    expect(newsroom.clock.waiting).toBe(0);
    await lease.letGo();
    expect(await newsroom.leases.read(LEASE.key)).toMatchObject({ holder: 'w2/2' });
  });

  it('is trusted for 0.6 of its length after the last confirmed beat', async () => {
    const lease = await take({ beat: () => Promise.reject(new Error('the store is away')) });
    await newsroom.clock.advance(599);
    expect(lease.isHeld).toBe(true);
    await newsroom.clock.advance(1);
    expect(lease.isHeld).toBe(false);
    await lease.letGo();
  });

  it('is trusted again after a beat that succeeds', async () => {
    let isAway = true;
    const lease = await take({
      beat: (key, holder) => (isAway ? Promise.reject(new Error('away')) : newsroom.leases.beat(key, holder)),
    });
    await newsroom.clock.advance(600);
    expect(lease.isHeld).toBe(false);
    isAway = false;
    await newsroom.clock.advance(150);
    expect(lease.isHeld).toBe(true);
    await newsroom.clock.advance(599);
    expect(lease.isHeld).toBe(true);
    await lease.letGo();
  });

  it('is counted from before the write, however long that took', async () => {
    const slow = async (): Promise<boolean> => {
      await newsroom.clock.pass(500);
      return true;
    };
    const lease = await take({ beat: slow });
    // Written from 150 to 650: trusted until 750.
    await newsroom.clock.advance(749);
    expect(lease.isHeld).toBe(true);
    await newsroom.clock.advance(1);
    expect(lease.isHeld).toBe(false);
    const letGo = lease.letGo();
    await newsroom.clock.advance(1_000);
    await letGo;
  });

  it('is counted from before it was taken', async () => {
    const taking = take({ take: () => newsroom.clock.pass(400), beat: () => Promise.reject(new Error('away')) });
    await newsroom.clock.advance(400);
    const lease = await taking;
    await newsroom.clock.advance(199);
    expect(lease.isHeld).toBe(true);
    await newsroom.clock.advance(1);
    expect(lease.isHeld).toBe(false);
    await lease.letGo();
  });
});
