import type { RecordedEvent, StreamEnd } from '../../../application/ports/event-log.ts';
import { following, STREAM_START } from '../../shared/event-codec/chain.ts';
import type { EventStore } from './event-store.ts';
import { type Message, recordedFrom, storedOf } from './message.ts';

/** As many streams' ends are remembered. */
const REMEMBERED = 10_000;

/**
 * Ends of streams that were seen in the store, the latest of each. History only grows: a version that once had a head
 * has it for ever, or the chain is broken and the next reading finds it.
 */
export class Heads {
  readonly #ends = new Map<string, StreamEnd>();

  at(stream: string, version: number): StreamEnd | undefined {
    const end = this.#ends.get(stream);
    return end?.version === version ? end : undefined;
  }

  saw(stream: string, end: StreamEnd): void {
    this.#ends.delete(stream);
    this.#ends.set(stream, end);
    if (this.#ends.size <= REMEMBERED) return;
    for (const oldest of this.#ends.keys()) {
      this.#ends.delete(oldest);
      return;
    }
  }
}

/** Verifies events of many streams as they come, each stream's in order, and reads the one before where it has not seen it. */
export class Verifying {
  readonly #store: EventStore;
  readonly #heads = new Heads();

  constructor(store: EventStore) {
    this.#store = store;
  }

  async recorded(message: Message): Promise<RecordedEvent> {
    const { stream, revision } = message;
    const stored = storedOf(message);
    const before =
      revision === 0 ? STREAM_START : (this.#heads.at(stream, revision) ?? (await this.#endBefore(stream, revision)));
    this.#heads.saw(stream, following(before, stored));
    return recordedFrom(message, stored);
  }

  async #endBefore(stream: string, revision: number): Promise<StreamEnd> {
    const [before] = await this.#store.page(stream, revision - 1, 1);
    if (before === undefined || before.revision !== revision - 1) return STREAM_START;
    const { version, hash: head } = storedOf(before);
    return { version, head };
  }
}
