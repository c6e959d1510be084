import { type CheckpointText, encodedId, NO_CHECKPOINT, readCheckpoint } from './checkpoint.ts';
import { sha256 } from './envelope.ts';
import { SignedHeads } from './signed-heads.ts';
import { isSignedBy, readNote, type SignedNote, type VerifyingKey, verifyingKeyOf } from './signed-note.ts';
import { Altered } from './verdict.ts';

/**
 * Follows the checkpoints of one organisation from the first: each names its predecessor and goes on from it. The
 * first names the key in use, and so does each that changes it, signed by both. Verified are the signatures of these
 * and of the last one: it vouches for all before it. So whether a key from elsewhere was in use is whether it vouches.
 */
export class CheckpointTrail {
  readonly #organisation: string;
  readonly #trusted: VerifyingKey | null;
  readonly #heads = new SignedHeads();
  #last: CheckpointText | null = null;
  #lastNote: SignedNote | null = null;
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

  get heads(): SignedHeads {
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
    if (named === null && this.#key === null) throw new Altered('signature-wrong', { checkpoint: sequence });
    this.#keep(checkpoint);
    if (named !== null) this.#changeKey(signed, named, sequence);
    this.#last = checkpoint;
    this.#lastNote = signed;
    this.#lastHash = sha256(note);
  }

  /** After the last one. Throws {@link Altered}. */
  end(): void {
    // The first checkpoint stands in the second line of the bundle, and each in a line of its own.
    if (this.#trusted !== null && !this.#isVouchedFor) throw new Altered('signed-by-another-key', {}, 2);
    const { sequence: checkpoint = 0 } = this.#last ?? {};
    if (this.#lastNote !== null && this.#key !== null && !isSignedBy(this.#lastNote, this.#key))
      throw new Altered('signature-wrong', { checkpoint }, checkpoint + 1);
  }

  #changeKey(signed: SignedNote, named: string, checkpoint: number): void {
    const next = verifyingKeyOf(named);
    const keys = [this.#key ?? next, next];
    if (keys.some((key) => key === undefined || !isSignedBy(signed, key)))
      throw new Altered('signature-wrong', { checkpoint });
    this.#key = next ?? null;
    if (named === this.#trusted?.raw) this.#isVouchedFor = true;
  }

  #keep({ grown, sequence: checkpoint, streams }: CheckpointText): void {
    for (const { stream, version, head } of grown)
      if (!this.#heads.add(stream, { version, head, checkpoint }))
        throw new Altered('checkpoint-goes-back', { stream, version, checkpoint });
    if (this.#heads.streams !== streams) throw new Altered('checkpoint-totals-differ', { checkpoint });
  }
}
