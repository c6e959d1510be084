import { setTimeout as passing } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventStore } from '../../../../src/adapters/driven/eventstoredb/event-store.ts';
import { DEFAULT_TIMES } from '../../../../src/application/running-nightly-backup/requests.ts';
import { backupRunStream } from '../../../../src/application/stream-names.ts';
import { aNight } from '../../../builders/night.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../../../support/eventstoredb/double.ts';
import { ManyNights, NEXT_NIGHT, NIGHT, type Times } from '../../../support/eventstoredb/many-nights.ts';
import { storeAt } from './cluster.ts';

const TEN_MINUTES = 600_000;

interface Course {
  readonly times: Times;
  /** Of the calls to the cluster; those that ship, unless given. */
  readonly store: Parameters<typeof storeAt>[1];
}

/** `npm run outages:eventstore`: ten minutes by the machine's clock, and every time as it ships. */
const LONG: Course = {
  times: { speed: 1, nights: DEFAULT_TIMES, listening: {} },
  store: { deadline: 5_000, patience: 10_000, pauses: { first: 100, longest: 2_000 } },
};

/** The clock of workers and outbox goes fifty times as fast, and the cluster's times are as much shorter as they can be. */
const SHORT: Course = {
  times: { speed: 50, nights: DEFAULT_TIMES, listening: { silence: 600, patience: 1_200 } },
  store: { deadline: 1_500, patience: 500, pauses: { first: 20, longest: 100 } },
};

const { times, store } = process.env.OUTAGES === 'long' ? LONG : SHORT;
const AWAY = TEN_MINUTES / times.speed;
const LONGEST = 3_600_000;
const WORKERS = 4;
/** Few enough for each test run, and more than are through when the cluster goes. */
const ORGANISATIONS = 20;

let double: EventStoreDouble;
let stores: EventStore[];
const open = (): EventStore => {
  const opened = storeAt(double.connectionString, store);
  stores.push(opened);
  return opened;
};
beforeEach(async () => {
  stores = [];
  double = await startEventStoreDouble({ dedupe: false });
});
afterEach(async () => {
  for (const one of stores) await one.close();
  await double.close();
});

/** How often each night was delivered that was delivered at all, by stream. */
const deliveries = (): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { type, stream } of double.onDisk())
    if (type === 'backup-run.night-delivered.v1') counts.set(stream, (counts.get(stream) ?? 0) + 1);
  return counts;
};

it(
  'after ten minutes without the cluster, workers, subscriptions and outbox go on by themselves',
  async () => {
    const nights = new ManyNights(ORGANISATIONS, times);
    const [late = '', later = '', ...early] = nights.ids;
    await nights.setUp(open(), early);
    const ending = new AbortController();
    const faults = { worker: 0, outbox: 0 };
    const ended: string[] = [];
    const services = Array.from({ length: WORKERS }, () =>
      nights.work(open(), ending.signal, () => (faults.worker += 1)).finally(() => ended.push('worker')),
    );
    services.push(nights.tell(open(), ending.signal, () => (faults.outbox += 1)).finally(() => ended.push('outbox')));

    const some = early.length / 4;
    await expect.poll(() => deliveries().size, { timeout: LONGEST, interval: 5 }).toBeGreaterThan(some);
    await double.down();
    const before = deliveries().size;
    await passing(AWAY);
    expect(deliveries().size).toBe(before);
    expect(before).toBeLessThan(early.length);
    // They have noticed, and wait; none has ended.
    expect(faults.worker).toBeGreaterThanOrEqual(WORKERS);
    expect(faults.outbox).toBeGreaterThanOrEqual(1);
    expect(ended).toEqual([]);
    await double.up();

    const streamsOf = (ids: readonly string[], night: string) => ids.map((id) => backupRunStream(id, aNight(night)));
    const first = streamsOf(early, NIGHT);
    await expect.poll(() => [...deliveries().keys()].sort(), { timeout: LONGEST }).toEqual([...first].sort());
    await expect.poll(() => nights.told, { timeout: LONGEST }).toEqual([...early].sort());

    // What comes after the outage is heard of: somebody who is new has a night, and the others their next.
    await nights.add(open(), [late]);
    nights.dayAfter();
    await nights.add(open(), [later]);
    const all = [...first, ...streamsOf([...early, late], NEXT_NIGHT)];
    await expect.poll(() => [...deliveries().keys()].sort(), { timeout: LONGEST }).toEqual([...all].sort());
    await expect.poll(() => nights.told, { timeout: LONGEST }).toEqual([...nights.ids].sort());
    expect(ended).toEqual([]);
    ending.abort();
    await Promise.all(services);

    expect([...deliveries().values()].filter((count) => count !== 1)).toEqual([]);
    for (const id of [...early, late]) expect(nights.filesOf(id)).toEqual(['Terminplanung.xlsx', 'Themenplanung.xlsx']);
    expect(nights.filesOf(later)).toEqual([]);
  },
  LONGEST,
);
