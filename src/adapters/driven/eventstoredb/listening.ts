import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { Position } from '../../../application/ports/event-log.ts';
import type { EventStore } from './event-store.ts';
import type { Message } from './message.ts';
import type { StreamFilter } from './names.ts';
import { type Pauses, pause, pauseAfter } from './patience.ts';
import { troubleOf } from './trouble.ts';

export interface ListeningTimes {
  /** Milliseconds of silence after which the log is looked at: a subscription that was cut without a word keeps silent too. */
  readonly silence: number;
  /** Milliseconds after which a subscription that cannot be begun again is given up, so that somebody hears of it. */
  readonly patience: number;
  readonly pauses: Pauses;
}

const TIMES: ListeningTimes = { silence: 30_000, patience: 60_000, pauses: { first: 250, longest: 10_000 } };

/**
 * Events behind a position, each once and in order, and then what is appended, until the signal aborts. A subscription that
 * ends for whatever reason is begun again behind the last event that was heard.
 */
export async function* listening(
  store: EventStore,
  filter: StreamFilter,
  from: Position,
  signal: AbortSignal,
  times: Partial<ListeningTimes> = {},
): AsyncGenerator<Message, void> {
  const { silence, patience, pauses } = { ...TIMES, ...times };
  const progress = { position: from };
  let lastHeard = performance.now();
  let tries = 0;
  let hasStood = false;
  const stands = (): void => {
    hasStood = true;
  };
  while (!signal.aborted && !store.calls.isClosed) {
    const hearing = heard(store, filter, progress, { signal, silence, stands });
    try {
      for await (const message of hearing) {
        [tries, lastHeard, hasStood] = [0, performance.now(), false];
        if (message === STILL_THERE || message.position <= progress.position) continue;
        progress.position = message.position;
        yield message;
        if (signal.aborted) return;
      }
    } catch (error) {
      const trouble = troubleOf(error);
      const isOver = performance.now() - lastHeard > patience;
      if (trouble === 'refused' || (isOver && !hasStood)) throw store.calls.asOurs(error, trouble);
      if (isOver) {
        // The server says that a subscription stands, and then it is cut: it may be one that is quiet, or one that can never
        // go on from where it begins. Who reads the log itself knows which, and misses nothing.
        yield* missed(store, filter, progress, signal);
        [lastHeard, hasStood] = [performance.now(), false];
      }
    }
    await pause(pauseAfter(tries, pauses), signal);
    tries += 1;
  }
}

/** What the log holds behind where it was heard to. */
async function* missed(
  store: EventStore,
  filter: StreamFilter,
  progress: { position: Position },
  signal: AbortSignal,
): AsyncGenerator<Message, void> {
  while (!signal.aborted) {
    const page = await missedPage(store, filter, progress);
    if (page.length === 0) return;
    for (const message of page) {
      progress.position = message.position;
      yield message;
      if (signal.aborted) return;
    }
  }
}

/** Its next page; where there is none, `progress` moves to the log's end. */
const missedPage = async (
  store: EventStore,
  filter: StreamFilter,
  progress: { position: Position },
): Promise<readonly Message[]> => {
  // Only what the server had before it said that there is no more can have been passed by.
  const end = await store.end();
  const page = await store.pageBehind(progress.position, filter);
  if (page.length === 0 && end > progress.position) progress.position = end;
  return page;
};

const STILL_THERE = Symbol('nothing was missed');

/** One subscription, until it ends, or turns out to have missed something. `progress` also moves past what does not match. */
async function* heard(
  store: EventStore,
  filter: StreamFilter,
  progress: { position: Position },
  { signal, silence, stands }: { signal: AbortSignal; silence: number; stands: () => void },
): AsyncGenerator<Message | typeof STILL_THERE, void> {
  let passed = progress.position;
  const subscription = store.subscription(progress.position, filter, (reached) => {
    passed = reached;
  });
  // Whatever comes while nobody reads, or after it was left: whoever reads hears of it.
  subscription.events.on('error', () => undefined);
  subscription.events.on('confirmation', stands);
  const events = subscription.events[Symbol.asyncIterator]();
  const aborted = once(signal);
  try {
    let next = settled(events.next());
    for (;;) {
      const timer = new AbortController();
      const outcome = await Promise.race([next, pause(silence, timer.signal).then(silent), aborted.then(ended)]);
      timer.abort();
      if (outcome.kind === 'ended') return;
      if (outcome.kind === 'failed') throw outcome.error;
      if (outcome.kind === 'silent') {
        const page = await missedPage(store, filter, progress);
        yield* page;
        if (page.length > 0) return;
        yield STILL_THERE;
        continue;
      }
      const message = subscription.message(outcome.event);
      if (message !== undefined) yield message;
      // The client tells how far the server is as soon as it hears it: ahead of events that nobody has read yet.
      if (passed > progress.position && subscription.events.readableLength === 0) progress.position = passed;
      next = settled(events.next());
    }
  } finally {
    aborted.forget();
    // Not waited for: a connection that is dead says nothing to this either.
    void subscription.events.unsubscribe().catch(() => undefined);
    subscription.events.destroy();
  }
}

type Outcome =
  | { readonly kind: 'event'; readonly event: AllStreamResolvedEvent }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'silent' }
  | { readonly kind: 'ended' };

const silent = (): Outcome => ({ kind: 'silent' });

const ended = (): Outcome => ({ kind: 'ended' });

/** So that a rejection that comes while nobody waits is none that nobody handles. */
const settled = (next: Promise<IteratorResult<AllStreamResolvedEvent, unknown>>): Promise<Outcome> =>
  next.then(
    (result): Outcome => (result.done === true ? ended() : { kind: 'event', event: result.value }),
    (error: unknown): Outcome => ({ kind: 'failed', error }),
  );

const once = (signal: AbortSignal): Promise<void> & { forget(): void } => {
  let forget = (): void => undefined;
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    const hear = (): void => resolve();
    signal.addEventListener('abort', hear, { once: true });
    forget = () => signal.removeEventListener('abort', hear);
  });
  return Object.assign(aborted, { forget: () => forget() });
};
