import { AlteredHistory } from '../../../application/ports/event-log.ts';
import type { Arrival, CountedAttempts, NewHouse, SealedItem } from '../../../application/ports/moving-house.ts';
import type { StoredEnvelope } from '../../../application/ports/stored-history.ts';
import type { StreamName } from '../../../application/stream-names.ts';
import type { MasterKey, MasterKeyRing } from '../../shared/sealing/master-key-ring.ts';
import { ArrivalNote } from './arrival-note.ts';
import { EventStoreAttemptLimits } from './attempt-limits.ts';
import type { EventStoreEventLog } from './event-log.ts';
import type { EventStore } from './event-store.ts';
import { MasterKeyInUse } from './master-key-in-use.ts';
import { listNotice } from './notice-records.ts';
import { SealedStreams } from './sealed-streams.ts';

/** A cluster as one moves into it. */
export class EventStoreNewHouse implements NewHouse {
  readonly place: string;
  readonly #store: EventStore;
  readonly #log: EventStoreEventLog;
  readonly #note: ArrivalNote;
  readonly #limits: EventStoreAttemptLimits;
  readonly #sealed: SealedStreams;
  readonly #masterKey: MasterKeyInUse;
  #key: MasterKey | undefined;

  constructor(store: EventStore, log: EventStoreEventLog, keys: MasterKeyRing) {
    this.place = store.place;
    this.#store = store;
    this.#log = log;
    this.#note = new ArrivalNote(store);
    this.#limits = new EventStoreAttemptLimits(store);
    this.#sealed = new SealedStreams(store);
    this.#masterKey = new MasterKeyInUse(store, keys, this.#sealed);
  }

  async arrival(): Promise<Arrival> {
    const noted = await this.#note.noted();
    if (noted !== undefined) return noted;
    if ((await this.#store.pageBehind(0n, 'all')).length === 0) return { status: 'empty' };
    // What lies there may be the note of a call that was cut, come in between.
    return (await this.#note.noted()) ?? { status: 'in use' };
  }

  begin(moveId: string): Promise<boolean> {
    return this.#note.begin(moveId);
  }

  end(moveId: string, how: 'arrived' | 'given up'): Promise<boolean> {
    return this.#note.end(moveId, how);
  }

  async useMasterKey(keyId: string): Promise<void> {
    this.#key = await this.#masterKey.use(keyId);
  }

  async bringInSealed({ kind, id, ...payload }: SealedItem): Promise<boolean> {
    const here = await this.sealedItem(kind, id);
    if (here === undefined) {
      if (kind === 'notice') await listNotice(this.#store, id);
      // Taken: what a call that was cut had under way has come in between, and is looked at when all is verified.
      await this.#sealed.keep(kind, id, payload);
    } else if (!isSame(here, { kind, id, ...payload }))
      throw new AlteredHistory(`stream ${kind} ${id}, version 1 was altered, or an event before it: another lies here`);
    return this.#key !== undefined && this.#sealed.opens(kind, id, payload, this.#key);
  }

  async sealedItem(kind: SealedItem['kind'], id: string): Promise<SealedItem | undefined> {
    const [newest] = await this.#sealed.read(kind, id);
    if (newest === undefined) return undefined;
    const { keyId, wrappedKey, commitment, sealed } = newest;
    return { kind, id, keyId, wrappedKey, commitment, sealed };
  }

  countSealed(): Promise<number> {
    return this.#sealed.count();
  }

  bringInCount(period: string, { key, count }: CountedAttempts): Promise<void> {
    return this.#limits.bringIn(key, period, count);
  }

  bringInStream(stream: string, events: readonly StoredEnvelope[]): Promise<void> {
    return this.#log.bringIn(stream as StreamName, events);
  }
}

const isSame = (a: SealedItem, b: SealedItem): boolean =>
  a.keyId === b.keyId &&
  (['wrappedKey', 'commitment', 'sealed'] as const).every((part) => Buffer.from(a[part]).equals(Buffer.from(b[part])));
