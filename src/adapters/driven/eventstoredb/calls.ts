import { AlteredHistory, EventLogUnavailable } from '../../../application/ports/event-log.ts';
import { type Pauses, pause, pauseAfter } from './patience.ts';
import { problemOf, type Trouble, troubleOf } from './trouble.ts';

export interface Times {
  /** Milliseconds that one call to the server may take. */
  readonly deadline: number;
  /** The same, for one that has the server look through all there is. */
  readonly longDeadline: number;
  /** Milliseconds after which a call that failed is not tried again. */
  readonly patience: number;
  readonly pauses: Pauses;
}

const TIMES: Times = {
  deadline: 5_000,
  longDeadline: 300_000,
  patience: 10_000,
  pauses: { first: 100, longest: 2_000 },
};

/** A stream that was deleted for good: of one that holds history, that is an alteration. */
export class StreamGone extends AlteredHistory {
  constructor(stream: string) {
    super(`stream ${stream}, version 1 was altered, or an event before it: the stream was deleted`);
  }
}

/** How calls to one cluster are made: again for a while where that may help, and what is left of their errors is ours. */
export class Calls {
  readonly place: string;
  readonly times: Times;
  isClosed = false;

  constructor(place: string, times: Partial<Times>) {
    this.place = place;
    this.times = { ...TIMES, ...times };
  }

  /** Tries until it works, or what is wrong will not pass, or patience ends. */
  async patiently<Result>(work: () => Promise<Result>): Promise<Result> {
    const until = performance.now() + this.times.patience;
    for (let tries = 0; ; tries += 1) {
      try {
        if (this.isClosed) throw new EventLogUnavailable(`${this.place}: it was closed`);
        return await work();
      } catch (error) {
        // A mistake of ours stays one.
        if (isOurs(error) || error instanceof TypeError || error instanceof RangeError) throw error;
        const trouble = troubleOf(error);
        const wait = pauseAfter(tries, this.times.pauses);
        const mayPass = trouble === 'passing' || trouble === 'late';
        if (!mayPass || this.isClosed || performance.now() + wait > until) throw this.asOurs(error, trouble);
        await pause(wait);
      }
    }
  }

  /** What a port may throw. */
  asOurs(error: unknown, trouble: Trouble = troubleOf(error)): Error {
    return isOurs(error) ? error : new EventLogUnavailable(`${this.place}: ${problemOf(trouble)}`);
  }
}

const isOurs = (error: unknown): error is Error =>
  error instanceof EventLogUnavailable || error instanceof AlteredHistory;
