import { beforeEach, describe, expect, it } from 'vitest';
import { EventLogUnavailable } from '../../../src/application/ports/event-log.ts';
import type { NightRequest, NightResult } from '../../../src/application/running-nightly-backup/requests.ts';
import { DEFAULT_WORKER_OPTIONS, NightWorker } from '../../../src/application/working-nights/night-worker.ts';
import { slotOf } from '../../../src/domain/schedule/slot.ts';
import { aDestination } from '../../builders/destination.ts';
import { inFrontOf } from '../../support/logs.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Milliseconds from the start at 00:30 until an organisation's slot. */
const untilSlot = (id: string): number => (slotOf(id, DEFAULT_WORKER_OPTIONS.hours) - 1_800) * 1_000;

const REFUSED: NightResult = { outcome: 'refused', refusal: { reason: 'BackupNotSetUp' } };
const ELSEWHERE: NightResult = { outcome: 'refused', refusal: { reason: 'NightAtWorkElsewhere' } };

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = new Newsroom();
});

/** Nights that are begun, and end when and how a test says. */
class HeldNights {
  readonly begun: NightRequest[] = [];
  readonly #ends = new Map<string, { resolve: (result: NightResult) => void; reject: (error: unknown) => void }>();

  run(request: NightRequest): Promise<NightResult> {
    this.begun.push(request);
    return new Promise((resolve, reject) => this.#ends.set(request.organisationId, { resolve, reject }));
  }

  ids(): readonly string[] {
    return this.begun.map(({ organisationId }) => organisationId);
  }

  async end(id: string, result: NightResult = REFUSED): Promise<void> {
    this.#ends.get(id)?.resolve(result);
    await newsroom.clock.advance(0);
  }

  async fail(id: string, error: unknown): Promise<void> {
    this.#ends.get(id)?.reject(error);
    await newsroom.clock.advance(0);
  }
}

const start = async (nights: HeldNights, options: Partial<typeof DEFAULT_WORKER_OPTIONS> = {}, cut?: AbortSignal) => {
  const worker = new NightWorker({ ...newsroom, nights }, { ...DEFAULT_WORKER_OPTIONS, ...options });
  const stop = new AbortController();
  const running = worker.run(stop.signal, cut);
  await newsroom.clock.advance(0);
  return { stop, running };
};

/** So many newsrooms, each with a backup at the host of its name. */
const setUp = async (...ids: readonly (readonly [id: string, host: string])[]): Promise<void> => {
  for (const [organisationId, host] of ids) {
    newsroom.directory.set({ ...ABENDBLATT, id: organisationId });
    await newsroom.setUp({ organisationId, destination: aDestination({ host: `${host}.example` }) });
  }
};

describe('the room for nights', () => {
  it('is given in another order by each worker, so that they do not meet at each night', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `newsroom-${index + 10}`);
    await setUp(...ids.map((id) => [id, id] as const));
    await newsroom.clock.advance(5 * HOUR);
    const orders: (readonly string[])[] = [];
    for (const nights of [new HeldNights(), new HeldNights()]) {
      const { stop, running } = await start(nights, { atOnce: 1 });
      for (let ended = 0; ended < nights.begun.length; ended += 1) await nights.end(nights.ids()[ended] ?? '');
      const order = [...new Set(nights.ids())];
      expect([...order].sort()).toEqual(ids);
      orders.push(order);
      stop.abort();
      await running;
    }
    expect(orders[0]).not.toEqual(orders[1]);
  });

  it('is for so many at once, and who waits is next', async () => {
    await setUp(['a', 'one'], ['b', 'two'], ['c', 'three']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights, { atOnce: 2 });
    await newsroom.clock.advance(5 * HOUR);
    expect(nights.begun).toHaveLength(2);
    const [first = ''] = nights.ids();
    await nights.end(first);
    expect([...nights.ids()].sort()).toEqual(['a', 'b', 'c']);
    stop.abort();
    for (const id of nights.ids()) await nights.end(id);
    await running;
  });

