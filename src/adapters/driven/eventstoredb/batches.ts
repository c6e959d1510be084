import type { StoredEvent } from '../../shared/event-codec/chain.ts';

/** Bytes of one append when streams are brought in; the server takes a megabyte, unless it is told otherwise. */
const BATCH_BYTES = 500_000;

/** More than the fields of an event take beside its payload. */
const ENVELOPE_BYTES = 1_000;

/** In order, each as large as one append may be; a larger event is a batch of its own. */
export function* batches(events: readonly StoredEvent[]): Generator<readonly StoredEvent[], void> {
  let batch: StoredEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = ENVELOPE_BYTES + Buffer.byteLength(event.payload);
    if (batch.length > 0 && bytes + size > BATCH_BYTES) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(event);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
