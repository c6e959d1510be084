import { randomUUID } from 'node:crypto';
import { binaryEvent, type EventData, NO_STREAM } from '@eventstore/db-client';
import type { SealedItem } from '../../../application/ports/moving-house.ts';
import type { MasterKey } from '../../shared/sealing/master-key-ring.ts';
import { rewrapNoticeRecord } from '../../shared/sealing/sealed-notice-record.ts';
import type { SealedPayload } from '../../shared/sealing/sealed-payload.ts';
import { rewrap } from '../../shared/sealing/sealed-secret.ts';
import { StreamGone } from './calls.ts';
import type { EventStore } from './event-store.ts';
import type { Message } from './message.ts';
import { ownIdOf, ownStream, ownStreams } from './names.ts';
import { each } from './several.ts';

const SEALED = 'sealed';

/** What is sealed, each in a stream of its own. */
export type SealedKind = SealedItem['kind'];

/** How each is wrapped with another master key, under the id that it is sealed to. */
const REWRAPS: Readonly<Record<SealedKind, typeof rewrap>> = {
  secret: rewrap,
  notice: rewrapNoticeRecord,
  roster: (id, payload, from, to) => rewrapNoticeRecord(`roster/${id}`, payload, from, to),
};

const KINDS = Object.keys(REWRAPS) as readonly SealedKind[];

/** A payload, and where it lies in its stream. */
interface Found extends SealedPayload {
  readonly revision: number;
}

/**
 * Sealed payloads, each in a stream of its own that is deleted with it. A stream holds the same content once more for
 * each master key that it was wrapped with while both might still count; the newest that opens is the one.
 */
export class SealedStreams {
  readonly #store: EventStore;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** `taken` if there is one, or was. */
  async keep(kind: SealedKind, id: string, payload: SealedPayload): Promise<'kept' | 'taken'> {
    const outcome = await this.#unlessGone(() =>
      this.#store.append(ownStream(kind, id), NO_STREAM, [eventOf(payload)]),
    );
    return outcome === 'appended' ? 'kept' : 'taken';
  }

  /** The same content once more, under another master key. */
  async add(kind: SealedKind, id: string, payload: SealedPayload): Promise<void> {
    await this.#unlessGone(() => this.#store.append(ownStream(kind, id), 'any', [eventOf(payload)]));
  }

  /** In place of whatever is there, which is shown no longer. */
  async replace(kind: SealedKind, id: string, payload: SealedPayload): Promise<void> {
    const stream = ownStream(kind, id);
    for (;;) {
      const last = await this.#store.last(stream);
      const expected = last === undefined ? NO_STREAM : BigInt(last.revision);
      if ((await this.#store.append(stream, expected, [eventOf(payload)])) === 'conflict') continue;
      if (last !== undefined) await this.#store.truncate(stream, last.revision + 1);
      return;
    }
  }

  /** The newest first; none if it was never kept, or is destroyed. */
  async read(kind: SealedKind, id: string): Promise<readonly Found[]> {
    return (await this.#unlessGone(() => this.#store.page(ownStream(kind, id), 0)))?.map(payloadOf).reverse() ?? [];
  }

  async destroy(kind: SealedKind, id: string): Promise<void> {
    if ((await this.read(kind, id)).length > 0) await this.#store.tombstone(ownStream(kind, id));
  }

  /**
   * Adds to each stream, of whatever kind, its newest content wrapped with the second key, unless it has that already.
   * What does not open today opens on no other day: it must not stand in the way of the others. Returns how many
   * secrets are wrapped with the second key then.
   */
  async wrapAll(from: MasterKey, to: MasterKey): Promise<number> {
    let secrets = 0;
    await this.#eachStream(async (kind, id) => {
      const isWrapped = await this.#wrap(kind, id, from, to);
      if (isWrapped && kind === 'secret') secrets += 1;
    });
    return secrets;
  }

  /** Of what is wrapped with this key, what was there before is shown no longer. */
  async forgetOlderThan(key: MasterKey): Promise<void> {
    await this.#eachStream(async (kind, id) => {
      const found = await this.read(kind, id);
      const wrapped = found.find(({ keyId }) => keyId === key.id);
      if (wrapped !== undefined && found.some(({ revision }) => revision < wrapped.revision))
        await this.#store.truncate(ownStream(kind, id), wrapped.revision);
    });
  }

  /** Whether the key opens it, as far as can be told without looking at its content. */
  opens(kind: SealedKind, id: string, payload: SealedPayload, key: MasterKey): boolean {
    return REWRAPS[kind](id, payload, key, key) !== undefined;
  }

  /** How many streams hold something sealed. */
  async count(): Promise<number> {
    let count = 0;
    await this.#eachStream(async (kind, id) => {
      if ((await this.read(kind, id)).length > 0) count += 1;
    });
    return count;
  }

  async #wrap(kind: SealedKind, id: string, from: MasterKey, to: MasterKey): Promise<boolean> {
    for (;;) {
      const found = await this.read(kind, id);
      if (found.some(({ keyId }) => keyId === to.id)) return true;
      const [newest] = found;
      const current = found.find(({ keyId }) => keyId === from.id);
      const again = current && REWRAPS[kind](id, current, from, to);
      if (newest === undefined || again === undefined) return false;
      const at = BigInt(newest.revision);
      const outcome = await this.#unlessGone(() => this.#store.append(ownStream(kind, id), at, [eventOf(again)]));
      if (outcome === undefined) return false;
    }
  }

  async #eachStream(work: (kind: SealedKind, id: string) => Promise<void>): Promise<void> {
    const streams = await this.#store.streamNames(KINDS.map(ownStreams));
    await each(streams, async (stream) => {
      const kind = KINDS.find((one) => stream.startsWith(ownStreams(one)));
      if (kind !== undefined) await work(kind, ownIdOf(kind, stream));
    });
  }

  async #unlessGone<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StreamGone) return undefined;
      throw error;
    }
  }
}

const eventOf = ({ keyId, wrappedKey, commitment, sealed }: SealedPayload): EventData => {
  const texts = { keyId, wrappedKey: base64(wrappedKey), commitment: base64(commitment), sealed: base64(sealed) };
  return binaryEvent({ id: randomUUID(), type: SEALED, data: Buffer.from(JSON.stringify(texts), 'utf8') });
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** What is no such payload opens with no key. */
const payloadOf = ({ revision, data }: Message): Found => {
  const texts = JSON.parse(Buffer.from(data).toString('utf8')) as Record<keyof SealedPayload, string>;
  const bytes = (name: keyof SealedPayload): Uint8Array => Buffer.from(String(texts[name]), 'base64');
  return {
    ...{ revision, keyId: String(texts.keyId), wrappedKey: bytes('wrappedKey') },
    ...{ commitment: bytes('commitment'), sealed: bytes('sealed') },
  };
};
