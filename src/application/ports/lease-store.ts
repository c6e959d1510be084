/** A holder's sign of life. It holds no time: clocks are not shared. */
export interface Lease {
  readonly holder: string;
  /** Grows with every beat. */
  readonly beat: number;
}

/** Who is at work on what. Not history: a lease lost is nothing lost. */
export interface LeaseStore {
  read(key: string): Promise<Lease | undefined>;
  /** Takes it whoever held it: for whoever has won the append that says so. */
  take(key: string, holder: string): Promise<void>;
  /** One more beat; false if the lease is another's by now, or gone. */
  beat(key: string, holder: string): Promise<boolean>;
  /** Lets it go, if it is still the holder's. */
  release(key: string, holder: string): Promise<void>;
}
