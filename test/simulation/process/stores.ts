import type { RecordedEvent } from '../../../src/application/ports/event-log.ts';
import { type EventLog, EventLogUnavailable } from '../../../src/application/ports/event-log.ts';
import type { Fault } from '../world/faults.ts';
import type { Weather } from '../world/weather.ts';
import type { Life } from './life.ts';
import type { Seam } from './seam.ts';

/** A store that could not be asked; what any driver may throw. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
}

/** What stands between a process and all stores. */
export interface StoreLine {
  /** Whether the stores can be reached. */
  readonly isUp: boolean;
  /** Called when they go away; returns how to take that back. */
  onAway(cut: () => void): () => void;
  readonly weather: Weather;
  readonly troubled: (fault: Fault) => void;
  /** A process reads a stream. */
  readonly read: (life: string, stream: string) => void;
  /** The organisation that a stream or a key is about. */
  readonly aboutOf: (name: string) => string | undefined;
}

/** A store whose every method answers with a promise, and takes a key first that may say whom it is about. */
export const onLine = <Store extends object>(name: string, store: Store, seam: Seam, line: StoreLine): Store =>
  new Proxy(store, {
    get: (target, property) => {
      const method: unknown = Reflect.get(target, property);
      if (typeof method !== 'function') return method;
      const call = method.bind(target) as (...args: readonly unknown[]) => unknown;
      const label = `${name}.${String(property)}`;
      return (...args: readonly unknown[]) => {
        const key = typeof args[0] === 'string' ? args[0] : undefined;
        const about = key === undefined ? undefined : line.aboutOf(key);
        const effect = async (): Promise<unknown> => {
          mustBeUp(line);
          return call(...args);
        };
        if (SEQUENCES.has(label)) return later(seam, label, effect as () => Promise<AsyncIterable<unknown>>);
        return seam.call({ name: label, about, ...(key === undefined ? {} : { detail: key }), effect });
      };
    },
  });

const SEQUENCES: ReadonlySet<string> = new Set(['noticeRecords.changeIds']);

const mustBeUp = (line: StoreLine): void => {
  if (!line.isUp) throw new StoreAway('the store is away');
  const fault = line.weather.strike(['call of a store fails']);
  if (fault === undefined) return;
  line.troubled(fault);
  throw new StoreAway('the call failed');
};

/** A sequence that is fetched in one call, when its first item is asked for. */
const later = <Item>(
  seam: Seam,
  name: string,
  fetch: () => Promise<AsyncIterable<Item>>,
  about?: string,
): AsyncIterable<Item> => ({
  [Symbol.asyncIterator]: () => {
    let items: AsyncIterator<Item> | undefined;
    const first = async (): Promise<IteratorResult<Item>> => {
      items = await seam.call({ name, about, effect: async () => (await fetch())[Symbol.asyncIterator]() });
      return items.next();
    };
    return { next: () => items?.next() ?? first() };
  },
});

/** The event log as one process reaches it. */
export class LogOnLine implements EventLog {
  readonly #log: EventLog;
  readonly #seam: Seam;
  readonly #life: Life;
  readonly #line: StoreLine;

  constructor(log: EventLog, seam: Seam, life: Life, line: StoreLine) {
    this.#log = log;
    this.#seam = seam;
    this.#life = life;
    this.#line = line;
  }

  read(stream: Parameters<EventLog['read']>[0]): ReturnType<EventLog['read']> {
    const effect = async () => {
      this.#mustBeUp();
      this.#line.read(this.#life.name, stream);
      return this.#log.read(stream);
    };
    return this.#seam.call({ name: 'eventLog.read', about: this.#line.aboutOf(stream), detail: stream, effect });
  }

  append(...[stream, expected, events]: Parameters<EventLog['append']>): ReturnType<EventLog['append']> {
    const about = this.#line.aboutOf(stream);
    const detail = `${stream} ${events.map(({ event }) => event.type).join('+')}`;
    const effect = async () => {
      this.#mustBeUp();
      const fault = this.#line.weather.strike(['append done, answer lost', 'append not done, error']);
      if (fault !== undefined) this.#line.troubled(fault);
      if (fault === 'append not done, error') throw new EventLogUnavailable('it was not appended');
      const outcome = await this.#log.append(stream, expected, events);
      if (fault !== undefined) throw new EventLogUnavailable('the answer was lost');
      return outcome;
    };
    return this.#seam.call({ name: 'eventLog.append', about, detail, effect });
  }

  readAll(...[from, prefix]: Parameters<EventLog['readAll']>): AsyncIterable<RecordedEvent> {
    const fetch = async () => {
      this.#mustBeUp();
      return this.#log.readAll(from, prefix);
    };
    return later(this.#seam, 'eventLog.readAll', fetch, prefix === undefined ? undefined : this.#line.aboutOf(prefix));
  }

  async *subscribe(...[from, signal, prefix]: Parameters<EventLog['subscribe']>): AsyncGenerator<RecordedEvent, void> {
    const cut = new AbortController();
    let isAway = false;
    const end = (): void => cut.abort();
    const takeBack = [
      this.#line.onAway(() => {
        isAway = true;
        end();
      }),
      this.#life.onEnd(end),
    ];
    signal.addEventListener('abort', end, { once: true });
    try {
      await this.#seam.call({ name: 'eventLog.subscribe', effect: async () => this.#mustBeUp() });
      for await (const event of this.#log.subscribe(from, cut.signal, prefix)) {
        await this.#alive();
        yield event;
      }
      await this.#alive();
      if (isAway && !signal.aborted) throw new EventLogUnavailable('the subscription was cut');
    } finally {
      signal.removeEventListener('abort', end);
      for (const back of takeBack) back();
    }
  }

  /** Never for a process that is over, later for one that is stopped. */
  #alive(): Promise<void> {
    return new Promise((resolve) => this.#life.goOn(resolve));
  }

  #mustBeUp(): void {
    if (!this.#line.isUp) throw new EventLogUnavailable('the store is away');
  }
}
