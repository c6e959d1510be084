import { setTimeout as passing } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventStoreEventLog } from '../../../../src/adapters/driven/eventstoredb/event-log.ts';
import type { EventStore } from '../../../../src/adapters/driven/eventstoredb/event-store.ts';
import { EventStoreLeaseStore } from '../../../../src/adapters/driven/eventstoredb/lease-store.ts';
import {
  AlteredHistory,
  BEGINNING,
  EventLogUnavailable,
  NO_STREAM,
} from '../../../../src/application/ports/event-log.ts';
import { backupRunStream, backupRunStreamsOf } from '../../../../src/application/stream-names.ts';
import { aNight } from '../../../builders/night.ts';
import { all, anEvent, idsOf, OTHER_STREAM, STREAM, someEvents } from '../../../contracts/event-log/harness.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../../../support/eventstoredb/double.ts';
import type { CallKind, Fault } from '../../../support/eventstoredb/faults.ts';
import { LISTENING, storeAt } from './cluster.ts';

const clock = { now: () => Temporal.Instant.from('2026-11-24T01:00:00Z') };

/** What a call may end with where nobody can say whether it had an effect, with and without one. */
const UNKNOWN: readonly Fault[] = [true, false].flatMap((takesEffect): readonly Fault[] => [
  { kind: 'unavailable', takesEffect },
  { kind: 'connection lost', takesEffect },
  { kind: 'timeout', takesEffect },
  { kind: 'silence', takesEffect },
]);

const PASSING: readonly Fault[] = [
  { kind: 'not ready' },
  { kind: 'slow', ms: 300 },
  { kind: 'unavailable', after: 1 },
  { kind: 'connection lost', after: 1 },
];

const named = (faults: readonly Fault[]) => faults.map((fault) => [JSON.stringify(fault), fault] as const);

