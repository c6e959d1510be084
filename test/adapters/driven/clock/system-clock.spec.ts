import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, vi } from 'vitest';
import { SystemClock } from '../../../../src/adapters/driven/clock/system-clock.ts';
import { scheduleClockContract } from '../../../contracts/schedule-clock.contract.ts';

scheduleClockContract('of the machine', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T01:00:00Z') });
  return {
    clock: new SystemClock(),
    elapse: async (milliseconds) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
    setWallClock: async (instant) => {
      vi.setSystemTime(instant.epochMilliseconds);
    },
    noticedWithin: 15_000,
    close: async () => {
      vi.useRealTimers();
    },
  };
});

describe('the clock of the machine', () => {
  it('has the time of the machine', () => {
    const before = Temporal.Now.instant().epochMilliseconds;
    const now = new SystemClock().now().epochMilliseconds;
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now - before).toBeLessThan(1_000);
  });

  it('has whole milliseconds, whatever the Temporal of this Node has', () => {
    for (let look = 0; look < 50; look += 1) expect(new SystemClock().now().epochNanoseconds % 1_000_000n).toBe(0n);
  });

  it('really waits, and leaves no listener behind', async () => {
    const clock = new SystemClock();
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const begun = clock.monotonic();
    await clock.pass(20, signal);
    expect(clock.monotonic() - begun).toBeGreaterThanOrEqual(20);
    expect(removed).toHaveBeenCalled();
  });
});
