import type { CheckpointSigner, LastSigned, StreamHead } from '../ports/checkpoint-signer.ts';
import type { CheckpointSink } from '../ports/checkpoint-sink.ts';
import { AlteredHistory, type RecordedEvent } from '../ports/event-log.ts';

/** All that was ever signed for an organisation, as the sink holds it. */
export interface Remembered {
  readonly notes: readonly string[];
  /** How many checkpoints there are. */
  readonly sequence: number;
  readonly signedAt: string | null;
  readonly fingerprint: string | null;
  /** The key that signs the next one; null as long as there is none. */
  readonly keyId: string | null;
  /** Each stream's end as it was signed last. */
  readonly heads: ReadonlyMap<string, StreamHead>;
}

/**
 * Reads the checkpoints back. Each names its predecessor, so the signature of the last vouches for all. Rejects with
 * AlteredHistory if one is missing, out of order or not ours.
 */
export const remember = async (
  { sink, signer }: { readonly sink: CheckpointSink; readonly signer: CheckpointSigner },
  organisationId: string,
): Promise<Remembered> => {
  // Before the notes: another process may sign in between.
  const last = await signer.lastSigned(organisationId);
  const notes = await sink.read(organisationId);
  if (last !== undefined) refuseToGoBack(signer, organisationId, last, notes);
  return continued({ signer, organisationId }, NOTHING_SIGNED, notes);
};

/** Law: whoever takes checkpoints out of the sink, all of them too, gets none signed in their place. */
const refuseToGoBack = (
  signer: CheckpointSigner,
  organisationId: string,
  { sequence, fingerprint }: LastSigned,
  notes: readonly string[],
): void => {
  const note = notes[sequence - 1];
  // Its fingerprint does not hang on the key.
  if (note !== undefined && signer.read(note, '')?.fingerprint === fingerprint) return;
  const what = note === undefined ? 'is missing' : 'is another than the one that was signed';
  throw new AlteredHistory(`checkpoint ${sequence} of organisation ${organisationId} ${what}`);
};

const NOTHING_SIGNED: Remembered = {
  ...{ notes: [], sequence: 0, heads: new Map() },
  ...{ signedAt: null, fingerprint: null, keyId: null },
};

/** What is remembered once these notes follow. Rejects as {@link remember}. */
export const continued = async (
  { signer, organisationId }: { readonly signer: CheckpointSigner; readonly organisationId: string },
  remembered: Remembered,
  more: readonly string[],
): Promise<Remembered> => {
  const heads = new Map(remembered.heads);
  const notes = [...remembered.notes, ...more];
  let { sequence, fingerprint, keyId, signedAt } = remembered;
  for (const note of more) {
    const checkpoint = signer.read(note, keyId);
    const follows = checkpoint?.sequence === sequence + 1 && checkpoint.predecessor === fingerprint;
    if (checkpoint === undefined || !follows || checkpoint.organisationId !== organisationId)
      throw new AlteredHistory(
        `checkpoint ${sequence + 1} of organisation ${organisationId} was altered or is missing`,
      );
    for (const head of checkpoint.grown) heads.set(head.stream, head);
    ({ sequence, fingerprint, keyId, signedAt } = checkpoint);
  }
  const last = notes.at(-1);
  if (last !== undefined && !(await signer.hasSigned(last, keyId ?? '')))
    throw new AlteredHistory(`checkpoint ${sequence} of organisation ${organisationId} is not signed by its key`);
  return { notes, sequence, heads, fingerprint, keyId, signedAt };
};

/** Holds a history against what was signed. Law: nothing is signed, and nothing is fine, that goes back behind it. */
export class AgainstRemembered {
  readonly #remembered: Remembered;
  readonly #met = new Set<string>();

  constructor(remembered: Remembered) {
    this.#remembered = remembered;
  }

  /** Throws AlteredHistory for an event that is not the one that was signed. */
  see({ stream, version, hash }: RecordedEvent): void {
    const signed = this.#remembered.heads.get(stream);
    if (signed?.version !== version) return;
    if (signed.head !== hash)
      throw new AlteredHistory(`stream ${stream}, version ${version} is another event than the one that was signed`);
    this.#met.add(stream);
  }

  /** After all events. Throws AlteredHistory for a stream that is shorter than it was, or gone. */
  end(): void {
    for (const { stream, version } of this.#remembered.heads.values())
      if (!this.#met.has(stream))
        throw new AlteredHistory(`stream ${stream} ends before version ${version}, which was signed`);
  }
}
