/** Counters that all instances share. Not history: they may be forgotten once their period is over. */
export interface AttemptLimits {
  /** Counts one more under a key and period (such as an hour), and returns how many there are now. */
  count(key: string, period: string): Promise<number>;
  /** How many there are, without one more. */
  counted(key: string, period: string): Promise<number>;
}
