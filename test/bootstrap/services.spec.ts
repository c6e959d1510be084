import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { SimulatedClock } from '../../src/adapters/driven/in-memory/schedule-clock.ts';
import { CollectingTelemetry } from '../../src/adapters/driven/in-memory/telemetry.ts';
import { type Services, startServices } from '../../src/bootstrap/services.ts';

type Run = (signal: AbortSignal, cut?: AbortSignal) => Promise<void>;

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));

let clock: SimulatedClock;
let telemetry: CollectingTelemetry;
beforeEach(() => {
  clock = new SimulatedClock(Temporal.Instant.from('2026-11-24T12:00:00Z'));
  telemetry = new CollectingTelemetry();
});

const started = (nights: Run): Services => {
  const quiet = { run: aborted };
  const alive = { ...quiet, now: () => ({ isAlive: true, isReady: true }) };
  const notifying = { ...quiet, notifyOf: async () => ({ settled: 0, waiting: 0 }) };
  return startServices({ worker: { run: nights }, notifying, alive }, new AbortController(), clock, telemetry);
};

/** Seconds that stopping takes. */
const stopping = async (services: Services): Promise<number> => {
  const from = clock.monotonic();
  let tookUntil = Number.NaN;
  void services.stop().then(() => {
    tookUntil = clock.monotonic();
  });
  await clock.advance(60_000);
  return (tookUntil - from) / 1_000;
};

describe('stopping', () => {
  it('waits for what is under way, and no longer', async () => {
    const services = started(async (signal) => {
      await aborted(signal);
      await clock.pass(7_000);
    });
    expect(await stopping(services)).toBe(7);
    expect(clock.waiting).toBe(0);
  });

  it('cuts after 20 seconds what would not end', async () => {
    expect(await stopping(started((_, cut) => aborted(cut)))).toBe(20);
  });

  it('leaves after 25 seconds what does not even end then', async () => {
    expect(await stopping(started(() => new Promise(() => undefined)))).toBe(25);
  });
});

it('a part that fails is told, and begun again', async () => {
  const error = new Error('x');
  let begun = 0;
  started(async () => {
    begun += 1;
    throw error;
  });
  await clock.advance(1_500);
  expect(begun).toBe(2);
  expect(telemetry.happenings[0]).toEqual({ name: 'service-fault', part: 'nights', requestId: null, error });
});
