/** Somebody outside, who raises the alarm when no sign of life comes any more. */
export interface Heartbeat {
  /** Rejects with {@link HeartbeatNotTaken}; one that failed is made up for by the next. */
  beat(): Promise<void>;
}

/** `refused`: it answered, and not that all is well. No address is in it: that may hold a token. */
export class HeartbeatNotTaken extends Error {
  override readonly name = 'HeartbeatNotTaken';
  readonly code: 'unreachable' | 'no-answer' | 'refused';

  constructor(code: 'unreachable' | 'no-answer' | 'refused') {
    super(code);
    this.code = code;
  }
}
