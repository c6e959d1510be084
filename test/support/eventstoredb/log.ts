import { randomUUID } from 'node:crypto';
import { visibleFrom } from './scavenge.ts';
import {
  type Expected,
  isMetastream,
  metastreamOf,
  originalOf,
  type Proposed,
  type Refused,
  type Stored,
  type StreamMetadata,
  sizeOf,
  type View,
  type Written,
} from './stored.ts';

/** `$tb` of a deleted stream, the largest 64-bit integer (docs: server/features/streams.md, soft delete). */
const DELETED = '{"$tb":9223372036854775807}';
const NO_BYTES = new Uint8Array();

interface Stream {
  events: Stored[];
  /** Last revision ever given, also where its event is gone. */
  last: number;
  tombstoned: boolean;
}

/** The log in memory: streams, their metadata, deletion, and who waits for the next event. */
export class Log {
  /** Everything on the disk, in order. Deleted events stay until they are scavenged. */
  records: Stored[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #metadata = new Map<string, StreamMetadata>();
  readonly #waiting = new Set<() => void>();
  readonly #dedupe: boolean;
  /** Where a record begins, or began before it was scavenged. */
  readonly #beginnings = new Set<number>();
  #end = 0;

  /** @param dedupe whether an append that is there already is answered as if it had been written now */
  constructor(dedupe: boolean) {
    this.#dedupe = dedupe;
  }

  /** All or none. */
  append(stream: string, expected: Expected, events: readonly Proposed[]): Written {
    const refused = this.#check(stream, expected, events);
    if (refused !== undefined) return refused;
    const softDeleted = this.#softDeleted(stream);
    const undeletes = isMetastream(stream) && this.#softDeleted(originalOf(stream));
    const first = this.#lastOf(stream) + 1;
    const written = this.#write(stream, events);
    // server: Services/Storage/StorageWriterService.cs. A stream that was deleted goes on from the revision after its
    // last, and what was there before stays hidden; the rest of its metadata, ACL included, was lost when it was deleted.
    if (softDeleted) this.#writeMetadata(stream, { ...this.metadataOf(stream), $tb: first });
    if (undeletes)
      this.#writeMetadata(originalOf(stream), {
        ...this.metadataOf(originalOf(stream)),
        $tb: this.#lastOf(originalOf(stream)) + 1,
      });
    return written;
  }

  /**
   * Soft delete: one `$metadata` event that holds `$tb` and nothing else, so that the stream's ACL is gone with it
   * (server: Services/Storage/StorageWriterService.cs, `WriteDelete`).
   */
  remove(stream: string, expected: Expected): Written {
    const refused = this.#check(stream, expected, []);
    if (refused !== undefined) return refused;
    if (this.#lastOf(stream) < 0 && this.#lastOf(metastreamOf(stream)) < 0)
      return { kind: 'wrong version', current: -1 };
    return this.#write(metastreamOf(stream), [metadataEvent(DELETED)]);
  }

  /** Hard delete: a last event, `$streamDeleted`, after which there is no further (docs: server/features/streams.md). */
  tombstone(stream: string, expected: Expected): Written {
    const refused = this.#check(stream, expected, []);
    if (refused !== undefined) return refused;
    const event = { id: randomUUID(), type: '$streamDeleted', json: false, data: NO_BYTES, metadata: NO_BYTES };
    const written = this.#write(stream, [event]);
    this.#of(stream).tombstoned = true;
    return written;
  }

  view(stream: string): View {
    const found = this.#streams.get(stream);
    if (found === undefined) return { kind: 'not found' };
    if (found.tombstoned) return { kind: 'deleted' };
    if (this.#softDeleted(stream)) return { kind: 'not found' };
    const from = visibleFrom(this.metadataOf(stream));
    return {
      kind: 'events',
      events: from === 0 ? found.events : found.events.filter((event) => event.revision >= from),
    };
  }

  metadataOf(stream: string): StreamMetadata {
    return this.#metadata.get(stream) ?? {};
  }

  /** Events that lie on the disk, deleted or not. */
  onDisk(stream: string): readonly Stored[] {
    return this.#streams.get(stream)?.events ?? [];
  }

  streamNames(): readonly string[] {
    return [...this.#streams.keys()];
  }

  isTombstoned(stream: string): boolean {
    return this.#streams.get(stream)?.tombstoned ?? false;
  }

  /** Where the next event will begin. */
  get end(): number {
    return this.#end;
  }

  /** Whether the log can be read from there: elsewhere the server would take any bytes for a record's length. */
  isPosition(position: number): boolean {
    return position === this.#end || this.#beginnings.has(position);
  }

  /** The index in {@link records} of the first event at or after a position. */
  indexFrom(position: number): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.records[middle]?.position ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes from the disk all but these. */
  keep(kept: (event: Stored) => boolean): void {
    this.records = this.records.filter(kept);
    for (const stream of this.#streams.values()) stream.events = stream.events.filter(kept);
  }

  /** Called after each write, until it is ended. */
  onWrite(wake: () => void): () => void {
    this.#waiting.add(wake);
    return () => this.#waiting.delete(wake);
  }

  /**
   * server: Services/Storage/ReaderIndex/IndexWriter.cs, `CheckCommit`. `no stream` holds for a stream that was deleted;
   * `stream exists` holds for one with metadata only, and says of a deleted one that it is deleted.
   */
  #check(stream: string, expected: Expected, events: readonly Proposed[]): Refused | Written | undefined {
    const current = this.#lastOf(stream);
    const wrong: Refused = { kind: 'wrong version', current };
    if (this.isTombstoned(stream)) return { kind: 'deleted' };
    if (expected === 'stream exists') {
      if (this.#softDeleted(stream)) return { kind: 'deleted' };
      if (current < 0 && this.#lastOf(metastreamOf(stream)) < 0) return wrong;
    }
    const before = typeof expected === 'number' ? expected : expected === 'no stream' ? -1 : undefined;
    if (this.#dedupe) {
      const repeated = this.#alreadyThere(stream, before, events);
      if (repeated === 'in part') return wrong;
      if (repeated !== undefined) return repeated;
    }
    if (before === undefined || before === current) return undefined;
    return expected === 'no stream' && this.#softDeleted(stream) ? undefined : wrong;
  }

  /** Best effort in the server as well: it looks at recent events only, for `any` (docs: http-api, idempotence). */
  #alreadyThere(
    stream: string,
    before: number | undefined,
    events: readonly Proposed[],
  ): Written | 'in part' | undefined {
    const [head] = events;
    if (head === undefined) return undefined;
    const stored = this.onDisk(stream);
    const start = stored.findIndex(
      ({ id, revision }) => id === head.id && (before === undefined || revision === before + 1),
    );
    if (start < 0) return undefined;
    const same = events.every(({ id }, index) => stored[start + index]?.id === id);
    const last = stored[start + events.length - 1];
    return same && last !== undefined
      ? { kind: 'written', revision: last.revision, position: last.position }
      : 'in part';
  }

  #write(name: string, events: readonly Proposed[]): Written {
    const stream = this.#of(name);
    let position = this.#end;
    for (const event of events) {
      position = this.#end;
      this.#beginnings.add(position);
      stream.last += 1;
      const stored: Stored = { ...event, stream: name, revision: stream.last, position, createdAt: Date.now() };
      stream.events.push(stored);
      this.records.push(stored);
      this.#end += sizeOf(event) + 100;
    }
    const last = events.at(-1);
    if (isMetastream(name) && last !== undefined) this.#metadata.set(originalOf(name), parsed(last.data));
    for (const wake of this.#waiting) wake();
    return { kind: 'written', revision: stream.last, position };
  }

  #writeMetadata(stream: string, metadata: StreamMetadata): void {
    this.#write(metastreamOf(stream), [metadataEvent(JSON.stringify(metadata))]);
  }

  #of(name: string): Stream {
    const found = this.#streams.get(name) ?? { events: [], last: -1, tombstoned: false };
    this.#streams.set(name, found);
    return found;
  }

  #lastOf(stream: string): number {
    return this.#streams.get(stream)?.last ?? -1;
  }

  #softDeleted(stream: string): boolean {
    return visibleFrom(this.metadataOf(stream)) >= Number.MAX_SAFE_INTEGER;
  }
}

const metadataEvent = (json: string): Proposed => ({
  id: randomUUID(),
  type: '$metadata',
  json: true,
  data: Buffer.from(json),
  metadata: NO_BYTES,
});

/** Metadata that cannot be read count as none. */
const parsed = (data: Uint8Array): StreamMetadata => {
  try {
    return JSON.parse(Buffer.from(data).toString('utf8')) as StreamMetadata;
  } catch {
    return {};
  }
};
