/** What a bundle turned out to be. Lines are counted from 1. */
export type Verdict =
  /** Unaltered, and vouched for by a key or a head that did not come with it. */
  | ({ readonly verdict: 'anchored' } & Summary)
  /** Nothing contradicts anything; whoever wrote the bundle may have made all of it up. */
  | ({ readonly verdict: 'not-anchored' } & Summary)
  | { readonly verdict: 'unreadable'; readonly line: number; readonly problem: Problem }
  | ({ readonly verdict: 'altered'; readonly line: number } & Alteration);

export interface Summary {
  readonly organisation: string;
  readonly events: number;
  readonly streams: number;
  readonly checkpoints: number;
  /** When the last checkpoint was signed; null if there is none. */
  readonly signedAt: string | null;
  /** Where the configuration's stream ends; null if it has no events. */
  readonly configuration: { readonly version: number; readonly head: string } | null;
  /** Whether a key from elsewhere vouches for all of it. */
  readonly byKey: boolean;
  /** Up to which version of the configuration a head from elsewhere vouches; 0 if none does. */
  readonly byHeadUpTo: number;
}

/** `no-bundle`: the first line is not that of a bundle. `no-json`: the line is cut. `no-text`: it is no UTF-8. */
export type Problem = 'no-bundle' | 'no-json' | 'no-text';

/** Ends a verification; the verifier adds the line. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

/** The first place that was altered, as far as it is known, and how that was found. */
export interface Alteration {
  readonly found: Found;
  readonly stream: string | null;
  /** Of the event that is altered, missing or too much. */
  readonly version: number | null;
  /** Its sequence number, where a checkpoint is altered, or contradicts the events. */
  readonly checkpoint: number | null;
}

export type Found =
  /** A line has another form than the format gives it, or stands where none of its kind may. */
  | 'line-malformed'
  | 'line-misplaced'
  /** The content of the event does not have the hash that stands beside it. */
  | 'hash-differs'
  /** The event names another predecessor than the one before it. */
  | 'chain-broken'
  /** An event is missing, there twice, or at the wrong place. */
  | 'version-out-of-order'
  | 'stream-out-of-order'
  /** The stream is another organisation's, or belongs to a change that this one never had. */
  | 'stream-foreign'
  /** A signed checkpoint says another head, more events, or fewer. */
  | 'checkpoint-differs'
  | 'ends-before-checkpoint'
  | 'goes-beyond-checkpoint'
  /** A head from elsewhere, such as a mail, differs, or says that there were more events. */
  | 'head-differs'
  | 'ends-before-head'
  /** Among the checkpoints themselves. */
  | 'checkpoint-malformed'
  | 'checkpoint-foreign'
  | 'checkpoint-out-of-order'
  | 'checkpoint-goes-back'
  | 'checkpoint-totals-differ'
  | 'signature-wrong'
  /** Everything fits, and the key from elsewhere signed none of it. */
  | 'signed-by-another-key';

/** Ends a verification; the verifier adds the line. */
export class Altered extends Error {
  override readonly name = 'Altered';
  readonly alteration: Alteration;
  /** Where another line is meant than the one at hand. */
  readonly line: number | undefined;

  constructor(found: Found, place: Partial<Omit<Alteration, 'found'>> = {}, line?: number) {
    super(found);
    this.alteration = { found, stream: null, version: null, checkpoint: null, ...place };
    this.line = line;
  }
}
