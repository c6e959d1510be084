import type { KeyObject } from 'node:crypto';
import {
  type CheckpointSigner,
  type CheckpointToSign,
  type LastSigned,
  type SignedCheckpoint,
  SigningKeyUnavailable,
} from '../../../application/ports/checkpoint-signer.ts';
import { encodedId, HeadsDigest, NO_CHECKPOINT, readCheckpoint, writeCheckpoint } from '../evidence/checkpoint.ts';
import { sha256 } from '../evidence/envelope.ts';
import { isSignedBy, keyIdOf, readNote, signedNote, verifyingKey } from '../evidence/signed-note.ts';

/** Where private keys of Ed25519 are kept. All throw {@link SigningKeyUnavailable}. */
export interface AuditKeys {
  /** The key in use; undefined if there is none. */
  current(): KeyObject | undefined;
  /** The first ever; refused where there was one. */
  makeFirst(): KeyObject;
  /** The one that is to follow, while a handing over is under way. */
  next(): KeyObject | undefined;
  makeNext(): KeyObject;
  /** The next key becomes the one in use, and the old one is destroyed. */
  promote(): void;
  /** Kept with the keys, not with what they sign. */
  lastSigned(organisationId: string): LastSigned | undefined;
  keepLastSigned(organisationId: string, last: LastSigned): void;
}

/** Signs checkpoints as the evidence's format has them, with keys that lie wherever they lie. */
export class KeyedCheckpointSigner implements CheckpointSigner {
  readonly #keys: AuditKeys;

  constructor(keys: AuditKeys) {
    this.#keys = keys;
  }

  async sign(checkpoint: CheckpointToSign, keyId: string | null): Promise<string> {
    const key = this.#keyFor(keyId);
    return signedNote(textOf(checkpoint, keyId === null ? rawOf(key) : null), [key]);
  }

  async signHandingOver(checkpoint: CheckpointToSign, keyId: string | null): Promise<string> {
    const key = this.#keyFor(keyId);
    const next = this.#keys.next() ?? this.#keys.makeNext();
    // The first checkpoint begins with the next key: nobody has been told of the old one.
    return signedNote(textOf(checkpoint, rawOf(next)), keyId === null ? [next] : [key, next]);
  }

  async completeHandingOver(): Promise<void> {
    if (this.#keys.next() === undefined) this.#keys.makeNext();
    this.#keys.promote();
  }

  read(note: string, keyId: string | null): SignedCheckpoint | undefined {
    const signed = readNote(note);
    const checkpoint = signed && readCheckpoint(signed.text);
    if (signed === undefined || checkpoint === undefined) return undefined;
    const { organisation, sequence, predecessor, signedAt, key, grown } = checkpoint;
    const named = key === null ? keyId : keyIdOf(key);
    const organisationId = decoded(organisation);
    if (named === undefined || named === null || organisationId === undefined) return undefined;
    return {
      ...{ organisationId, sequence, signedAt, grown, keyId: named },
      predecessor: predecessor === NO_CHECKPOINT ? null : predecessor,
      fingerprint: sha256(note),
    };
  }

  async lastSigned(organisationId: string): Promise<LastSigned | undefined> {
    return this.#keys.lastSigned(organisationId);
  }

  async keepLastSigned(organisationId: string, { sequence, fingerprint }: LastSigned): Promise<void> {
    if (sequence <= (this.#keys.lastSigned(organisationId)?.sequence ?? 0)) return;
    this.#keys.keepLastSigned(organisationId, { sequence, fingerprint });
  }

  async hasSigned(note: string, keyId: string): Promise<boolean> {
    const signed = readNote(note);
    return signed !== undefined && isSignedBy(signed, verifyingKey(this.#keyFor(keyId)));
  }

  #keyFor(keyId: string | null): KeyObject {
    const current = this.#keys.current();
    if (keyId === null) return current ?? this.#keys.makeFirst();
    if (current === undefined)
      throw new SigningKeyUnavailable(
        `the checkpoints were signed with the key ${keyId}, which is missing: put it back`,
      );
    if (verifyingKey(current).keyId === keyId) return current;
    const next = this.#keys.next();
    if (next !== undefined && verifyingKey(next).keyId === keyId) return next;
    throw new SigningKeyUnavailable(
      `the checkpoints were signed with the key ${keyId}, and the key here is ${verifyingKey(current).keyId}: put that key back`,
    );
  }
}

const rawOf = (key: KeyObject): string => verifyingKey(key).raw;

const textOf = (checkpoint: CheckpointToSign, key: string | null): string => {
  const { organisationId, sequence, predecessor, signedAt, heads, grown } = checkpoint;
  const digest = new HeadsDigest();
  for (const head of heads) digest.add(head);
  const names = { organisation: encodedId(organisationId), predecessor: predecessor ?? NO_CHECKPOINT };
  return writeCheckpoint({ ...names, sequence, signedAt, ...digest.result(), key, grown });
};

const decoded = (encoded: string): string | undefined => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
};
