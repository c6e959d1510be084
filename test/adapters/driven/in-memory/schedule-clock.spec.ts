import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { SimulatedClock } from '../../../../src/adapters/driven/in-memory/schedule-clock.ts';
import { scheduleClockContract } from '../../../contracts/schedule-clock.contract.ts';

const START = Temporal.Instant.from('2026-11-24T01:00:00Z');

scheduleClockContract('simulated', async () => {
  const clock = new SimulatedClock(START);
  return {
    clock,
    elapse: (milliseconds) => clock.advance(milliseconds),
    setWallClock: (instant) => clock.setWallClock(instant),
    noticedWithin: 0,
    close: async () => undefined,
  };
});

describe('the simulated clock', () => {
  it('stands still until it is told', async () => {
    const clock = new SimulatedClock(START);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now().equals(START)).toBe(true);
    expect(clock.monotonic()).toBe(0);
  });

  it('says how many wait', async () => {
    const clock = new SimulatedClock(START);
    const controller = new AbortController();
    const waits = [clock.pass(1_000), clock.pass(2_000, controller.signal)];
    expect(clock.waiting).toBe(2);
    await clock.advance(1_000);
    expect(clock.waiting).toBe(1);
    controller.abort();
    await Promise.all(waits);
    expect(clock.waiting).toBe(0);
  });

  it('is exactly at the time of a wait when that ends', async () => {
    const clock = new SimulatedClock(START);
    const seen: string[] = [];
    const waits = [clock.pass(250), clock.waitUntil(START.add({ seconds: 2 }))].map((wait) =>
      wait.then(() => seen.push(clock.now().toString())),
    );
    await clock.advance(5_000);
    await Promise.all(waits);
    expect(seen).toEqual(['2026-11-24T01:00:00.25Z', '2026-11-24T01:00:02Z']);
    expect(clock.now().toString()).toBe('2026-11-24T01:00:05Z');
  });
});
