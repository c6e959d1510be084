import type { EventLog } from '../../src/application/ports/event-log.ts';
import { EventLogUnavailable } from '../../src/application/ports/event-log.ts';

/** The log with some of its methods replaced. */
export const inFrontOf = (log: EventLog, replaced: Partial<EventLog>): EventLog => ({
  read: log.read.bind(log),
  append: log.append.bind(log),
  readAll: log.readAll.bind(log),
  subscribe: log.subscribe.bind(log),
  ...replaced,
});

/** Another writer comes first, so many times. `races` counts the appends that were tried. */
export const losingRaces = (log: EventLog, times: number): { eventLog: EventLog; races: () => number } => {
  let races = 0;
  const append: EventLog['append'] = async (stream, expected, events) => {
    races += 1;
    if (races > times) return log.append(stream, expected, events);
    return { outcome: 'conflict', end: (await log.read(stream)).end };
  };
  return { eventLog: inFrontOf(log, { append }), races: () => races };
};

/** The first append's answer does not arrive; `before` means that it did not happen either. */
export const losingTheAnswer = (log: EventLog, when: 'before' | 'after'): EventLog => {
  let isFirst = true;
  const append: EventLog['append'] = async (...call) => {
    if (!isFirst) return log.append(...call);
    isFirst = false;
    if (when === 'after') await log.append(...call);
    throw new EventLogUnavailable('the answer was lost');
  };
  return inFrontOf(log, { append });
};
