/** An event exactly as it is stored, unread: for evidence, which must show what is there, whatever that is. */
export interface StoredEnvelope {
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  readonly changeId: string;
  readonly causationId: string | null;
  readonly requestId: string | null;
  readonly actorId: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly previousHash: string;
  readonly payload: string;
  readonly hash: string;
}

/** The log's rows, for reading only; nothing about them is verified. */
export interface StoredHistory {
  /** Of streams whose name begins with the prefix, by name (in the order of code units) and then version. */
  read(streamPrefix: string): AsyncIterable<StoredEnvelope>;
}
