import { NO_STREAM as NO_SUCH_STREAM } from '@eventstore/db-client';
import {
  AlteredHistory,
  type AppendOutcome,
  BEGINNING,
  type EventLog,
  type EventToAppend,
  type ExpectedEnd,
  type Position,
  type RecordedEvent,
  type StreamEnd,
  type StreamSlice,
} from '../../../application/ports/event-log.ts';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { StoredEnvelope } from '../../../application/ports/stored-history.ts';
import type { StreamName } from '../../../application/stream-names.ts';
import {
  chain,
  endAt,
  following,
  isSameEnd,
  STREAM_START,
  type StoredEvent,
  startOf,
} from '../../shared/event-codec/chain.ts';
import { ArrivalNote } from './arrival-note.ts';
import { batches } from './batches.ts';
import type { EventStore } from './event-store.ts';
import { Families } from './families.ts';
import { Heads, Verifying } from './heads.ts';
import { type ListeningTimes, listening } from './listening.ts';
import { type Message, messageFor, recordedFrom, storedOf } from './message.ts';
import { eventStreams, isFamily } from './names.ts';
import { each } from './several.ts';

/** What the log's own user may not do to a stream from its beginning on: delete it, cut it, or take this back. */
const SHIELD = { acl: { deleteRoles: ['$admins'], metaWriteRoles: ['$admins'] } };

/** The log of several machines: one stream of the server for each of ours, of the same name. */
export class EventStoreEventLog implements EventLog {
  readonly #store: EventStore;
  readonly #families: Families;
  readonly #clock: Pick<ScheduleClock, 'now'>;
  readonly #times: Partial<ListeningTimes>;
  readonly #heads = new Heads();
  readonly #arriving: ArrivalNote;

  constructor(store: EventStore, clock: Pick<ScheduleClock, 'now'>, times: Partial<ListeningTimes> = {}) {
    this.#store = store;
    this.#families = new Families(store);
    this.#arriving = new ArrivalNote(store);
    this.#clock = clock;
    this.#times = times;
  }

  async read(stream: StreamName): Promise<StreamSlice> {
    let end = STREAM_START;
    const events: RecordedEvent[] = [];
    for await (const message of this.#store.stream(stream)) {
      const stored = storedOf(message);
      end = following(end, stored);
      events.push(recordedFrom(message, stored));
    }
    if (end.version > 0) this.#heads.saw(stream, end);
    return { events, end: endAt(end) };
  }

  async append(stream: StreamName, expected: ExpectedEnd, events: readonly EventToAppend[]): Promise<AppendOutcome> {
    await this.#arriving.refuse();
    const end = startOf(expected);
    const rows = chain(stream, end, events, this.#clock.now());
    // The server compares versions only; a head that was not seen with this version is compared here, before.
    const seen = this.#heads.at(stream, end.version);
    if (rows.length === 0 || seen === undefined || !isSameEnd(seen, end)) {
      const now = await this.#endOf(stream);
      if (!isSameEnd(now, end)) return { outcome: 'conflict', end: endAt(now) };
      if (rows.length === 0) return { outcome: 'appended', end };
      if (end.version === 0) await this.#begin(stream);
    }
    return this.#appendRows(stream, end, rows);
  }

  async *readAll(from: Position, streamPrefix = ''): AsyncGenerator<RecordedEvent, void> {
    const verifying = new Verifying(this.#store);
    // Streams are read one by one, and what comes meanwhile is seen of some and not of others: it is for the next reading.
    const end = await this.#store.end();
    // From where somebody has read to, the log itself is read: little lies behind that.
    if (from === BEGINNING && isFamily(streamPrefix)) {
      for (const message of await this.#ofFamily(streamPrefix))
        if (message.position <= end) yield await verifying.recorded(message);
      return;
    }
    for (let after = from; after < end; ) {
      const page = await this.#store.pageBehind(after, eventStreams(streamPrefix));
      for (const message of page) {
        if (message.position > end) return;
        yield await verifying.recorded(message);
      }
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.position;
    }
  }

  async *subscribe(from: Position, signal: AbortSignal, streamPrefix = ''): AsyncGenerator<RecordedEvent, void> {
    const verifying = new Verifying(this.#store);
    for await (const message of listening(this.#store, eventStreams(streamPrefix), from, signal, this.#times)) {
      const event = await verifying.recorded(message);
      if (signal.aborted) return;
      yield event;
    }
  }

  /**
   * Brings in the whole of a stream that another log holds, as it is stored there: versions, ids, times and hashes stay.
   * What lies here already is compared, so that it can be called again after it was cut. Rejects with
   * {@link AlteredHistory} where the stream does not follow, or is not the one that lies here.
   */
  async bringIn(stream: StreamName, stored: readonly StoredEnvelope[]): Promise<void> {
    let end = STREAM_START;
    const heads = [end.head];
    for (const event of stored) {
      end = following(end, event);
      heads.push(end.head);
    }
    // Twice: what a call that was cut had under way may have come in between.
    if (await this.#broughtIn(stream, stored, heads)) return;
    if (await this.#broughtIn(stream, stored, heads)) return;
    throw otherHere(stream);
  }

  /** False where something came in between. */
  async #broughtIn(stream: StreamName, stored: readonly StoredEnvelope[], heads: readonly string[]): Promise<boolean> {
    let here = await this.#endOf(stream);
    if (heads[here.version] !== here.head) throw otherHere(stream);
    if (here.version === 0) await this.#begin(stream);
    for (const batch of batches(stored.slice(here.version))) {
      const { outcome, end } = await this.#appendRows(stream, here, batch);
      if (outcome === 'conflict') return false;
      here = end;
    }
    return true;
  }

  async #appendRows(stream: StreamName, end: StreamEnd, rows: readonly StoredEvent[]): Promise<AppendOutcome> {
    const expected = end.version === 0 ? NO_SUCH_STREAM : BigInt(end.version - 1);
    const outcome = await this.#store.append(stream, expected, rows.map(messageFor));
    if (outcome === 'conflict') return { outcome, end: endAt(await this.#endOf(stream)) };
    const last = rows.at(-1);
    const now = last === undefined ? end : { version: last.version, head: last.hash };
    this.#heads.saw(stream, now);
    return { outcome, end: now };
  }

  /** What must stand before a stream's first event: that it is listed, and that its events can be removed by no user of ours. */
  async #begin(stream: StreamName): Promise<void> {
    await Promise.all([this.#families.list(stream), this.#store.giveMetadata(stream, SHIELD)]);
  }

  async #endOf(stream: StreamName): Promise<StreamEnd> {
    const last = await this.#store.last(stream);
    if (last === undefined) return STREAM_START;
    const { version, hash: head } = storedOf(last);
    this.#heads.saw(stream, { version, head });
    return { version, head };
  }

  async #ofFamily(family: string): Promise<readonly Message[]> {
    const messages: Message[] = [];
    await each(await this.#families.streamsOf(family), async (stream) => {
      for await (const message of this.#store.stream(stream)) messages.push(message);
    });
    return messages.sort((a, b) => (a.position < b.position ? -1 : 1));
  }
}

const otherHere = (stream: string): AlteredHistory =>
  new AlteredHistory(`stream ${stream}, version 1 was altered, or an event before it: another lies here`);
