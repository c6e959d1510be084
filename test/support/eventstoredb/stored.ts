/**
 * What the double takes from where. `docs`: the server's documentation, in the server's repository under `docs/`;
 * `server`: its source there, under `src/EventStore.Core/`; `client`: `node_modules/@eventstore/db-client/dist/`.
 */

/** An event as it lies in the log. */
export interface Stored {
  readonly stream: string;
  /** Counted from 0 within its stream. */
  readonly revision: number;
  /**
   * Where its record begins in the log, in bytes. Of a write without an explicit transaction, the only kind there is
   * over gRPC, commit and prepare position are the same (server: Services/Storage/ReaderIndex/AllReader.cs).
   */
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export type Proposed = Pick<Stored, 'id' | 'type' | 'json' | 'data' | 'metadata'>;

/** Where a writer expects a stream to end (docs: server/features/streams.md; client: constants.js). */
export type Expected = 'any' | 'no stream' | 'stream exists' | number;

/** `current` is the last revision of the stream, -1 where there is none. */
export type Refused = { readonly kind: 'wrong version'; readonly current: number } | { readonly kind: 'deleted' };

export type Written = { readonly kind: 'written'; readonly revision: number; readonly position: number } | Refused;

/** What a stream's readers see. */
export type View =
  | { readonly kind: 'events'; readonly events: readonly Stored[] }
  | { readonly kind: 'not found' }
  | { readonly kind: 'deleted' };

/** Fields of a stream's metadata that the server acts on (docs: server/features/streams.md, reserved words). */
export interface StreamMetadata {
  readonly $tb?: number;
  readonly $acl?: Readonly<Record<string, string | readonly string[]>>;
}

/** Metadata of `orders` are the events of `$$orders`, the last of which counts (client: streams/utils/systemStreams.js). */
export const metastreamOf = (stream: string): string => `$$${stream}`;

export const isMetastream = (stream: string): boolean => stream.startsWith('$$');

export const originalOf = (metastream: string): string => metastream.slice(2);

/** server: Data/Event.cs, `SizeOnDisk`. */
export const sizeOf = ({ type, data, metadata }: Proposed): number => data.length + metadata.length + type.length * 2;
