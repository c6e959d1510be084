import type { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { Secret } from '../../../src/application/secret.ts';
import { backupRunStream } from '../../../src/application/stream-names.ts';
import { NightWorker } from '../../../src/application/working-nights/night-worker.ts';
import { aNight } from '../../builders/night.ts';
import { ABENDBLATT, Newsroom } from '../../support/newsroom.ts';

const HOUR = 3_600_000;

/** A worker, and how often it has gone to rest. */
const startWorker = async (newsroom: Newsroom) => {
  const { clock } = newsroom;
  const stop = new AbortController();
  let rests = 0;
  const counting = {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    pass: (milliseconds: number, signal?: AbortSignal) => clock.pass(milliseconds, signal),
    waitUntil: (instant: Temporal.Instant, signal?: AbortSignal) => {
      rests += 1;
      return clock.waitUntil(instant, signal);
    },
  };
  const { nights } = await newsroom.backup();
  const running = new NightWorker({ ...newsroom, clock: counting, nights }).run(stop.signal);
  await clock.advance(0);
  return {
    rests: () => rests,
    stop: async () => {
      stop.abort();
      await running;
    },
  };
};

const endOfNight = async ({ eventLog }: Newsroom): Promise<string | undefined> =>
  (await eventLog.read(backupRunStream(ABENDBLATT.id, aNight('2026-11-25')))).events.at(-1)?.event.type;

const setUpAgain = (newsroom: Newsroom, password: string): Promise<void> =>
  newsroom.setUp({ credential: { method: 'password', password: new Secret(password) } });

it('begins without being woken by every change that ever was', async () => {
  const newsroom = new Newsroom();
  await newsroom.setUp();
  for (let change = 0; change < 20; change += 1) await setUpAgain(newsroom, `password ${change}`);
  const worker = await startWorker(newsroom);
  expect(worker.rests()).toBeLessThanOrEqual(2);
  await worker.stop();
});

it('is woken by a change that something is due for', async () => {
  const newsroom = new Newsroom({ password: 'another' });
  await newsroom.setUp();
  const worker = await startWorker(newsroom);
  await newsroom.clock.advance(5 * HOUR);
  expect(await endOfNight(newsroom)).toBe('NightFailed');
  await setUpAgain(newsroom, 'another');
  await newsroom.clock.advance(1_000);
  await worker.stop();
  expect(await endOfNight(newsroom)).toBe('NightDelivered');
});
