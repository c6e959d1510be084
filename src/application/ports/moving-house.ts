import type { StoredEnvelope } from './stored-history.ts';

/** Something sealed as it lies in a store: it is moved unopened, and opens there with the same master key. */
export interface SealedItem {
  readonly kind: 'secret' | 'notice' | 'roster';
  /** Of the secret, the change, or the organisation. */
  readonly id: string;
  /** The master key that wraps the data key. */
  readonly keyId: string;
  readonly wrappedKey: Uint8Array;
  readonly commitment: Uint8Array;
  readonly sealed: Uint8Array;
}

/** So many attempts under a key. */
export interface CountedAttempts {
  readonly key: string;
  readonly count: number;
}

/** That a store is moved out of: noted in itself, and from then on nothing is written there. */
export interface Departure {
  readonly moveId: string;
  /** Where to, for people. */
  readonly to: string;
}

/** As it stands noted. */
export interface NotedDeparture extends Departure {
  /** Whether the move may have begun at the other place. Where it has not, nothing of this store was ever copied. */
  readonly hasBegun: boolean;
}

/** A store that may be moved out of. Reading it goes on as before, whatever becomes of the move. */
export interface OldHouse {
  /** Whoever has it is the only one at a move out of here, until it is let go or the process ends. Undefined where another has it. */
  hold(): Promise<(() => void) | undefined>;
  /** Undefined where nobody moves. */
  departure(): Promise<NotedDeparture | undefined>;
  /**
   * Durable when it resolves: whatever any process writes from then on is refused with a
   * StoreMoved. Rejects where there is another departure.
   */
  depart(departure: Departure): Promise<void>;
  /** Notes that this departure's move has begun at the other place. Durable when it resolves. */
  noteBegun(moveId: string): Promise<void>;
  /** Takes this departure back. */
  stay(moveId: string): Promise<void>;
  /** The master key that all is sealed with; null where nothing was sealed. */
  masterKeyId(): Promise<string | null>;
  /** All that is sealed and was not destroyed. */
  sealedItems(): AsyncIterable<SealedItem>;
  counts(period: string): AsyncIterable<CountedAttempts>;
}

/** How far a move into a store has come. */
export type Arrival =
  | { readonly status: 'empty' }
  /** It holds what no move has brought. */
  | { readonly status: 'in use' }
  /** Under way: until it has ended, nothing else is appended there. */
  | { readonly status: 'arriving' | 'arrived' | 'given up'; readonly moveId: string };

/** A store that may be moved into. All of it may be called again for what is there already. */
export interface NewHouse {
  /** For people. */
  readonly place: string;
  arrival(): Promise<Arrival>;
  /** Notes that a move has begun here. False where another was noted before. */
  begin(moveId: string): Promise<boolean>;
  /** False where it had ended otherwise before. */
  end(moveId: string, how: 'arrived' | 'given up'): Promise<boolean>;
  /** Notes the key as the one in use. Rejects with MasterKeyUnavailable where it is not at hand, or another is in use. */
  useMasterKey(keyId: string): Promise<void>;
  /**
   * Rejects with AlteredHistory where another lies here under its id.
   * @returns whether the master key in use opens it; its content is not looked at
   */
  bringInSealed(item: SealedItem): Promise<boolean>;
  sealedItem(kind: SealedItem['kind'], id: string): Promise<SealedItem | undefined>;
  /** How many items there are. */
  countSealed(): Promise<number>;
  /** At least as many as given are counted then. */
  bringInCount(period: string, counted: CountedAttempts): Promise<void>;
  /**
   * A whole stream as it is stored elsewhere: versions, ids, times and hashes stay. Rejects with AlteredHistory where an
   * event does not follow from the one before it, or another stream lies here.
   */
  bringInStream(stream: string, events: readonly StoredEnvelope[]): Promise<void>;
}
