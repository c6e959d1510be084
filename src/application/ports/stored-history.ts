/**
 * An event exactly as every log stores it, texts all of it, unread: evidence must show what is there, whatever that is.
 * The log's docs say what the hash is made of.
 */
export interface StoredEnvelope {
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  readonly changeId: string;
  readonly causationId: string | null;
  readonly requestId: string | null;
  readonly actorId: string;
  /** The stored type, such as `backup-run.night-claimed.v1`. */
  readonly type: string;
  /** Both times: instants, ISO 8601 in UTC, with as many decimals as there are (nine at most). */
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly previousHash: string;
  /** RFC 8785 canonical JSON of `{ data, metadata }`; the metadata of this format is `{}`. */
  readonly payload: string;
  readonly hash: string;
}

/** The log's rows, for reading only; nothing about them is verified. */
export interface StoredHistory {
  /** Of streams whose name begins with the prefix, by name (in the order of code units) and then version. */
  read(streamPrefix: string): AsyncIterable<StoredEnvelope>;
  /** Of one stream, by version; none if there is no such stream. */
  readStream(stream: string): AsyncIterable<StoredEnvelope>;
}
