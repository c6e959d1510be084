import { hourOf } from '../hour.ts';
import { KINDS } from '../notifying-co-admins/following.ts';
import { BEGINNING } from '../ports/event-log.ts';
import type { StoredEnvelope, StoredHistory } from '../ports/stored-history.ts';
import type { MovingPorts } from './ports.ts';

/** As many streams are under way at once. */
const LANES = 8;

interface Stream {
  readonly name: string;
  readonly events: readonly StoredEnvelope[];
}

/** By name; each with all its events in order. */
async function* streamsIn(history: StoredHistory, prefix = ''): AsyncGenerator<Stream, void> {
  let events: StoredEnvelope[] = [];
  for await (const event of history.read(prefix)) {
    const [first] = events;
    if (first !== undefined && first.stream !== event.stream) {
      yield { name: first.stream, events };
      events = [];
    }
    events.push(event);
  }
  const [first] = events;
  if (first !== undefined) yield { name: first.stream, events };
}

/** Streams that make somebody act: whoever follows them must find all that was done about them. */
const ACTED_ON = KINDS.map(({ streams }) => streams);

const isActedOn = ({ name }: Stream): boolean => ACTED_ON.some((prefix) => name.startsWith(prefix));

/**
 * Brings all streams in. Law: those that make somebody act come last, so that no moment of a move shows an organisation
 * without its nights, or something to be told without what was told of it.
 */
export const carryStreams = async ({ from, to }: MovingPorts, onStream: () => void): Promise<void> => {
  const carry = (streams: AsyncGenerator<Stream, void>, isDue: (stream: Stream) => boolean): Promise<void> =>
    inLanes(streams, async (stream) => {
      if (!isDue(stream)) return;
      await to.newHouse.bringInStream(stream.name, stream.events);
      onStream();
    });
  await carry(streamsIn(from.storedHistory), (stream) => !isActedOn(stream));
  for (const prefix of ACTED_ON) await carry(streamsIn(from.storedHistory, prefix), () => true);
};

/** Brings in what is sealed, unopened. Returns how many items no key at hand opens. */
export const carrySealed = async ({ from, to }: MovingPorts): Promise<number> => {
  const keyId = await from.oldHouse.masterKeyId();
  if (keyId !== null) await to.newHouse.useMasterKey(keyId);
  let unopened = 0;
  await inLanes(from.oldHouse.sealedItems(), async (item) => {
    if (!(await to.newHouse.bringInSealed(item))) unopened += 1;
  });
  return unopened;
};

/** The current hour's: by those of before nobody is refused anything. */
export const carryCounts = async ({ from, to, clock }: MovingPorts): Promise<void> => {
  const hour = hourOf(clock.now());
  await inLanes(from.oldHouse.counts(hour), (counted) => to.newHouse.bringInCount(hour, counted));
};

/**
 * The outbox's positions are places in a log, and the two logs have other ones. Each is found again as far as no event
 * lies before it that was not behind it: where the order of streams became another one, what is looked at twice was
 * told, by the streams of its notices.
 */
export const carryPositions = async ({ from, to }: MovingPorts): Promise<void> => {
  for (const { subscription, streams } of KINDS) {
    const position = await from.checkpoints.load(subscription);
    if (position === undefined) continue;
    /** The first version of each stream that was not passed. */
    const ahead = new Map<string, number>();
    for await (const { stream, version } of from.eventLog.readAll(position, streams))
      if (!ahead.has(stream)) ahead.set(stream, version);
    let passed = BEGINNING;
    for await (const { stream, version, position: there } of to.eventLog.readAll(BEGINNING, streams)) {
      if (version >= (ahead.get(stream) ?? Number.POSITIVE_INFINITY)) break;
      passed = there;
    }
    await to.checkpoints.save(subscription, passed);
  }
};

/** A few at once. Rejects with the first failure, once all that was begun has ended. */
const inLanes = async <Item>(items: AsyncIterable<Item>, work: (item: Item) => Promise<void>): Promise<void> => {
  const all = items[Symbol.asyncIterator]();
  let isOver = false;
  const lane = async (): Promise<void> => {
    try {
      for (let next = await all.next(); !isOver && next.done !== true; next = await all.next()) await work(next.value);
    } finally {
      isOver = true;
    }
  };
  const failed = (await Promise.allSettled(Array.from({ length: LANES }, lane))).find(
    (ended) => ended.status === 'rejected',
  );
  if (failed?.status === 'rejected') throw failed.reason;
};
