import { hash } from 'node:crypto';

/**
 * An event as it is stored and exported, and what its hash vouches for. Written a second time here on purpose: the
 * verifier must not share a mistake with the code that wrote what it verifies.
 */
export interface Envelope {
  readonly actorId: string;
  readonly causationId: string | null;
  readonly changeId: string;
  readonly eventId: string;
  readonly hash: string;
  readonly occurredAt: string;
  readonly payload: string;
  readonly previousHash: string;
  readonly recordedAt: string;
  readonly requestId: string | null;
  readonly stream: string;
  readonly type: string;
  readonly version: number;
}

/** The label of the format of the hash, which is its first text. */
const FORMAT = 'planning-backup/event/v1';

/** What the first event of a stream names as its predecessor. */
export const NOTHING_BEFORE = '0'.repeat(64);

const LENGTH_BYTES = 8;
const MOST_BYTES_A_UNIT = 3;

/** Written to again for every event: a verifier of many makes no garbage of it. */
let scratch = Buffer.alloc(16_384);

/**
 * SHA-256 in lower-case hex over, for each text, its length in bytes (8 bytes, big-endian) and its UTF-8; for null
 * eight bytes 0xff. Law: no text has half of a surrogate pair, which has no UTF-8.
 */
export const hashOfEnvelope = (event: Envelope): string => {
  const { stream, eventId, changeId, causationId, requestId, actorId, type } = event;
  const { version, occurredAt, recordedAt, previousHash, payload } = event;
  const ids = [FORMAT, stream, eventId, changeId, causationId, requestId, actorId, type, String(version)];
  const texts = [...ids, occurredAt, recordedAt, previousHash, payload];
  let units = 0;
  for (const text of texts) units += text === null ? 0 : text.length;
  const most = texts.length * LENGTH_BYTES + units * MOST_BYTES_A_UNIT;
  if (most > scratch.length) scratch = Buffer.alloc(most);
  let offset = 0;
  for (const text of texts) {
    const length = text === null ? 0xffff_ffff : scratch.write(text, offset + LENGTH_BYTES, 'utf8');
    // No text is as long as 2^32 bytes, so the upper half is zero.
    scratch.writeUInt32BE(text === null ? 0xffff_ffff : 0, offset);
    scratch.writeUInt32BE(length, offset + LENGTH_BYTES / 2);
    offset += LENGTH_BYTES + (text === null ? 0 : length);
  }
  return hash('sha256', scratch.subarray(0, offset), 'hex');
};

/** SHA-256 of a text's UTF-8, in lower-case hex. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
