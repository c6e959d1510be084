import { AlteredHistory } from '../ports/event-log.ts';
import type { SealedItem } from '../ports/moving-house.ts';
import type { StoredEnvelope } from '../ports/stored-history.ts';
import type { MovingPorts } from './ports.ts';
import type { MovedHouse } from './results.ts';

/**
 * Compares the two stores, all of what the one holds with all of what the other does: every event field by field, so that
 * versions, heads and hashes are those that were computed anew when the stream was brought in, and everything sealed byte
 * by byte. Rejects with {@link AlteredHistory} at the first difference.
 */
export const verifyMove = async (ports: MovingPorts, onStream: () => void): Promise<Omit<MovedHouse, 'unopened'>> => ({
  ...(await verifyStreams(ports, onStream)),
  ...(await verifySealed(ports)),
});

const verifyStreams = async (
  { from, to }: MovingPorts,
  onStream: () => void,
): Promise<Pick<MovedHouse, 'streams' | 'events'>> => {
  let [streams, events] = [0, 0];
  const there = to.storedHistory.read('')[Symbol.asyncIterator]();
  for await (const event of from.storedHistory.read('')) {
    const next = await there.next();
    if (next.done === true || !isSameEvent(event, next.value)) throw differs(event);
    events += 1;
    if (event.version !== 1) continue;
    streams += 1;
    onStream();
  }
  const further = await there.next();
  if (further.done !== true) throw differs(further.value);
  return { streams, events };
};

const verifySealed = async ({ from, to }: MovingPorts): Promise<Pick<MovedHouse, 'secrets' | 'noticeRecords'>> => {
  let [secrets, noticeRecords] = [0, 0];
  for await (const item of from.oldHouse.sealedItems()) {
    const there = await to.newHouse.sealedItem(item.kind, item.id);
    if (there === undefined || !isSameItem(item, there))
      throw differs({ stream: `${item.kind} ${item.id}`, version: 1 });
    if (item.kind === 'secret') secrets += 1;
    else noticeRecords += 1;
  }
  if ((await to.newHouse.countSealed()) !== secrets + noticeRecords)
    throw new AlteredHistory('stream of sealed items, version 1 was altered, or an event before it: there are others');
  return { secrets, noticeRecords };
};

const isSameEvent = (a: StoredEnvelope, b: StoredEnvelope): boolean =>
  a.stream === b.stream &&
  a.version === b.version &&
  a.eventId === b.eventId &&
  a.changeId === b.changeId &&
  a.causationId === b.causationId &&
  a.requestId === b.requestId &&
  a.actorId === b.actorId &&
  a.type === b.type &&
  a.occurredAt === b.occurredAt &&
  a.recordedAt === b.recordedAt &&
  a.previousHash === b.previousHash &&
  a.payload === b.payload &&
  a.hash === b.hash;

const isSameItem = (a: SealedItem, b: SealedItem): boolean =>
  a.keyId === b.keyId &&
  isSame(a.wrappedKey, b.wrappedKey) &&
  isSame(a.commitment, b.commitment) &&
  isSame(a.sealed, b.sealed);

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

const differs = ({ stream, version }: Pick<StoredEnvelope, 'stream' | 'version'>): AlteredHistory =>
  new AlteredHistory(`stream ${stream}, version ${version} was altered, or an event before it: the copy differs`);
