import { SystemClock } from '../../src/adapters/driven/clock/system-clock.ts';
import type { ScheduleClock } from '../../src/application/ports/schedule-clock.ts';

/** The machine's clock, as many times as quick: for what waits for minutes in a process of its own. */
export const quickClock = (times: number): ScheduleClock => {
  const clock = new SystemClock();
  const [start, monotonicStart] = [clock.now(), clock.monotonic()];
  const monotonic = (): number => (clock.monotonic() - monotonicStart) * times;
  const now = () => start.add({ milliseconds: Math.floor(monotonic()) });
  const pass = (milliseconds: number, signal?: AbortSignal) => clock.pass(milliseconds / times, signal);
  return {
    now,
    monotonic,
    pass,
    waitUntil: (instant, signal) => pass(instant.since(now()).total('milliseconds'), signal),
  };
};
