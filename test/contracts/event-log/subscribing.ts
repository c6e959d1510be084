import { expect } from 'vitest';
import { BEGINNING, type EventLog, type RecordedEvent } from '../../../src/application/ports/event-log.ts';
import { attemptsStream, backupConfigurationStream } from '../../../src/application/stream-names.ts';
import type { ContractTest } from '../contract-test.ts';
import { anEvent, appendTo, type EventLogHarness, idsOf, OTHER_STREAM, STREAM, someEvents } from './harness.ts';

export const subscribing = (test: ContractTest, harness: () => EventLogHarness): void => {
  const log = (): EventLog => harness().log;

  test('catches up, goes on with what comes, and ends when told', async () => {
    const [past, present] = [someEvents(3), someEvents(3)];
    await appendTo(log(), STREAM, past);
    const subscription = subscribed(log());
    await subscription.reached(3);
    for (const event of present) await appendTo(log(), STREAM, [event]);
    await subscription.reached(6);
    expect(idsOf(await subscription.ended())).toEqual(idsOf([...past, ...present]));
  });

  test('begins behind the position it is given', async () => {
    await appendTo(log(), STREAM, someEvents(3));
    const [, second, third] = (await log().read(STREAM)).events;
    const subscription = subscribed(log(), second?.position);
    await subscription.reached(1);
    expect(await subscription.ended()).toEqual([third]);
  });

  test('hears what another log appends', async () => {
    const subscription = subscribed(log());
    const event = anEvent();
    await appendTo(harness().second, STREAM, [event]);
    await subscription.reached(1);
    expect(idsOf(await subscription.ended())).toEqual([event.eventId]);
  });

  test('hears the streams of its prefix only', async () => {
    const subscription = subscribed(log(), BEGINNING, OTHER_STREAM);
    const [mine, alsoMine] = [anEvent(), anEvent()];
    await appendTo(log(), OTHER_STREAM, [mine]);
    await appendTo(log(), STREAM, someEvents(3));
    await appendTo(log(), OTHER_STREAM, [alsoMine]);
    await subscription.reached(2);
    expect(idsOf(await subscription.ended())).toEqual(idsOf([mine, alsoMine]));
  });

  test('misses nothing while appends race', async () => {
    const subscription = subscribed(log());
    const writers = [harness().log, harness().second].map(async (writer, index) => {
      for (let count = 0; count < 60; count += 1) {
        await appendTo(writer, backupConfigurationStream(`writer ${index}`), [anEvent()]);
        await appendTo(writer, attemptsStream(`writer ${index}`), someEvents(2));
      }
    });
    await Promise.all(writers);
    await subscription.reached(360);
    const heard = await subscription.ended();
    expect(new Set(idsOf(heard)).size).toBe(360);
    const positions = heard.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
  });

  test('gives a slow reader all of its streams, whatever lies behind them', async () => {
    const events = someEvents(20);
    await appendTo(log(), STREAM, events);
    await appendTo(log(), OTHER_STREAM, someEvents(20));
    const over = new AbortController();
    const heard: string[] = [];
    setTimeout(() => over.abort(), 10_000).unref();
    for await (const { eventId } of log().subscribe(BEGINNING, over.signal, STREAM)) {
      heard.push(eventId);
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (heard.length === events.length) over.abort();
    }
    expect(heard).toEqual(idsOf(events));
  });

  test('hears nothing if it was told to end before', async () => {
    await appendTo(log(), STREAM, [anEvent()]);
    const subscription = subscribed(log(), BEGINNING, '', AbortSignal.abort());
    expect(await subscription.ended()).toEqual([]);
  });

  test('ends between two events of the past', async () => {
    await appendTo(log(), STREAM, someEvents(5));
    const controller = new AbortController();
    const heard: string[] = [];
    for await (const { eventId } of log().subscribe(BEGINNING, controller.signal)) {
      heard.push(eventId);
      if (heard.length === 2) controller.abort();
    }
    expect(heard).toHaveLength(2);
  });

  test('ends while the last event of the past is at work', async () => {
    await appendTo(log(), STREAM, [anEvent()]);
    const controller = new AbortController();
    for await (const _ of log().subscribe(BEGINNING, controller.signal)) controller.abort();
    expect(controller.signal.aborted).toBe(true);
  });

  test('lets go of the signal and of the log when it is left', async () => {
    await appendTo(log(), STREAM, [anEvent()]);
    const heard: RecordedEvent[] = [];
    for await (const event of log().subscribe(BEGINNING, new AbortController().signal)) {
      heard.push(event);
      break;
    }
    expect(heard).toHaveLength(1);
    await appendTo(log(), STREAM, [anEvent()]);
  });
};

interface Subscription {
  /** Resolves when it has heard so many. */
  reached(count: number): Promise<void>;
  /** Tells it to end, and has all that it heard once it has. */
  ended(): Promise<readonly RecordedEvent[]>;
}

const subscribed = (log: EventLog, from = BEGINNING, streamPrefix = '', signal?: AbortSignal): Subscription => {
  const controller = new AbortController();
  const heard: RecordedEvent[] = [];
  let checkReached = (): void => undefined;
  const listening = (async () => {
    for await (const event of log.subscribe(from, signal ?? controller.signal, streamPrefix)) {
      heard.push(event);
      checkReached();
    }
  })();
  return {
    reached: (count) => {
      const reached = new Promise<void>((resolve) => {
        checkReached = () => heard.length >= count && resolve();
        checkReached();
      });
      // Where listening fails, the test is to see why, and not to wait for its timeout.
      return Promise.race([reached, listening.then(() => undefined)]);
    },
    ended: async () => {
      controller.abort();
      await listening;
      return heard;
    },
  };
};
