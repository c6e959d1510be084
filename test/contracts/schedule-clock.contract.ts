import type { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { ScheduleClock } from '../../src/application/ports/schedule-clock.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface ScheduleClockHarness {
  readonly clock: ScheduleClock;
  /** Lets so many milliseconds pass, and all that is due go on. */
  elapse(milliseconds: number): Promise<void>;
  /** As if somebody set the wall clock. What that ends is noticed within {@link noticedWithin} milliseconds. */
  setWallClock(instant: Temporal.Instant): Promise<void>;
  readonly noticedWithin: number;
  close(): Promise<void>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const scheduleClockContract = (
  name: string,
  makeHarness: () => Promise<ScheduleClockHarness>,
  options: ContractOptions = {},
): void => {
  describe(`schedule clock: ${name}`, () => {
    let harness: ScheduleClockHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());

    const fromNow = (milliseconds: number): Temporal.Instant => harness.clock.now().add({ milliseconds });

    contractTests(options, (test) => {
      test('goes on by what passes, on both clocks', async () => {
        const { clock, elapse } = harness;
        const [now, monotonic] = [clock.now(), clock.monotonic()];
        await elapse(1_500);
        expect(clock.now().since(now).total('milliseconds')).toBe(1_500);
        expect(clock.monotonic() - monotonic).toBeCloseTo(1_500, 3);
      });

      test('waits for an instant, and not a moment less', async () => {
        const waiting = watched(harness.clock.waitUntil(fromNow(90 * MINUTE)));
        await harness.elapse(90 * MINUTE - 1);
        expect(waiting.isOver()).toBe(false);
        await harness.elapse(1);
        expect(waiting.isOver()).toBe(true);
      });

      test('lets time pass, and not a moment less', async () => {
        const waiting = watched(harness.clock.pass(90 * MINUTE));
        await harness.elapse(90 * MINUTE - 1);
        expect(waiting.isOver()).toBe(false);
        await harness.elapse(1);
        expect(waiting.isOver()).toBe(true);
      });

      test('does not wait for what is over', async () => {
        const { clock } = harness;
        for (const wait of [
          clock.waitUntil(clock.now()),
          clock.waitUntil(fromNow(-DAY)),
          clock.pass(0),
          clock.pass(-1),
        ])
          await wait;
      });

      test('waits for longer than a timer of 31 bits lasts', async () => {
        const { clock, elapse } = harness;
        const waits = [watched(clock.waitUntil(fromNow(40 * DAY))), watched(clock.pass(40 * DAY))];
        for (const days of [1, 24, 14.9]) await elapse(days * DAY);
        expect(waits.map((wait) => wait.isOver())).toEqual([false, false]);
        await elapse(DAY / 10);
        expect(waits.map((wait) => wait.isOver())).toEqual([true, true]);
      });

      test('wakes in the order of time', async () => {
        const { clock, elapse } = harness;
        const woken: string[] = [];
        const waits = [
          clock.pass(300).then(() => woken.push('300')),
          clock.waitUntil(fromNow(100)).then(() => woken.push('100')),
          clock.pass(200).then(() => woken.push('200')),
        ];
        await elapse(1_000);
        await Promise.all(waits);
        expect(woken).toEqual(['100', '200', '300']);
      });

      test('wakes what waits again within the time that passes', async () => {
        const { clock, elapse } = harness;
        const begun = clock.monotonic();
        const beats: number[] = [];
        const beating = (async () => {
          for (let beat = 0; beat < 3; beat += 1) {
            await clock.pass(1_000);
            beats.push(Math.round(clock.monotonic() - begun));
          }
        })();
        await elapse(10_000);
        await beating;
        expect(beats).toEqual([1_000, 2_000, 3_000]);
      });

      test('ends a wait when it is told, and at once if it was told before', async () => {
        const { clock } = harness;
        const controller = new AbortController();
        const waits = [clock.waitUntil(fromNow(DAY), controller.signal), clock.pass(DAY, controller.signal)];
        controller.abort();
        await Promise.all(waits);
        await clock.waitUntil(fromNow(DAY), AbortSignal.abort());
        await clock.pass(DAY, AbortSignal.abort());
      });

      test('follows the wall clock for an instant, forwards and backwards', async () => {
        const { clock, elapse, setWallClock, noticedWithin } = harness;
        const [early, late] = [fromNow(DAY), fromNow(2 * DAY)];
        const [first, second] = [watched(clock.waitUntil(early)), watched(clock.waitUntil(late))];
        await setWallClock(early);
        await elapse(noticedWithin);
        expect([first.isOver(), second.isOver()]).toEqual([true, false]);
        await setWallClock(late.add({ milliseconds: -2 * DAY }));
        await elapse(DAY + MINUTE);
        expect(second.isOver()).toBe(false);
        await elapse(DAY);
        expect(second.isOver()).toBe(true);
      });

      test('lets time pass whatever the wall clock does', async () => {
        const { clock, elapse, setWallClock } = harness;
        const waiting = watched(clock.pass(DAY));
        await setWallClock(fromNow(10 * DAY));
        await elapse(DAY - MINUTE);
        expect(waiting.isOver()).toBe(false);
        await setWallClock(fromNow(-20 * DAY));
        await elapse(MINUTE);
        expect(waiting.isOver()).toBe(true);
      });
    });
  });
};

const watched = (wait: Promise<void>): { isOver(): boolean } => {
  let isOver = false;
  void wait.then(() => {
    isOver = true;
  });
  return { isOver: () => isOver };
};