describe('the event log, where the server or the way to it fails', () => {
  let double: EventStoreDouble;
  let close: () => Promise<void>;
  let log: EventStoreEventLog;

  const stores: EventStore[] = [];
  const storeAtDouble = (): EventStore => {
    const store = storeAt(double.connectionString, { deadline: 700, patience: 5_000 });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    double = await startEventStoreDouble({ dedupe: false });
    log = new EventStoreEventLog(storeAtDouble(), clock, LISTENING);
    close = async () => {
      for (const store of stores.splice(0)) await store.close();
      await double.close();
    };
    await log.append(STREAM, NO_STREAM, someEvents(2));
  });
  afterEach(() => close());

  const stored = () => double.onDisk(STREAM).length;

  it.each(named([...UNKNOWN, ...PASSING]))('appends once, whatever becomes of the answer: %s', async (_, fault) => {
    const { end } = await log.read(STREAM);
    for (const call of ['append', 'read'] as CallKind[]) double.faults.plan(call, fault);
    const events = someEvents(3);
    expect(await log.append(STREAM, end, events)).toMatchObject({ outcome: 'appended', end: { version: 5 } });
    expect(idsOf((await log.read(STREAM)).events.slice(2))).toEqual(idsOf(events));
    expect(stored()).toBe(5);
  });

  it('appends by a call of its own each time, though the server offers the newer form', () => {
    expect(double.faults.calls.append).toBeGreaterThan(0);
    expect(double.faults.batches).toBe(0);
  });

  it.each(named(UNKNOWN))('begins a stream once, whatever becomes of the answer: %s', async (_, fault) => {
    // Of what makes a stream ready, and of the append itself.
    for (const skip of [0, 1, 2]) double.faults.plan('append', fault, { skip });
    expect(await log.append(OTHER_STREAM, NO_STREAM, [anEvent()])).toMatchObject({ outcome: 'appended' });
    expect(double.onDisk(OTHER_STREAM)).toHaveLength(1);
  });

  it('takes another’s append for a conflict, also where its own answer was lost', async () => {
    const { end } = await log.read(STREAM);
    double.faults.plan('append', { kind: 'unavailable', takesEffect: false });
    double.faults.plan('append', { kind: 'slow', ms: 200 }, { skip: 0 });
    const mine = log.append(STREAM, end, [anEvent()]);
    const store = storeAt(double.connectionString);
    const theirs = new EventStoreEventLog(store, clock).append(STREAM, end, [anEvent()]);
    const outcomes = (await Promise.all([mine, theirs])).map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(['appended', 'conflict']);
    expect(stored()).toBe(3);
    await store.close();
  });

  it.each(named([...UNKNOWN, ...PASSING]))('reads all, though a reading is cut: %s', async (_, fault) => {
    double.faults.plan('read', fault, { times: 2 });
    expect((await log.read(STREAM)).events).toHaveLength(2);
    double.faults.plan('read', fault, { times: 2 });
    expect(await all(log.readAll(BEGINNING))).toHaveLength(2);
  });

  it.each(named([...UNKNOWN, ...PASSING, { kind: 'duplicates', events: 5 }]))(
    'hears each event once and in order, though its subscription fails: %s',
    async (_, fault) => {
      const cut: Fault = fault.kind === 'unavailable' || fault.kind === 'silence' ? { ...fault, after: 2 } : fault;
      // Only one that begins again can hear what it has heard.
      if (cut.kind === 'duplicates') double.faults.plan('subscribe', { kind: 'unavailable', after: 4 });
      for (const skip of [0, 2]) double.faults.plan('subscribe', cut, { skip, times: 2 });
      const ending = new AbortController();
      const heard: string[] = [];
      const events = someEvents(10);
      const listening = (async () => {
        for await (const { eventId } of log.subscribe(BEGINNING, ending.signal, STREAM)) {
          heard.push(eventId);
          if (heard.length === 12) ending.abort();
        }
      })();
      let { end } = await log.read(STREAM);
      for (const event of events) {
        const outcome = await log.append(STREAM, end, [event]);
        end = outcome.end;
      }
      await listening;
      expect(heard.slice(2)).toEqual(idsOf(events));
    },
  );

  it.each([0, 1, 2, 3])(
    'reads a family as it was at one moment, though it grows while it is read (%i)',
    async (skip) => {
      const family = backupRunStreamsOf('abendblatt');
      const [first, second] = [aNight('2026-11-24'), aNight('2026-11-25')].map((night) =>
        backupRunStream('abendblatt', night),
      );
      for (const stream of [first, second]) if (stream) await log.append(stream, NO_STREAM, [anEvent()]);
      double.faults.plan('read', { kind: 'slow', ms: 500 }, { skip });
      const reading = all(log.readAll(BEGINNING, family));
      await passing(200);
      const other = new EventStoreEventLog(storeAtDouble(), clock, LISTENING);
      for (const stream of [first, second])
        if (stream) await other.append(stream, (await other.read(stream)).end, [anEvent()]);
      const seen = idsOf(await reading);
      const now = idsOf(await all(log.readAll(BEGINNING, family)));
      expect(now).toHaveLength(4);
      expect(now.slice(0, seen.length)).toEqual(seen);
    },
  );

  it('reads of a family only what lies behind where somebody has read to', async () => {
    const streams = [1, 2, 3, 4].map((day) => backupRunStream('abendblatt', aNight(`2026-11-0${day}`)));
    for (const stream of streams) await log.append(stream, NO_STREAM, [anEvent()]);
    const read = await all(log.readAll(BEGINNING, backupRunStreamsOf('abendblatt')));
    const before = double.faults.calls.read;
    const last = read.at(-2)?.position ?? 0n;
    expect(idsOf(await all(log.readAll(last, backupRunStreamsOf('abendblatt'))))).toEqual(idsOf(read.slice(-1)));
    expect(double.faults.calls.read - before).toBeLessThan(streams.length);
  });

  it('goes on when the server was away, and comes back on the same port', async () => {
    const ending = new AbortController();
    const heard: string[] = [];
    const listening = (async () => {
      for await (const { eventId } of log.subscribe(BEGINNING, ending.signal, STREAM)) heard.push(eventId);
    })();
    const { end } = await log.read(STREAM);
    await double.down();
    const event = anEvent();
    const appended = log.append(STREAM, end, [event]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await double.up();
    expect(await appended).toMatchObject({ outcome: 'appended' });
    await expect.poll(() => heard, { timeout: 15_000 }).toHaveLength(3);
    ending.abort();
    await listening;
    expect(heard.at(-1)).toBe(event.eventId);
  });

  it('says where nobody is, in words of its own', async () => {
    await double.down();
    const place = `EventStoreDB at 127.0.0.1:${double.port}`;
    for (const calling of [
      () => log.read(STREAM),
      () => all(log.readAll(BEGINNING)),
      () => log.append(STREAM, NO_STREAM, [anEvent()]),
    ]) {
      const error: unknown = await calling().catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(EventLogUnavailable);
      expect((error as Error).message).toBe(`${place}: it cannot be reached`);
    }
    await double.up();
  });

  it('gives a subscription up that finds nobody for long, so that somebody hears of it', async () => {
    await double.down();
    const listening = all(log.subscribe(BEGINNING, new AbortController().signal, STREAM));
    await expect(listening).rejects.toBeInstanceOf(EventLogUnavailable);
    await double.up();
  });

  it('gives a subscription up that stands each time and can go on never, so that somebody hears of it', async () => {
    const [event] = (await log.read(STREAM)).events;
    const unknown = (event?.position ?? 0n) - 1n;
    const impatient = new EventStoreEventLog(
      storeAt(double.connectionString, { deadline: 700, patience: 300 }),
      clock,
      {
        ...LISTENING,
        patience: 400,
      },
    );
    const listening = all(impatient.subscribe(unknown, new AbortController().signal, STREAM));
    await expect(listening).rejects.toBeInstanceOf(EventLogUnavailable);
  });

  it('reads what it missed where a subscription is cut as soon as it stands, again and again', async () => {
    const patient = new EventStoreEventLog(storeAtDouble(), clock, { ...LISTENING, silence: 60_000, patience: 400 });
    double.faults.plan('subscribe', { kind: 'unavailable', after: 0 }, { times: 1_000 });
    const ending = new AbortController();
    const heard: string[] = [];
    for await (const { eventId } of patient.subscribe(BEGINNING, ending.signal, STREAM)) {
      heard.push(eventId);
      if (heard.length === 2) ending.abort();
    }
    expect(heard).toEqual(idsOf((await log.read(STREAM)).events));
  });

  it('keeps a subscription that is quiet, and cut again and again', async () => {
    const quiet = new EventStoreEventLog(storeAtDouble(), clock, { ...LISTENING, silence: 60_000, patience: 400 });
    const ending = new AbortController();
    const heard: string[] = [];
    const listening = (async () => {
      for await (const { eventId } of quiet.subscribe(BEGINNING, ending.signal, STREAM)) heard.push(eventId);
    })();
    for (const until = performance.now() + 2_000; performance.now() < until; ) {
      const { subscribe } = double.faults.calls;
      await Promise.race([listening, passing(100)]);
      double.cutConnections();
      await Promise.race([listening, expect.poll(() => double.faults.calls.subscribe).toBeGreaterThan(subscribe)]);
    }
    const { end } = await log.read(STREAM);
    await log.append(STREAM, end, someEvents(1));
    await expect.poll(() => heard).toHaveLength(3);
    ending.abort();
    await listening;
  });

  it('does not try again what is refused, or too large', async () => {
    const { end } = await log.read(STREAM);
    for (const call of ['append', 'read', 'subscribe'] as CallKind[])
      double.faults.plan(call, { kind: 'access denied' }, { times: 10 });
    const before = double.faults.calls.append;
    const refused = 'it refuses the user, the password or the right to do this';
    await expect(log.append(STREAM, end, [anEvent()])).rejects.toThrow(refused);
    await expect(log.read(STREAM)).rejects.toThrow(refused);
    await expect(all(log.subscribe(BEGINNING, new AbortController().signal))).rejects.toThrow(refused);
    expect(double.faults.calls.append).toBe(before + 1);
    double.faults.clear();
    const large = { type: 'StoredPasswordOpened', secretId: 'x'.repeat(1_100_000), purpose: 'night' } as const;
    await expect(log.append(STREAM, end, [anEvent(large)])).rejects.toThrow('larger than it takes');
    expect(stored()).toBe(2);
  });

  it('finds a stream that was deleted, or begun anew', async () => {
    const store = storeAt(double.connectionString);
    const end = (await log.read(STREAM)).end;
    await store.client.deleteStream(STREAM);
    expect(await log.append(STREAM, NO_STREAM, [anEvent()])).toMatchObject({ outcome: 'appended' });
    await expect(log.read(STREAM)).rejects.toBeInstanceOf(AlteredHistory);
    await store.client.tombstoneStream(STREAM);
    await expect(log.read(STREAM)).rejects.toBeInstanceOf(AlteredHistory);
    await expect(log.append(STREAM, end, [anEvent()])).rejects.toBeInstanceOf(AlteredHistory);
    await store.close();
  });

  it.each(named(UNKNOWN))('counts a beat of a lease once, whatever becomes of the answer: %s', async (_, fault) => {
    const store = storeAt(double.connectionString, { deadline: 700, patience: 5_000 });
    const leases = new EventStoreLeaseStore(store);
    await leases.take('night', 'anna');
    double.faults.plan('append', fault);
    expect(await leases.beat('night', 'anna')).toBe(true);
    expect(await leases.read('night')).toEqual({ holder: 'anna', beat: 2 });
    await store.close();
  });
});
