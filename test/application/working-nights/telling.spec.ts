import { expect, it } from 'vitest';
import type { Happening } from '../../../src/application/ports/telemetry.ts';
import { DEFAULT_WORKER_OPTIONS, NightWorker } from '../../../src/application/working-nights/night-worker.ts';
import { slotOf } from '../../../src/domain/schedule/slot.ts';
import { ABENDBLATT, Newsroom } from '../../support/newsroom.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Milliseconds from the newsroom's start, 00:30 in Berlin, to its slot. */
const TO_SLOT = (slotOf(ABENDBLATT.id, DEFAULT_WORKER_OPTIONS.hours) - 1_800) * 1_000;

const worked = async (newsroom: Newsroom, milliseconds: number): Promise<readonly Happening[]> => {
  const { nights } = await newsroom.backup();
  const stop = new AbortController();
  const running = new NightWorker({ ...newsroom, nights }).run(stop.signal);
  await newsroom.clock.advance(milliseconds);
  stop.abort();
  await running;
  return newsroom.telemetry.happenings;
};

const NAMES: ReadonlySet<string> = new Set(['night-due', 'night-ended', 'retry-planned']);
const told = (happenings: readonly Happening[]) => happenings.filter(({ name }) => NAMES.has(name));

it('a night is told as due once, with how late it began', async () => {
  const newsroom = new Newsroom();
  await newsroom.setUp();
  await newsroom.clock.advance(TO_SLOT + 5_000);
  const happenings = await worked(newsroom, 2 * HOUR);
  const tonight = { organisationId: ABENDBLATT.id, night: '2026-11-25' };
  expect(told(happenings)).toEqual([
    { ...tonight, name: 'night-due', milliseconds: 5_000 },
    { ...tonight, name: 'night-ended', attempt: 1, outcome: 'delivered', failures: [] },
  ]);
});

it('a retry is told with its pause, and is not due again', async () => {
  const newsroom = new Newsroom();
  await newsroom.setUp();
  newsroom.server.plan({ on: 'connect', server: 'is-unreachable' });
  const names = told(await worked(newsroom, 5 * HOUR));
  expect(names.map(({ name }) => name)).toEqual(['night-due', 'night-ended', 'retry-planned', 'night-ended']);
  expect(names[2]).toMatchObject({ attempt: 1, milliseconds: expect.any(Number) });
  expect((names[2] as { milliseconds: number }).milliseconds).toBeGreaterThanOrEqual(30_000);
});

it('a missed night is told as ended, without an attempt', async () => {
  const newsroom = new Newsroom();
  await newsroom.setUp();
  await newsroom.clock.advance(DAY + 12 * HOUR);
  const [missed] = told(await worked(newsroom, HOUR));
  expect(missed).toMatchObject({ name: 'night-ended', night: '2026-11-25', attempt: 0, outcome: 'missed' });
});
