import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { SimulatedClock } from '../../src/adapters/driven/in-memory/schedule-clock.ts';
import { keptRunning } from '../../src/bootstrap/kept-running.ts';

const START = Temporal.Instant.from('2026-11-24T12:00:00Z');

describe('work that is kept running', () => {
  it('begins again after pauses that double up to a minute, and tells of each failure', async () => {
    const clock = new SimulatedClock(START);
    const over = new AbortController();
    const begun: number[] = [];
    const faults: unknown[] = [];
    const work = async () => {
      begun.push(clock.monotonic() / 1000);
      throw new Error('again');
    };
    const running = keptRunning(work, over.signal, clock, (error) => faults.push(error));
    await clock.advance(240_000);
    expect(begun).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
    expect(faults.length).toBe(begun.length);
    over.abort();
    await running;
  });

  it('begins with short pauses again after it went well for a while', async () => {
    const clock = new SimulatedClock(START);
    const over = new AbortController();
    const begun: number[] = [];
    const work = async (signal: AbortSignal) => {
      begun.push(clock.monotonic() / 1000);
      if (begun.length === 4) await clock.pass(400_000, signal);
      throw new Error('again');
    };
    const running = keptRunning(work, over.signal, clock, () => undefined);
    await clock.advance(409_000);
    expect(begun).toEqual([0, 1, 3, 7, 408]);
    over.abort();
    await running;
  });

  it('ends with the signal, without another word', async () => {
    const clock = new SimulatedClock(START);
    const over = new AbortController();
    const running = keptRunning(
      (signal) => clock.pass(1e9, signal),
      over.signal,
      clock,
      () => undefined,
    );
    over.abort();
    await running;
    expect(clock.waiting).toBe(0);
  });
});
