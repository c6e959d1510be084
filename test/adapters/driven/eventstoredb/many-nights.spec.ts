import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventStoreEventLog } from '../../../../src/adapters/driven/eventstoredb/event-log.ts';
import type { EventStore } from '../../../../src/adapters/driven/eventstoredb/event-store.ts';
import { backupRunStream } from '../../../../src/application/stream-names.ts';
import { aNight } from '../../../builders/night.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../../../support/eventstoredb/double.ts';
import type { CallKind, Fault } from '../../../support/eventstoredb/faults.ts';
import { ManyNights, NIGHT } from '../../../support/eventstoredb/many-nights.ts';
import { storeAt } from './cluster.ts';

/** `npm run nights:eventstore` does a thousand. */
const ORGANISATIONS = Number(process.env.ORGANISATIONS ?? 8);
const WORKERS = 4;
const LONGEST = 1_800_000;

/** One call in so many of its kind fails. */
const EVERY: Readonly<Record<'append' | 'read' | 'subscribe', number>> = { append: 23, read: 37, subscribe: 1 };

const FAULTS: readonly (readonly [name: string, fault: ((port: number) => Fault) | undefined])[] = [
  ['none', undefined],
  ['unavailable', () => ({ kind: 'unavailable' })],
  ['the answer lost after the commit', () => ({ kind: 'unavailable', takesEffect: true })],
  ['connections lost', () => ({ kind: 'connection lost', takesEffect: true })],
  ['no answer', () => ({ kind: 'silence', takesEffect: true })],
  ['the server out of time', () => ({ kind: 'timeout', takesEffect: true })],
  ['a server that has just started', () => ({ kind: 'not ready' })],
  ['slow', () => ({ kind: 'slow', ms: 250 })],
  ['another leader', (port) => ({ kind: 'not leader', leader: { host: '127.0.0.1', port } })],
];

describe('four workers on one store', () => {
  let double: EventStoreDouble;
  let stores: EventStore[];
  const open = (): EventStore => {
    const store = storeAt(double.connectionString, {
      deadline: 1_500,
      patience: 6_000,
      pauses: { first: 20, longest: 500 },
    });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    stores = [];
    double = await startEventStoreDouble({ dedupe: false });
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await double.close();
  });

  const delivered = (): number => double.onDisk().filter(({ type }) => type === 'backup-run.night-delivered.v1').length;

  const untilDelivered = async (nights: ManyNights): Promise<void> => {
    const ending = new AbortController();
    const workers = Array.from({ length: WORKERS }, () => nights.work(open(), ending.signal));
    await expect.poll(delivered, { timeout: LONGEST, interval: 100 }).toBeGreaterThanOrEqual(nights.ids.length);
    ending.abort();
    await Promise.all(workers);
  };

  /** Each night claimed once and delivered once, and its files whole and alone at their place. */
  const allAreDeliveredOnce = async (nights: ManyNights): Promise<void> => {
    const log = new EventStoreEventLog(open(), { now: () => expect.unreachable() });
    for (const id of nights.ids) {
      const types = (await log.read(backupRunStream(id, aNight(NIGHT)))).events.map(({ event }) => event.type);
      expect([id, types.filter((type) => type === 'NightClaimed')]).toEqual([id, ['NightClaimed']]);
      expect([id, types.filter((type) => type === 'NightDelivered')]).toEqual([id, ['NightDelivered']]);
      // On a machine that is busy, an attempt may run out of time; another delivers, and none comes after that.
      expect(types.filter((type) => /Missed|Stopped|Half/.test(type))).toEqual([]);
      expect(
        types.slice(types.indexOf('NightDelivered')).filter((type) => /Failed|TakenOver|Repeated/.test(type)),
      ).toEqual([]);
      expect(nights.filesOf(id)).toEqual(['Terminplanung.xlsx', 'Themenplanung.xlsx']);
    }
  };

  it.each(FAULTS)(
    'delivers each night once, under this fault: %s',
    async (name, fault) => {
      const nights = new ManyNights(ORGANISATIONS);
      await nights.setUp(open());
      for (const [call, every] of Object.entries(fault === undefined ? {} : EVERY))
        for (let planned = 0; planned < (call === 'subscribe' ? 50 : ORGANISATIONS * 60); planned += every)
          if (fault !== undefined) double.faults.plan(call as CallKind, fault(double.port), { skip: every });
      const from = performance.now();
      await untilDelivered(nights);
      double.faults.clear();
      await allAreDeliveredOnce(nights);
      const seconds = ((performance.now() - from) / 1_000).toFixed(1);
      process.stdout.write(`${name}: ${ORGANISATIONS} nights, ${double.faults.calls.append} appends, ${seconds} s\n`);
    },
    LONGEST,
  );

  it(
    'delivers each night once, though the cluster goes away for a while, again and again',
    async () => {
      const nights = new ManyNights(ORGANISATIONS);
      await nights.setUp(open());
      const away = new AbortController();
      const outages = (async () => {
        while (!away.signal.aborted) {
          await new Promise((resolve) => setTimeout(resolve, 2_000));
          await double.down();
          await new Promise((resolve) => setTimeout(resolve, 500));
          await double.up();
        }
      })();
      await untilDelivered(nights);
      away.abort();
      await outages;
      await allAreDeliveredOnce(nights);
    },
    LONGEST,
  );
});
