import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventStoreEventLog } from '../../../../src/adapters/driven/eventstoredb/event-log.ts';
import type { EventStore } from '../../../../src/adapters/driven/eventstoredb/event-store.ts';
import { backupRunStream } from '../../../../src/application/stream-names.ts';
import { aNight } from '../../../builders/night.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../../../support/eventstoredb/double.ts';
import type { CallKind, Fault } from '../../../support/eventstoredb/faults.ts';
import { ManyNights, NIGHT, type Settled, settledNights } from '../../../support/eventstoredb/many-nights.ts';
import { storeAt } from './cluster.ts';

/** `npm run nights:eventstore` does a thousand. */
const ORGANISATIONS = Number(process.env.ORGANISATIONS ?? 8);
const WORKERS = 4;
/** However busy the machine is. */
const LONGEST = 4 * 3_600_000;

/** One call in so many of its kind fails; of the subscriptions every other, until so many have failed. */
const EVERY = { append: 24, read: 38, subscribe: 2 } as const;
const SUBSCRIPTIONS = 50;

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
      longDeadline: 3_000,
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

  const settled = (): Settled => settledNights(double.onDisk());

  const untilDelivered = async (nights: ManyNights): Promise<void> => {
    const ending = new AbortController();
    const workers = Array.from({ length: WORKERS }, () => nights.work(open(), ending.signal));
    await expect
      .poll(() => settled().delivered, { timeout: LONGEST, interval: 500 })
      .toBeGreaterThanOrEqual(nights.ids.length);
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

  /** Sets up, lets the faults begin, and holds what became of the nights against the laws; says the figures before it does. */
  const deliverUnder = async (name: string, begin: () => { end(): Promise<number> }): Promise<number> => {
    const nights = new ManyNights(ORGANISATIONS);
    await nights.setUp(open());
    const [from, before] = [performance.now(), double.faults.calls.append];
    const faults = begin();
    await untilDelivered(nights);
    const struck = await faults.end();
    const seconds = Math.round((performance.now() - from) / 1_000);
    const { delivered, twice } = settled();
    const lost = ORGANISATIONS - delivered;
    const appends = double.faults.calls.append - before;
    const figures = { nights: ORGANISATIONS, delivered, lost, twice, appends, struck, seconds };
    const shown = Object.entries(figures).map(([what, figure]) => `${what} ${figure}`);
    process.stdout.write(`${name}: ${shown.join(', ')}\n`);
    await allAreDeliveredOnce(nights);
    return struck;
  };

  it.each(FAULTS)(
    'delivers each night once, under this fault: %s',
    async (name, fault) => {
      const struck = await deliverUnder(name, () => {
        const { faults, port } = double;
        for (const [call, every] of Object.entries(fault === undefined ? {} : EVERY))
          if (fault !== undefined)
            faults.planEvery(every, call as CallKind, fault(port), call === 'subscribe' ? SUBSCRIPTIONS : undefined);
        return {
          end: async () => {
            faults.clear();
            return faults.struck;
          },
        };
      });
      expect(struck > 0).toBe(fault !== undefined);
    },
    LONGEST,
  );

  it(
    'delivers each night once, though the cluster goes away for a while, again and again',
    () =>
      deliverUnder('the cluster away for 0.5 s every 2 s', () => {
        const away = new AbortController();
        const outages = (async () => {
          for (let count = 0; ; count += 1) {
            await new Promise((resolve) => setTimeout(resolve, 2_000));
            if (away.signal.aborted) return count;
            await double.down();
            await new Promise((resolve) => setTimeout(resolve, 500));
            await double.up();
          }
        })();
        return {
          end: () => {
            away.abort();
            return outages;
          },
        };
      }),
    LONGEST,
  );
});
