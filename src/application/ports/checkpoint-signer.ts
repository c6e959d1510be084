/** A stream's last event when a checkpoint is signed, and by its hash all before it. */
export interface StreamHead {
  readonly stream: string;
  readonly version: number;
  readonly head: string;
}

export interface CheckpointToSign {
  readonly organisationId: string;
  /** From 1, without a gap. */
  readonly sequence: number;
  /** The fingerprint of the one before; null for the first. */
  readonly predecessor: string | null;
  /** Instant, ISO 8601 in UTC. */
  readonly signedAt: string;
  /** Of all the organisation's streams, in the order of their names. */
  readonly heads: readonly StreamHead[];
  /** Of those that are new or have grown since the one before. */
  readonly grown: readonly StreamHead[];
}

/** What a signed checkpoint says. */
export interface SignedCheckpoint {
  readonly organisationId: string;
  readonly sequence: number;
  readonly predecessor: string | null;
  readonly signedAt: string;
  readonly grown: readonly StreamHead[];
  /** Its own; the next one names it. */
  readonly fingerprint: string;
  /** The key that the next one has to be signed with. */
  readonly keyId: string;
}

/** The latest checkpoint of an organisation that was signed and stored. */
export type LastSigned = Pick<SignedCheckpoint, 'sequence' | 'fingerprint'>;

/**
 * Holds the keys that vouch for the history, and knows the form of what they sign. All of it rejects with
 * {@link SigningKeyUnavailable} where the key is not to be had.
 */
export interface CheckpointSigner {
  /** Signs with the key of the one before, or, for the first ever, with one that is made; the first names its key. */
  sign(checkpoint: CheckpointToSign, keyId: string | null): Promise<string>;
  /** As {@link CheckpointSigner.sign}, and names the next key (made if there is none yet), signed by both. */
  signHandingOver(checkpoint: CheckpointToSign, keyId: string | null): Promise<string>;
  /** The next key is the one in use from here on; the old one is destroyed. */
  completeHandingOver(): Promise<void>;
  /** Reads a note, or undefined if it is none; its signature is not verified. */
  read(note: string, keyId: string | null): SignedCheckpoint | undefined;
  /** What the signer itself keeps of the last one, apart from sink and store; undefined before the first. */
  lastSigned(organisationId: string): Promise<LastSigned | undefined>;
  /** Keeps that this one was signed and stored, unless a later one was. */
  keepLastSigned(organisationId: string, last: LastSigned): Promise<void>;
  /** Whether the key of this id has signed the note. */
  hasSigned(note: string, keyId: string): Promise<boolean>;
}

export class SigningKeyUnavailable extends Error {
  override readonly name = 'SigningKeyUnavailable';
}
