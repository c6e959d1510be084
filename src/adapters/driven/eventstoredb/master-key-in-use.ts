import { randomUUID } from 'node:crypto';
import { binaryEvent, NO_STREAM } from '@eventstore/db-client';
import { type MasterKey, type MasterKeyRing, MasterKeyUnavailable } from '../../shared/sealing/master-key-ring.ts';
import type { EventStore } from './event-store.ts';
import { ownStream } from './names.ts';
import { pause } from './patience.ts';

const STREAM = ownStream('masterKey', 'inUse');

/** Milliseconds in which whoever has begun a rotation makes its key, or does not come back. */
const MAKING_A_KEY = 2_000;

/** Ids of master keys. */
interface State {
  /** What is new is sealed with this one. */
  readonly inUse: string;
  /** What a rotation that was begun wraps everything with; `'to be made'` before there is one. */
  readonly next: string | null;
  /** What the one in use took the place of, as long as not everything is known to be wrapped anew. */
  readonly previous: string | null;
}

const TO_BE_MADE = 'to be made';

interface Noted extends State {
  readonly revision: number;
}

/** What a rotation does to everything that is sealed (see SealedStreams). */
export interface Wrapping {
  wrapAll(from: MasterKey, to: MasterKey): Promise<number>;
  forgetOlderThan(key: MasterKey): Promise<void>;
}

/**
 * Which master key everything is sealed with, noted in the store. There is no transaction over streams, so a rotation is a
 * row of steps, and one that was cut is gone on with by the next. Until the new key is noted as the one in use, all that
 * is sealed stays there under the old one too; after it, whoever kept something meanwhile seals it again, and the old
 * key is let go only when all was looked at once more.
 */
export class MasterKeyInUse {
  readonly #store: EventStore;
  readonly #keys: MasterKeyRing;
  readonly #wrapping: Wrapping;
  #isSettled = false;

  constructor(store: EventStore, keys: MasterKeyRing, wrapping: Wrapping) {
    this.#store = store;
    this.#keys = keys;
    this.#wrapping = wrapping;
  }

  withId(id: string): MasterKey | undefined {
    return this.#keys.withId(id);
  }

  /** The key in use; the first one, if there is none yet. */
  async key(): Promise<MasterKey> {
    return this.#keyOf((await this.#state()).inUse);
  }

  /** Notes this key as the one in use where none is noted. Rejects with {@link MasterKeyUnavailable} where another is. */
  async use(id: string): Promise<MasterKey> {
    const key = this.#keyOf(id);
    if ((await this.#noted()) === undefined)
      await this.#store.append(STREAM, NO_STREAM, [eventOf({ inUse: id, next: null, previous: null })]);
    const { inUse } = await this.#state();
    if (inUse !== id) throw new MasterKeyUnavailable(`${this.#store.place} is sealed with the master key ${inUse}`);
    return key;
  }

  /** Rejects with {@link MasterKeyUnavailable} if the store notes a key that is not there. */
  async check(): Promise<void> {
    const noted = await this.#noted();
    if (noted !== undefined) this.#keyOf(noted.inUse);
  }

  /** Seals with the key in use, and once more if another came into use before it was written. */
  async sealing(seal: (key: MasterKey, isAgain: boolean) => Promise<void>): Promise<void> {
    await this.settle();
    let key = await this.key();
    for (let isAgain = false; ; isAgain = true) {
      await seal(key, isAgain);
      const now = await this.key();
      if (now.id === key.id) return;
      key = now;
    }
  }

  /** Finishes a rotation that was cut after its key came into use. One that was cut before is left to the next. */
  async settle(): Promise<void> {
    if (this.#isSettled) return;
    const state = await this.#noted();
    if (state !== undefined && state.next === null) {
      if (state.previous === null) this.#keys.settle(state.inUse);
      else await this.#finish(state, state.previous);
    }
    this.#isSettled = true;
  }

  /** Rejects with {@link MasterKeyUnavailable} where another rotation came in between. */
  async rotate(): Promise<number> {
    this.#isSettled = false;
    await this.settle();
    const begun = await this.#begin();
    const [from, to] = [this.#keyOf(begun.inUse), this.#keyOf(begun.next)];
    await this.#wrapping.wrapAll(from, to);
    this.#keyOf(to.id);
    const noted = await this.#note({ inUse: to.id, next: null, previous: from.id }, begun.revision);
    return this.#finish(noted, from.id);
  }

  async #begin(): Promise<Noted & { readonly next: string }> {
    let state = await this.#state();
    if (state.next === TO_BE_MADE) {
      await pause(MAKING_A_KEY);
      state = await this.#state();
    }
    const { inUse, next } = state;
    // Of a key that is lost, nothing has come into use.
    if (next !== null && this.#keys.withId(next) !== undefined) return { ...state, next };
    // Before a key is made: making one takes the place of one that another rotation made.
    const claimed = await this.#note({ inUse, next: TO_BE_MADE, previous: null }, state.revision);
    const { id } = this.#keys.makeNext();
    const noted = await this.#note({ inUse, next: id, previous: null }, claimed.revision);
    return { ...noted, next: id };
  }

  async #finish(state: Noted, previous: string): Promise<number> {
    const [from, to] = [this.#keys.withId(previous), this.#keyOf(state.inUse)];
    // Without the old key nothing is left to be wrapped: whoever let it go had looked.
    const wrapped = from === undefined ? 0 : await this.#wrapping.wrapAll(from, to);
    this.#keys.settle(to.id);
    await this.#wrapping.forgetOlderThan(to);
    await this.#note({ inUse: to.id, next: null, previous: null }, state.revision);
    this.#isSettled = true;
    return wrapped;
  }

  /** The first key is made with the first note. */
  async #state(): Promise<Noted> {
    const noted = await this.#noted();
    if (noted !== undefined) return noted;
    const first = this.#keys.current();
    const state: State = { inUse: first.id, next: null, previous: null };
    if ((await this.#store.append(STREAM, NO_STREAM, [eventOf(state)])) === 'appended')
      return { ...state, revision: 0 };
    return this.#state();
  }

  async #noted(): Promise<Noted | undefined> {
    const last = await this.#store.last(STREAM);
    return last && { ...(JSON.parse(Buffer.from(last.data).toString('utf8')) as State), revision: last.revision };
  }

  async #note(state: State, revision: number): Promise<Noted> {
    if ((await this.#store.append(STREAM, BigInt(revision), [eventOf(state)])) === 'appended')
      return { ...state, revision: revision + 1 };
    throw new MasterKeyUnavailable('another rotation of the master key came in between: try again when it has ended');
  }

  #keyOf(id: string): MasterKey {
    const key = this.#keys.withId(id);
    if (key === undefined) throw new MasterKeyUnavailable(`${this.#store.place} is sealed with the master key ${id}`);
    return key;
  }
}

const eventOf = (state: State) =>
  binaryEvent({ id: randomUUID(), type: 'master-key', data: Buffer.from(JSON.stringify(state), 'utf8') });
