import type { StoredEnvelope, StoredHistory } from '../../../application/ports/stored-history.ts';
import type { InMemoryEventLog } from './event-log.ts';

export class InMemoryStoredHistory implements StoredHistory {
  readonly #log: Pick<InMemoryEventLog, 'stored' | 'storedOf'>;

  constructor(log: Pick<InMemoryEventLog, 'stored' | 'storedOf'>) {
    this.#log = log;
  }

  async *read(streamPrefix: string): AsyncGenerator<StoredEnvelope, void> {
    const found = this.#log.stored.filter(({ stream }) => stream.startsWith(streamPrefix));
    yield* found.sort((a, b) => (a.stream === b.stream ? a.version - b.version : a.stream < b.stream ? -1 : 1));
  }

  async *readStream(stream: string): AsyncGenerator<StoredEnvelope, void> {
    yield* this.#log.storedOf(stream);
  }
}
