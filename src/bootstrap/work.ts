import { SystemClock } from '../adapters/driven/clock/system-clock.ts';
import type { Working, WorkOptions } from '../adapters/driving/cli/installation.ts';
import type { OpenedEmbedded } from './embedded.ts';
import { runServices } from './services.ts';

/** The nights and mails of all organisations, until it is closed or the instant has come. */
export const work = (opened: OpenedEmbedded, { until, telemetry }: WorkOptions): Working => {
  const clock = new SystemClock();
  const over = new AbortController();
  if (until !== null) void clock.waitUntil(until, over.signal).then(() => over.abort());
  const ended = runServices(opened.backup, over.signal, clock, telemetry);
  return {
    ended,
    close: async () => {
      over.abort();
      await ended;
      await opened.close();
    },
  };
};