  it('at one host holds up nobody at another', async () => {
    await setUp(['a', 'slow'], ['b', 'slow'], ['c', 'slow'], ['d', 'quick']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights, { atOnceAtOneHost: 1 });
    await newsroom.clock.advance(5 * HOUR);
    const slow = nights.ids().filter((id) => id !== 'd');
    expect(slow).toHaveLength(1);
    expect(nights.ids()).toContain('d');
    for (let ended = 1; ended <= 3; ended += 1) {
      expect(nights.ids().filter((id) => id !== 'd')).toHaveLength(ended);
      await nights.end(nights.ids().filter((id) => id !== 'd')[ended - 1] ?? '');
    }
    stop.abort();
    await nights.end('d');
    await running;
    expect(nights.begun).toHaveLength(4);
  });

  it('at one host is for two, unless it is said otherwise', async () => {
    await setUp(['a', 'one'], ['b', 'one'], ['c', 'one']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights);
    await newsroom.clock.advance(5 * HOUR);
    expect(nights.begun).toHaveLength(2);
    stop.abort();
    for (const id of nights.ids()) await nights.end(id);
    await running;
  });

  it('at one host is one more for each that ended there', async () => {
    await setUp(['a', 'one'], ['b', 'one'], ['c', 'one'], ['d', 'one']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights);
    await newsroom.clock.advance(5 * HOUR);
    await nights.end(nights.ids()[0] ?? '');
    await newsroom.clock.advance(MINUTE);
    expect(nights.begun).toHaveLength(3);
    stop.abort();
    for (const id of nights.ids()) await nights.end(id);
    await running;
  });

  it('is not for one who paused while waiting', async () => {
    await setUp(['a', 'one'], ['b', 'one']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights, { atOnce: 1 });
    await newsroom.clock.advance(5 * HOUR);
    const [first = ''] = nights.ids();
    const waiting = first === 'a' ? 'b' : 'a';
    await (await newsroom.backup()).configuring.pause(aSaveRequest({ organisationId: waiting }));
    await nights.end(first);
    await newsroom.clock.advance(MINUTE);
    expect(nights.ids()).toEqual([first]);
    stop.abort();
    await running;
  });

  it('is for one night of an organisation at a time, though its settings change meanwhile', async () => {
    await setUp(['a', 'one']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights);
    await newsroom.clock.advance(untilSlot('a'));
    expect(nights.begun).toHaveLength(1);
    await newsroom.setUp({
      ...{ organisationId: 'a', credential: null, replacement: 'overwrite' },
      destination: aDestination({ host: 'one.example' }),
    });
    await newsroom.clock.advance(5 * MINUTE);
    expect(nights.begun).toHaveLength(1);
    await nights.end('a');
    expect(nights.begun).toHaveLength(2);
    stop.abort();
    await nights.end('a');
    await running;
  });
});

