import { type CheckpointText, encodedId, type Head, NO_CHECKPOINT, readCheckpoint } from './checkpoint.ts';
import { sha256 } from './envelope.ts';
import { isSignedBy, readNote, type VerifyingKey, verifyingKeyOf } from './signed-note.ts';
import { Altered } from './verdict.ts';

/** A head that an event must have, and the checkpoint that says so. */
export interface SignedHead extends Head {
  readonly checkpoint: number;
}

/**
 * Follows the checkpoints of one organisation from the first: each names its predecessor, goes on from it, and is
 * signed by the key that is in use by then. The first names that key, and so does each that changes it, signed by
 * both; so whether a key from elsewhere is in that line is whether it vouches.
 */
export class CheckpointTrail {
  readonly #organisation: string;
  readonly #trusted: VerifyingKey | null;
  readonly #heads = new Map<string, SignedHead[]>();
  #last: CheckpointText | null = null;
  #lastHash = NO_CHECKPOINT;
  #key: VerifyingKey | null = null;
  #isVouchedFor = false;

  constructor(organisation: string, trusted: VerifyingKey | null) {
    this.#organisation = encodedId(organisation);
    this.#trusted = trusted;
  }

  /** The last one; null as long as there is none. */
  get last(): CheckpointText | null {
    return this.#last;
  }

  get isVouchedFor(): boolean {
    return this.#isVouchedFor;
  }

  /** By stream, in the order of their versions: each was the stream's end when it was signed. */
  get heads(): ReadonlyMap<string, readonly SignedHead[]> {
    return this.#heads;
  }

  /** Throws {@link Altered}. */
  add(note: string): void {
    const signed = readNote(note);
    const checkpoint = signed && readCheckpoint(signed.text);
    const expected = (this.#last?.sequence ?? 0) + 1;
    if (signed === undefined || checkpoint === undefined)
      throw new Altered('checkpoint-malformed', { checkpoint: expected });
    const { organisation, sequence, predecessor, key: named } = checkpoint;
    if (organisation !== this.#organisation) throw new Altered('checkpoint-foreign', { checkpoint: expected });
    if (sequence !== expected || predecessor !== this.#lastHash)
      throw new Altered('checkpoint-out-of-order', { checkpoint: expected });
    const next = named === null ? this.#key : (verifyingKeyOf(named) ?? null);
    const keys = this.#key === next ? [next] : [this.#key ?? next, next];
    if (keys.some((key) => key === null || !isSignedBy(signed, key)))
      throw new Altered('signature-wrong', { checkpoint: sequence });
    this.#keep(checkpoint);
    this.#key = next;
    if (next?.raw === this.#trusted?.raw) this.#isVouchedFor = true;
    this.#last = checkpoint;
    this.#lastHash = sha256(signed.text);
  }

  #keep({ grown, sequence: checkpoint, streams }: CheckpointText): void {
    for (const { stream, version, head } of grown) {
      const before = this.#heads.get(stream);
      if (before === undefined) this.#heads.set(stream, [{ stream, version, head, checkpoint }]);
      else if ((before.at(-1)?.version ?? 0) < version) before.push({ stream, version, head, checkpoint });
      else throw new Altered('checkpoint-goes-back', { stream, version, checkpoint });
    }
    if (this.#heads.size !== streams) throw new Altered('checkpoint-totals-differ', { checkpoint });
  }
}
