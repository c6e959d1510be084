/** Kinds of calls, as a client makes them. Both forms of appending are `append`. */
export type CallKind = 'append' | 'read' | 'subscribe' | 'delete' | 'tombstone' | 'features' | 'gossip' | 'create user';

/**
 * What goes wrong with a call. Where it `takesEffect`, what was asked for is done first, and its answer is what gets lost;
 * for reads and subscriptions, `after` so many events have gone out.
 */
export type Fault =
  | { readonly kind: 'slow'; readonly ms: number }
  /** Ends with gRPC's code 14, as where a connection breaks. */
  | { readonly kind: 'unavailable'; readonly takesEffect?: boolean; readonly after?: number }
  /** The TCP connection that the call came by is cut. */
  | { readonly kind: 'connection lost'; readonly takesEffect?: boolean; readonly after?: number }
  /** No answer ever, and the connection stays open: half-open, where pings are not answered either. */
  | { readonly kind: 'silence'; readonly takesEffect?: boolean; readonly after?: number; readonly halfOpen?: boolean }
  /** The server's own time ran out; it does not say whether the write was done. */
  | { readonly kind: 'timeout'; readonly takesEffect?: boolean }
  /** A node that has just started. */
  | { readonly kind: 'not ready' }
  | { readonly kind: 'not leader'; readonly leader: { readonly host: string; readonly port: number } }
  | { readonly kind: 'access denied' }
  /** Of a user that is to be made: the server's own write of it did not come through. */
  | { readonly kind: 'try again'; readonly user: string }
  /** A subscription tells so many events once more that lie before where it was told to start. */
  | { readonly kind: 'duplicates'; readonly events: number };

interface Planned {
  readonly call: CallKind;
  readonly fault: Fault;
  /** Calls that go well before each that does not. */
  readonly skip: number;
  toSkip: number;
  left: number;
}

/** Faults by plan, for calls in the order in which they come: nothing is left to chance. */
export class Faults {
  #planned: Planned[] = [];
  /** How many calls of each kind have come so far. */
  readonly calls: Record<CallKind, number> = {
    append: 0,
    read: 0,
    subscribe: 0,
    delete: 0,
    tombstone: 0,
    features: 0,
    gossip: 0,
    'create user': 0,
  };

  /** How many calls a fault has come over. */
  struck = 0;

  /** How many calls of the newer form of appending were opened. */
  batches = 0;

  /** For the next `times` calls of the kind, once, unless told otherwise, after `skip` that go well. */
  plan(call: CallKind, fault: Fault, { times = 1, skip = 0 }: { times?: number; skip?: number } = {}): void {
    this.#planned.push({ call, fault, skip: 0, toSkip: skip, left: times });
  }

  /** For one call in so many of the kind, `times` in all. */
  planEvery(every: number, call: CallKind, fault: Fault, times = Number.POSITIVE_INFINITY): void {
    this.#planned.push({ call, fault, skip: every - 1, toSkip: every - 1, left: times });
  }

  /** Whatever was planned is called off. */
  clear(): void {
    this.#planned = [];
  }

  /** The fault for the call that comes now. Of several plans for its kind, the earliest that is not used up counts. */
  take(call: CallKind): Fault | undefined {
    this.calls[call] += 1;
    this.#planned = this.#planned.filter(({ left }) => left > 0);
    const planned = this.#planned.find((entry) => entry.call === call);
    if (planned === undefined) return undefined;
    if (planned.toSkip > 0) {
      planned.toSkip -= 1;
      return undefined;
    }
    planned.toSkip = planned.skip;
    planned.left -= 1;
    this.struck += 1;
    return planned.fault;
  }
}