describe('a night of the worker', () => {
  it('is asked for at its slot and not before, by nobody, as scheduled', async () => {
    await setUp(['a', 'one']);
    const nights = new HeldNights();
    const cut = new AbortController();
    const { stop, running } = await start(nights, {}, cut.signal);
    await newsroom.clock.advance(untilSlot('a') - 1);
    expect(nights.begun).toEqual([]);
    await newsroom.clock.advance(1);
    expect(nights.begun).toEqual([
      {
        ...{ organisationId: 'a', night: '2026-11-25', reason: 'scheduled', actorId: 'worker', requestId: null },
        ...{ older: false, strict: false, signal: cut.signal },
      },
    ]);
    stop.abort();
    await nights.end('a');
    await running;
  });

  it('that another is at is looked at again after one lease length', async () => {
    await setUp(['a', 'one']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights);
    await newsroom.clock.advance(untilSlot('a'));
    await nights.end('a', ELSEWHERE);
    await newsroom.clock.advance(299_999);
    expect(nights.begun).toHaveLength(1);
    await newsroom.clock.advance(1);
    expect(nights.begun).toHaveLength(2);
    stop.abort();
    await nights.end('a');
    await running;
  });

  it('that is refused otherwise is over', async () => {
    await setUp(['a', 'one']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights);
    await newsroom.clock.advance(untilSlot('a'));
    await nights.end('a', REFUSED);
    await newsroom.clock.advance(23 * HOUR);
    expect(nights.begun).toHaveLength(1);
    stop.abort();
    await running;
  });

  it('that could not be begun is told, and begun again in a minute', async () => {
    await setUp(['a', 'one']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights);
    await newsroom.clock.advance(untilSlot('a'));
    const error = new Error('the store is away');
    await nights.fail('a', error);
    expect(newsroom.telemetry.happenings.at(-1)).toEqual({ name: 'worker-fault', organisationId: 'a', error });
    await newsroom.clock.advance(MINUTE - 1);
    expect(nights.begun).toHaveLength(1);
    await newsroom.clock.advance(1);
    expect(nights.begun).toHaveLength(2);
    stop.abort();
    await nights.end('a');
    await running;
  });
});

describe('the worker itself', () => {
  it('ends when what is under way has ended, and begins nothing more', async () => {
    await setUp(['a', 'one']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights);
    await newsroom.clock.advance(untilSlot('a'));
    let isOver = false;
    void running.then(() => {
      isOver = true;
    });
    stop.abort();
    await newsroom.clock.advance(MINUTE);
    expect(isOver).toBe(false);
    await nights.end('a');
    expect(isOver).toBe(true);
    expect(newsroom.clock.waiting).toBe(0);
  });

  it('rejects where the log cannot be followed', async () => {
    // biome-ignore lint/correctness/useYield: it fails before there is anything to yield.
    const subscribe = async function* () {
      throw new EventLogUnavailable('the log is away');
    };
    const eventLog = inFrontOf(newsroom.eventLog, { subscribe });
    const running = new NightWorker({ ...newsroom, eventLog, nights: new HeldNights() }).run(
      new AbortController().signal,
    );
    await expect(running).rejects.toThrow('the log is away');
  });

  it('ends no process, though a night is under way when the log cannot be followed', async () => {
    await setUp(['a', 'one']);
    const unhandled: unknown[] = [];
    const listener = (error: unknown): void => void unhandled.push(error);
    process.on('unhandledRejection', listener);
    const nights = new HeldNights();
    let cut = (_error: Error): void => undefined;
    const isCut = new Promise<never>((_, reject) => {
      cut = reject;
    });
    const { eventLog } = newsroom;
    const following = inFrontOf(eventLog, {
      subscribe: async function* (from, signal, prefix) {
        const events = eventLog.subscribe(from, signal, prefix)[Symbol.asyncIterator]();
        for (;;) {
          const next = await Promise.race([events.next(), isCut]);
          if (next.done === true) return;
          yield next.value;
        }
      },
    });
    const worker = new NightWorker({ ...newsroom, eventLog: following, nights });
    const running = worker.run(new AbortController().signal).catch((error: unknown) => error);
    await newsroom.clock.advance(5 * HOUR);
    expect(nights.ids()).toEqual(['a']);
    cut(new EventLogUnavailable('it is away'));
    await newsroom.clock.advance(MINUTE);
    await nights.end('a');
    expect(await running).toBeInstanceOf(EventLogUnavailable);
    process.off('unhandledRejection', listener);
    expect(unhandled).toEqual([]);
  });

  it('notices within a minute that the clock was set', async () => {
    await setUp(['a', 'one']);
    const nights = new HeldNights();
    const { stop, running } = await start(nights);
    await newsroom.clock.setWallClock(newsroom.clock.now().add({ milliseconds: untilSlot('a') }));
    await newsroom.clock.advance(MINUTE);
    expect(nights.begun).toHaveLength(1);
    stop.abort();
    await nights.end('a');
    await running;
  });
});
